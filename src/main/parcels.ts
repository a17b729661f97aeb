import { randomUUID } from 'node:crypto';

/** A file on its way in: where its bytes are, and what the person calls it. */
export interface Parcel {
  readonly path: string;
  readonly name: string;
}

/** A file on its way out. */
export interface Outgoing {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that were handed over, or made, by handle: paths never cross the contract. */
export interface Parcels {
  add(parcel: Parcel): string;
  /** Null for a handle that was never given, or was released. A file may be looked at more than once. */
  find(handle: string): Parcel | null;
  /** Forgets a file that was handed over; what was stored for it goes. */
  release(handle: string): void;
  /** Keeps what an operation made until it is fetched. */
  offer(file: Outgoing): string;
  /** Once: what was fetched is gone. */
  collect(handle: string): Outgoing | null;
}

/** `discard` takes away what the host stored for a parcel. */
export function createParcels(discard: (parcel: Parcel) => void): Parcels {
  const arrived = new Map<string, Parcel>();
  const leaving = new Map<string, Outgoing>();
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
      if (leaving.size > mostWaiting && oldest !== undefined) leaving.delete(oldest);
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
