import { takeAwayIfPossible } from '../../disk/patience.ts';
import type { GivenFile } from '../../worker/consumer-jobs.ts';

/** Files that consumers may have by now. The notes of those that nobody confirms do not stay for ever. */
export interface Unconfirmed {
  add(parcel: string, given: GivenFile): void;
  /** Once; null for a file that is nobody's, or was confirmed before. */
  take(parcel: string): GivenFile | null;
}

const mostWaiting = 20;

export function createUnconfirmed(): Unconfirmed {
  const waiting = new Map<string, GivenFile>();
  function take(parcel: string): GivenFile | null {
    const given = waiting.get(parcel) ?? null;
    waiting.delete(parcel);
    return given;
  }
  return {
    add(parcel, given) {
      waiting.set(parcel, given);
      const [oldest] = waiting.keys();
      if (waiting.size <= mostWaiting || oldest === undefined) return;
      const dropped = take(oldest);
      if (dropped !== null) takeAwayIfPossible(dropped.notes);
    },
    take,
  };
}
