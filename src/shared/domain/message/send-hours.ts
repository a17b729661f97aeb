import type { MessageSettings } from './message-settings.ts';
import type { SendHours } from './send-window.ts';

/** The hours in which messages may leave, from how a person writes them (`HH:MM`). */
export function sendHoursOf({ from, to, workingDaysOnly }: MessageSettings): SendHours {
  return { fromMinute: minuteOf(from), toMinute: minuteOf(to), workingDaysOnly };
}

function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
