import type { Result } from '../domain/result.ts';
import type { Call } from './api.ts';
import type { Connection, CoreEvent } from './events.ts';
import type { Problem } from './problems.ts';
import type { StopSignal } from './api.ts';

/** Which ledger is asked: the office's own, or the one of invented data. */
export const ledgerNames = ['own', 'demo'] as const;
export type LedgerName = (typeof ledgerNames)[number];

/** A file that a person chose; a browser's `File` is one. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** The bytes of a file that the core made. */
export interface FetchedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Hearing {
  onEvent(event: CoreEvent): void;
  onConnection(connection: Connection): void;
}

/** All that a transport must offer to whoever asks the core. A link speaks to one ledger. */
export interface Link {
  readonly call: Call;
  /** Hands a file over, in pieces; `name` may hold the folders it was dropped with. Resolves to its parcel. */
  upload(
    file: ChosenFile,
    options?: {
      readonly name?: string;
      readonly signal?: StopSignal;
      readonly onSent?: (bytes: number) => void;
    },
  ): Promise<Result<string, Problem>>;
  /** Fetches what an operation left under a parcel. */
  download(parcel: string, name: string): Promise<Result<FetchedFile, Problem>>;
  /** Hears what the core announces, until the returned function is called. */
  listen(hearing: Hearing): () => void;
}
