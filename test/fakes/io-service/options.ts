import type { DeliverySettings } from './delivery.ts';
import type { Faults, Operation, Schedule, Script } from './faults.ts';
import type { Fate, StoredMessage } from './ledger.ts';
import type { Limiter, LimitSettings } from './limiter.ts';
import type { Profile } from './profiles.ts';
import type { Services, ServiceSettings } from './services.ts';

export interface IoServiceOptions {
  /** 0: any that is free. */
  readonly port?: number;
  readonly seed?: number;
  /** The clock of messages, limits and `Date`, in ms since 1970. */
  readonly now?: () => number;
  /** Added to the clock in `Date` alone. */
  readonly dateOffsetMs?: number;
  readonly services?: readonly ServiceSettings[];
  readonly profiles?: Readonly<Record<string, Profile | null>>;
  /** Everybody who is not named. */
  readonly others?: Profile | null;
  readonly limit?: LimitSettings;
  readonly latencyMs?: { readonly min: number; readonly max: number };
  readonly faults?: Schedule;
  readonly delivery?: Partial<DeliverySettings>;
  readonly processAfterMs?: number;
  readonly visibleAfterMs?: number;
  readonly fateOf?: (message: Omit<StoredMessage, 'fate'>) => Fate;
  /** A connection that waits for its next request is closed after so long. */
  readonly keepAliveMs?: number;
  /** A second request on the same connection finds it dead. */
  readonly resetsReused?: boolean;
  /** Lines of JSON, one for each stored message, on disk before the answer. */
  readonly ledgerFile?: string;
}

/** One call, as it came. */
export interface Call {
  readonly at: number;
  readonly operation: Operation | null;
  readonly method: string;
  readonly path: string;
  /** Of the key; null when it is nobody's. */
  readonly service: string | null;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly script: Script;
  /** On a connection that had carried another call. */
  readonly reused: boolean;
  /** The code that was meant for the caller; null when there was none. */
  code: number | null;
}

export interface IoService {
  /** `/api/v1` included. */
  readonly url: string;
  readonly stored: readonly StoredMessage[];
  readonly calls: readonly Call[];
  readonly faults: Faults;
  readonly services: Services;
  readonly limiter: Limiter;
  readonly setProfile: (fiscalCode: string, profile: Profile | null) => void;
  /** Heard when a call has been read and before it is worked on: to change the world in between. */
  onCall: ((call: Call) => void) | null;
  readonly close: () => Promise<void>;
}
