import { addDays } from '../../shared/domain/day.ts';
import type { Day } from '../../shared/domain/day.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';

/** The last `count` working days strictly before `today`, oldest first. */
export function workingDaysBefore(today: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = addDays(today, -1); days.length < count; day = addDays(day, -1)) {
    if (isWorkingDay(day)) days.push(day);
  }
  return days.toReversed();
}

/** Accounting year of a day. */
export function esercizioOf(day: string): number {
  return Number(day.slice(0, 4));
}
