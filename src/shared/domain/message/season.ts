import type { Day } from '../day.ts';

/**
 * The year whose tax an avviso asks for, as far as a day tells: instalments that fall due from January to March close the
 * year before.
 */
export function seasonOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) <= 3 ? year - 1 : year;
}

/** False when both days are known and are of different years' taxes. */
export function mayBeOneSeason(one: Day | null, other: Day | null): boolean {
  return one === null || other === null || seasonOf(one) === seasonOf(other);
}

/** False for what was paid before the year whose tax falls due on that day had begun. */
export function mayHavePaidFor(dueDay: Day | null, paidOn: Day | null): boolean {
  return dueDay === null || paidOn === null || Number(paidOn.slice(0, 4)) >= seasonOf(dueDay);
}
