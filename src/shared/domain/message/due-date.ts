import { dayOfInstant, formatDay, monthNames, type Day, type DayProblem } from '../day.ts';
import type { Result } from '../result.ts';

/** The end of a day in Italy as the service wants it: the app then says «alle ore 23:59» of that very day. */
export function dueInstant(day: Day): string {
  // In winter 22:59:59 UTC is still this day in Italy at 23:59:59; in summer it is already the next one.
  const winter = `${day}T22:59:59Z`;
  const there = dayOfInstant(winter);
  return there.ok && there.value === day ? winter : `${day}T21:59:59Z`;
}

/** The Italian day on which a `due_date` ends. */
export function dayOfDueInstant(instant: string): Result<Day, DayProblem> {
  return dayOfInstant(instant);
}

/** A day in the words of a letter: `16 dicembre 2026`, and `1 gennaio 2027` without a mark on the first. */
export function italianLongDay(day: Day): string {
  const month = monthNames[Number(day.slice(5, 7)) - 1] ?? '';
  return `${Number(day.slice(8, 10))} ${month} ${day.slice(0, 4)}`;
}

/** The banner that the app puts above a message with a due date. */
export function dueBanner(day: Day): string {
  return `Scade il ${formatDay(day)} alle ore 23:59`;
}
