import type { Result } from '../shared/domain/result.ts';
import type { OsProtector } from './messages/keys/os-protector.ts';
import type { Pulse } from './messages/pulse.ts';

/** What of this computer the messages to citizens need, and what must not travel with a ledger that is copied. */
export interface Office {
  /** The data folder of this computer: journal of what was sent, keys, id. Never inside the folder of a ledger. */
  readonly folder: string;
  /** Address of the service, keys of services, proxy: as scripts give them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Null where the account on this computer cannot protect keys. */
  readonly os: OsProtector | null;
  /** Time as the sending of messages feels it; without it, as it passes. */
  readonly pulse?: Pulse;
  /**
   * The proxy that the operating system names for an address, as `host:port` or an address of its own; null for none. Left
   * out where only `environment` can tell.
   */
  proxyFor?(address: string): Promise<string | null>;
  /** Keeps the computer from falling asleep with a message in flight; returns how to let it. */
  stayAwake?(): () => void;
  /** The right to be the one program that sends for a ledger; `file` names it. Fails with whose it is. */
  takeTurn(file: string): Result<Turn, { readonly pid: number }>;
}

export interface Turn {
  release(): void;
}
