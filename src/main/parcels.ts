import { randomUUID } from 'node:crypto';

/** A file on its way in: where its bytes are, and what the person calls it. */
export interface Parcel {
  readonly path: string;
  readonly name: string;
}

/** Files that were handed over, by handle: paths never cross the contract. */
export interface Parcels {
  add(parcel: Parcel): string;
  /** Null for a handle that was never given, or was used already. */
  take(handle: string): Parcel | null;
}

export function createParcels(): Parcels {
  const waiting = new Map<string, Parcel>();
  return {
    add(parcel) {
      const handle = randomUUID();
      waiting.set(handle, parcel);
      return handle;
    },
    take(handle) {
      const parcel = waiting.get(handle) ?? null;
      waiting.delete(handle);
      return parcel;
    },
  };
}
