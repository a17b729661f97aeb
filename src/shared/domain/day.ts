import { fail, ok, type Result } from './result.ts';

/** A calendar day in Italy, `YYYY-MM-DD`, without time or zone. Compares as text. */
export type Day = string & { readonly __brand: 'Day' };

/** A text that is not a day between 1990 and 2100; `value` is the text as it was given. */
export interface DayProblem {
  readonly code: 'invalid-day';
  readonly value: string;
}

/** True for `YYYY-MM-DD` when that day exists in the calendar and lies between 1990 and 2100. */
export function isDay(text: string): text is Day {
  return exists(text) && text >= '1990-01-01' && text <= '2100-12-31';
}

const zoneSuffix = /^(?:Z|[+-]\d{2}:?\d{2})$/;

/** Reads an xs:date. A zone at its end is dropped: `2018-05-11Z` is that day, whatever the zone. */
export function parseDay(text: string): Result<Day, DayProblem> {
  const day = text.slice(0, 10);
  if (isDay(day) && (text.length === 10 || zoneSuffix.test(text.slice(10)))) return ok(day);
  return fail({ code: 'invalid-day', value: text });
}

const italianDay =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)?$/;
const compactDay = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a day as people, banks and spreadsheets write it: `31/12/2026`, `31-12-26`, `20261231`, or ISO with or without a
 * time. Of two numbers the day is always the first.
 */
export function parseItalianDay(text: string): Result<Day, DayProblem> {
  const trimmed = text.trim();
  const compact = compactDay.exec(trimmed);
  if (compact !== null) return parseDay(compact.slice(1).join('-'));
  const parts = italianDay.exec(trimmed);
  if (parts === null) return dayOfInstant(trimmed.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'));
  const [, day = '', , month = '', year = ''] = parts;
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? ok(iso) : fail({ code: 'invalid-day', value: text });
}

/** In which order a list writes day, month and year. */
export const dayOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DayOrder = (typeof dayOrders)[number];

const yearLast = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T].*)?$/;
const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T].*)?$/;

/** Reads a day of a list of which it is known in which order it writes them. A year of four digits at the front is one anyway. */
export function parseDayAs(text: string, order: DayOrder): Result<Day, DayProblem> {
  const read = parseItalianDay(dayFirst(text.trim(), order));
  return read.ok ? read : fail({ code: 'invalid-day', value: text });
}

function dayFirst(text: string, order: DayOrder): string {
  const first = yearFirst.exec(text);
  if (first !== null) return `${first[3]}/${first[2]}/${first[1]}`;
  const last = yearLast.exec(text);
  if (last === null) return text;
  // A list that begins with the year tells it with four digits: this is no day of it.
  if (order === 'ymd') return '';
  return order === 'dmy' ? `${last[1]}/${last[2]}/${last[3]}` : `${last[2]}/${last[1]}/${last[3]}`;
}

const timeOfDay = /^T(\d{2}):(\d{2})(?::(\d{2})(?:[.](\d+))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/;

/**
 * The Italian day of an xs:dateTime: with `Z` or an offset it is converted to Europe/Rome, without them it
 * is already local. A plain date is accepted too, because senders put one where a dateTime is due.
 */
export function dayOfInstant(text: string): Result<Day, DayProblem> {
  if (text.length <= 10 || text[10] !== 'T') return parseDay(text);
  const local = localTime(text);
  const day = local === null ? '' : textOfNumber(Math.floor(local.minutes / 1440));
  return isDay(day) ? ok(day) : fail({ code: 'invalid-day', value: text });
}

/**
 * A form of an xs:dateTime that sorts as text in order of time, in Italian local time; zones and fractions
 * of any length may be mixed. A text that is not an instant sorts as it is written.
 */
export function instantKey(text: string): string {
  const trimmed = text.trim();
  const local = localTime(trimmed);
  if (local === null) return trimmed;
  const day = textOfNumber(Math.floor(local.minutes / 1440));
  const minutes = ((local.minutes % 1440) + 1440) % 1440;
  const clock = [Math.floor(minutes / 60), minutes % 60, local.seconds].map((part) => pad(part, 2)).join(':');
  return `${day}T${clock}.${local.fraction.slice(0, 9).padEnd(9, '0')}`;
}

interface LocalTime {
  /** Minutes since 1 January 1970, Italian local time. */
  readonly minutes: number;
  readonly seconds: number;
  readonly fraction: string;
}

function localTime(text: string): LocalTime | null {
  const time = timeOfDay.exec(text.slice(10));
  const start = text.slice(0, 10);
  // The day before 1990 can still be an instant of 1 January 1990 in Italy.
  if (time === null || !(isDay(start) || start === '1989-12-31')) return null;
  const hour = Number(time[1]);
  const minute = Number(time[2]);
  const seconds = Number(time[3] ?? '0');
  const isMidnightAfter = hour === 24 && minute === 0 && seconds === 0;
  if (minute > 59 || seconds > 59 || (hour > 23 && !isMidnightAfter)) return null;
  let minutes = dayNumber(start) * 1440 + hour * 60 + minute;
  if (time[5] !== undefined || time[6] !== undefined) {
    const offset = Number(time[7] ?? '0') * 60 + Number(time[8] ?? '0');
    if (offset > 14 * 60) return null;
    minutes -= time[6] === '-' ? -offset : offset;
    minutes += isSummerTime(minutes) ? 120 : 60;
  }
  return { minutes, seconds, fraction: time[4] ?? '' };
}

/** The ISO instant at which a day begins in Italy. */
export function beginOfDay(day: Day): string {
  const before = addDays(day, -1);
  const inSummer = `${before}T22:00:00.000Z`;
  const told = dayOfInstant(inSummer);
  return told.ok && told.value === day ? inSummer : `${before}T23:00:00.000Z`;
}

/** The day `n` calendar days later (earlier when negative). Throws outside the years 0 to 9999. */
export function addDays(day: Day, n: number): Day {
  const text = textOfNumber(dayNumber(day) + n);
  if (!exists(text)) throw new RangeError(`no such day: ${text}`);
  return text;
}

/** Calendar days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  // 1 January 1970 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The months as Italian writes them, January first. */
export const monthNames = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

/** Writes a day for a person: `dd/MM/yyyy`. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function exists(text: string): text is Day {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number written in `length` decimal digits from `start`, or -1 when one of them is not a digit. */
function digitsAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 January 1970, counting years from March so that the leap day comes last. */
function dayNumber(day: string): number {
  return numberOfDate(digitsAt(day, 0, 4), digitsAt(day, 5, 2), digitsAt(day, 8, 2));
}

function numberOfDate(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function textOfNumber(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * Summer time of the European Union: from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last
 * Sunday of October (of September until 1995). `utcMinutes` counts from 1 January 1970.
 */
function isSummerTime(utcMinutes: number): boolean {
  const year = Number(textOfNumber(Math.floor(utcMinutes / 1440)).slice(0, 4));
  const start = lastSunday(year, 3, 31) * 1440 + 60;
  const end = (year < 1996 ? lastSunday(year, 9, 30) : lastSunday(year, 10, 31)) * 1440 + 60;
  return utcMinutes >= start && utcMinutes < end;
}

function lastSunday(year: number, month: number, lastDay: number): number {
  const last = numberOfDate(year, month, lastDay);
  return last - ((last + 4) % 7);
}
