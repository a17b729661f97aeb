import type { Day } from '../day.ts';
import type { Recipient } from './recipient.ts';

/** What a citizen is asked for. */
export interface AskedFor {
  readonly cents: number | null;
  readonly dueDay: Day | null;
}

/** A debt position, as the lists of positions tell it. */
export interface KnownPosition extends AskedFor {
  readonly cancelled: boolean;
}

/** Where a list and the debt positions do not agree: a citizen would read one thing here and another when paying. */
export type PositionWarning =
  | {
      readonly code: 'position-differs';
      readonly rows: readonly number[];
      /** The first of them. */
      readonly example: { readonly row: number; readonly list: AskedFor; readonly position: AskedFor };
    }
  /** Of this service positions are known, but not these: an avviso that does not exist yet cannot be paid. */
  | { readonly code: 'position-missing'; readonly rows: readonly number[] };

/**
 * Compares rows with the positions of their avvisi, `known` by numero avviso. What either does not tell is not compared;
 * a cancelled position is not asked for at all. `isServiceKnown`: some position of the service is known.
 */
export function comparePositions(
  recipients: readonly Recipient[],
  known: ReadonlyMap<string, KnownPosition>,
  isServiceKnown: boolean,
): PositionWarning[] {
  const missing = new Set<number>();
  const different = new Set<number>();
  let example: Extract<PositionWarning, { code: 'position-differs' }>['example'] | null = null;
  for (const { row, noticeNumber, cents, dueDay } of recipients) {
    if (noticeNumber === null) continue;
    const position = known.get(noticeNumber);
    if (position === undefined) {
      if (isServiceKnown) missing.add(row);
      continue;
    }
    if (position.cancelled) continue;
    if (!differ(cents, position.cents) && !differ(dueDay, position.dueDay)) continue;
    different.add(row);
    example ??= {
      row,
      list: { cents, dueDay },
      position: { cents: position.cents, dueDay: position.dueDay },
    };
  }
  return [
    ...(example === null ? [] : [{ code: 'position-differs', rows: [...different], example } as const]),
    ...(missing.size === 0 ? [] : [{ code: 'position-missing', rows: [...missing] } as const]),
  ];
}

function differ<T>(one: T | null, other: T | null): boolean {
  return one !== null && other !== null && one !== other;
}
