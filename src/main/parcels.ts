import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { takeAwayIfPossible } from './disk/patience.ts';

/** A file on its way in: where its bytes are, and what the person calls it. */
export interface Parcel {
  readonly path: string;
  readonly name: string;
}

/** A file on its way out, with its bytes in memory. */
export interface Outgoing {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file on its way out that waits on the disk: it may be of any size. It goes when it was fetched. */
export interface Departing {
  readonly name: string;
  readonly path: string;
}

/** Files that were handed over, or made, by handle: paths never cross the contract. */
export interface Parcels {
  add(parcel: Parcel): string;
  /** Null for a handle that was never given, or was released. A file may be looked at more than once. */
  find(handle: string): Parcel | null;
  /** Forgets a file that was handed over; what was stored for it goes. */
  release(handle: string): void;
  /** Keeps what an operation made until it is fetched. */
  offer(file: Outgoing | Departing): string;
  /** Once: what was fetched is gone. Whoever fetches a file that waits on the disk takes it away. */
  collect(handle: string): Outgoing | Departing | null;
}

/** `discard` takes away what the host stored for a parcel. */
export function createParcels(discard: (parcel: Parcel) => void): Parcels {
  const arrived = new Map<string, Parcel>();
  const leaving = new Map<string, Outgoing | Departing>();
  function forget(handle: string): void {
    const file = leaving.get(handle);
    leaving.delete(handle);
    if (file !== undefined && 'path' in file) takeAwayIfPossible(file.path);
  }
  return {
    add(parcel) {
      const handle = randomUUID();
      arrived.set(handle, parcel);
      return handle;
    },
    find: (handle) => arrived.get(handle) ?? null,
    release(handle) {
      const parcel = arrived.get(handle);
      if (parcel === undefined) return;
      arrived.delete(handle);
      discard(parcel);
    },
    offer(file) {
      const handle = randomUUID();
      leaving.set(handle, file);
      const [oldest] = leaving.keys();
      if (leaving.size > mostWaiting && oldest !== undefined) forget(oldest);
      return handle;
    },
    collect(handle) {
      const file = leaving.get(handle) ?? null;
      leaving.delete(handle);
      return file;
    },
  };
}

/** Files nobody fetched do not stay for ever. */
const mostWaiting = 20;

/** Where files that leave wait, beside the ledger. */
export function departingFolder(folder: string): string {
  return join(folder, 'in-partenza');
}
