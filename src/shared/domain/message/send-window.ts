import { addDays, instantKey, isDay, type Day } from '../day.ts';
import { isWorkingDay } from '../working-days.ts';

/** When messages may leave, in minutes of the Italian day: a telephone that rings at night is an office that did wrong. */
export interface SendHours {
  readonly fromMinute: number;
  /** Exclusive. */
  readonly toMinute: number;
  readonly workingDaysOnly: boolean;
}

export const usualSendHours: SendHours = {
  fromMinute: 8 * 60 + 30,
  toMinute: 19 * 60 + 30,
  workingDaysOnly: true,
};

/** Instants in ms. `opensAt` is null when the clock shows a year in which no calendar holds. */
export type SendWindow =
  | { readonly open: true; readonly closesAt: number }
  | { readonly open: false; readonly opensAt: number | null };

/** Whether messages may leave now, whatever zone the computer believes to be in. */
export function sendWindow(now: number, hours: SendHours): SendWindow {
  const { day, minute } = romeTime(now);
  if (!isDay(day)) return { open: false, opensAt: null };
  if (mayOpen(day, hours)) {
    if (minute < hours.fromMinute) return { open: false, opensAt: romeInstant(day, hours.fromMinute) };
    if (minute < hours.toMinute) return { open: true, closesAt: romeInstant(day, hours.toMinute) };
  }
  let next = addDays(day, 1);
  while (!mayOpen(next, hours)) next = addDays(next, 1);
  return { open: false, opensAt: romeInstant(next, hours.fromMinute) };
}

function mayOpen(day: Day, hours: SendHours): boolean {
  return !hours.workingDaysOnly || isWorkingDay(day);
}

function romeTime(now: number): { readonly day: string; readonly minute: number } {
  const local = instantKey(new Date(now).toISOString());
  return { day: local.slice(0, 10), minute: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) };
}

const minuteMs = 60_000;

/** The instant at which clocks in Italy show that minute of the day; in the hour that March skips, the one they jump to. */
function romeInstant(day: Day, minuteOfDay: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * minuteMs;
  const summer = asUtc - 120 * minuteMs;
  const shown = romeTime(summer);
  return shown.day === day && shown.minute === minuteOfDay ? summer : asUtc - 60 * minuteMs;
}
