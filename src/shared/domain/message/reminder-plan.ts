import { addDays, daysBetween, type Day } from '../day.ts';

/** The day on which somebody is reminded, and the last one on which it still helps. */
export interface ReminderDays {
  readonly on: Day;
  readonly until: Day;
}

/** Whether a reminder goes today: not yet, now (also because the computer was off on its day), or no more. */
export type Turn = 'later' | 'now' | 'over';

/** What was missed longer ago is not made up for, days. */
export const lookBackDays = 30;

export function turnOf({ on, until }: ReminderDays, today: Day): Turn {
  if (today < on) return 'later';
  return today > until || daysBetween(on, today) > lookBackDays ? 'over' : 'now';
}

/** A notice is reminded of so many days before it falls due, and on no day after that. */
export function reminderDaysOf(dueDay: Day, daysBefore: number): ReminderDays {
  return { on: addDays(dueDay, -daysBefore), until: dueDay };
}

/** More messages than this are not queued by themselves after days on which nobody looked. */
const mostUnasked = 200;

/**
 * True when a person has to look first: the computer was off for some days, or it never looked, and what comes together
 * now is a lot. `checkedOn`: the last day on which it was looked.
 */
export function mustAsk(messages: number, checkedOn: Day | null, today: Day): boolean {
  return messages > mostUnasked && daysMissed(checkedOn, today) > 0;
}

/** On how many days before today nobody looked, at most as many as are made up for. */
export function daysMissed(checkedOn: Day | null, today: Day): number {
  if (checkedOn === null) return lookBackDays;
  return Math.min(lookBackDays, Math.max(0, daysBetween(checkedOn, today) - 1));
}
