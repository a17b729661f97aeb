import { addDays, weekday, type Day } from './day.ts';

const fixedHolidays: ReadonlySet<string> = new Set([
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
]);

/** True unless the day is a Saturday, a Sunday or an Italian national holiday (patron saints are not known here). */
export function isWorkingDay(day: Day): boolean {
  const dayOfWeek = weekday(day);
  return dayOfWeek !== 0 && dayOfWeek !== 6 && !isHoliday(day);
}

/** The `n`-th working day after `day` (`n` at least 1); `day` itself need not be a working day. */
export function addWorkingDays(day: Day, n: number): Day {
  let current = day;
  for (let left = n; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left--;
  }
  return current;
}

const dueDays = new Map<Day, Day>();

/**
 * The last day on which a report or a transfer is still in time: the second working day after `day`
 * (SACI timetable: transfer on D+1, flusso by the end of D+2). Remembered by day: it is asked for each payment.
 */
export function dueDay(day: Day): Day {
  const remembered = dueDays.get(day);
  if (remembered !== undefined) return remembered;
  const due = addWorkingDays(day, 2);
  dueDays.set(day, due);
  return due;
}

function isHoliday(day: Day): boolean {
  const monthDay = day.slice(5);
  if (fixedHolidays.has(monthDay)) return true;
  const year = Number(day.slice(0, 4));
  // San Francesco is a national holiday again since 2026 (law 151 of 2025).
  if (monthDay === '10-04') return year >= 2026;
  // Easter itself is a Sunday: only its Monday can be a holiday of the week.
  return weekday(day) === 1 && addDays(day, -1).slice(5) === easter(year);
}

/** Month and day of Easter Sunday in the Gregorian calendar, `MM-DD` (anonymous algorithm of 1876). */
function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const shifted = epact + toSunday - 7 * late + 114;
  const month = Math.floor(shifted / 31);
  const day = (shifted % 31) + 1;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
