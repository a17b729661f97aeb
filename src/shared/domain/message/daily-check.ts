import { instantKey } from '../day.ts';
import { sendWindow, type SendHours } from './send-window.ts';

const nine = 9 * 60;
const atNine: SendHours = { fromMinute: nine, toMinute: nine + 1, workingDaysOnly: false };

/**
 * Whether a window has to look whom to write to: once when it opens, and once a day after nine in Italy. Instants are ISO;
 * `last` is null before the first look of this window.
 */
export function isCheckDue(last: string | null, now: string): boolean {
  if (last === null) return true;
  const local = instantKey(now);
  const todayAtNine = `${local.slice(0, 10)}T09:00`;
  return instantKey(last) < todayAtNine && local >= todayAtNine;
}

/** The next nine o'clock in Italy, ISO instant; null in a year of which no calendar is known. */
export function nextCheckAt(now: string): string | null {
  const here = sendWindow(Date.parse(now), atNine);
  const next = here.open ? sendWindow(here.closesAt, atNine) : here;
  return next.open || next.opensAt === null ? null : new Date(next.opensAt).toISOString();
}
