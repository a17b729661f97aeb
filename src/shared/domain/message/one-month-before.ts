import { addDays, isDay, type Day } from '../day.ts';

/** The same day of the month before, or the last one of a month that is shorter: of 31 March, 28 or 29 February. */
export function oneMonthBefore(day: Day): Day {
  const lastOfBefore = addDays(day, -Number(day.slice(8, 10)));
  const same = `${lastOfBefore.slice(0, 8)}${day.slice(8, 10)}`;
  return isDay(same) ? same : lastOfBefore;
}
