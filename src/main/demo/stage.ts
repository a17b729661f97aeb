import type { Day } from '../../shared/domain/day.ts';
import { createRandom } from './random.ts';
import { workingDaysBefore } from './calendar.ts';
import { Office } from './office.ts';

/** Where the stories of the demo are played: an office, and the working days that led to today. */
export interface Stage {
  readonly office: Office;
  readonly today: Day;
  /** The working days before today, oldest first. */
  readonly days: readonly Day[];
  /** The working day that is `steps` before the last one before today. */
  readonly back: (steps: number) => Day;
  /** The working day `steps` after `day`, or the last one of its year and of the demo. */
  readonly later: (day: Day, steps: number) => Day;
}

/** How many working days the demo tells: a little less than six weeks. */
export const toldDays = 28;

/** An empty office on a day. */
export function createStage(today: Day): Stage {
  const days = workingDaysBefore(today, toldDays);
  const oldest = days[0] ?? today;
  return {
    office: new Office(createRandom(20_260_301)),
    today,
    days,
    back: (steps) => days[days.length - 1 - steps] ?? oldest,
    later(day, steps) {
      const from = days.indexOf(day);
      const reachable = days
        .slice(from, from + steps + 1)
        .filter((one) => one.slice(0, 4) === day.slice(0, 4));
      return reachable.at(-1) ?? day;
    },
  };
}
