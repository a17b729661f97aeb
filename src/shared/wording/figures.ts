import { formatDay, isDay } from '../domain/day.ts';
import { cents, formatEuro } from '../domain/euro.ts';

/** An amount of cents for a person. */
export const euro = (amount: number): string => formatEuro(cents(amount));

/** A day of the contract for a person; `otherwise` stands for none. */
export function italianDay(day: string | null, otherwise = ''): string {
  return day !== null && isDay(day) ? formatDay(day) : otherwise;
}

/** `1 flusso`, `3 flussi`. */
export function many(count: number, one: string, several: string): string {
  return `${sayCount(count)} ${count === 1 ? one : several}`;
}

/** `1.234`: in sentences that somebody confirms, four figures are grouped too. */
export function sayCount(count: number): string {
  return count.toLocaleString('it-IT', { useGrouping: 'always' });
}

/** `3,2 MB`, in the units that people see in their folders. */
export function sayBytes(bytes: number): string {
  const units = ['byte', 'kB', 'MB', 'GB'] as const;
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** power;
  const figures = amount.toLocaleString('it-IT', {
    maximumFractionDigits: power < 2 || amount >= 100 ? 0 : 1,
  });
  return `${figures} ${units[power] ?? ''}`;
}

/** The moment of an ISO instant, here: `18/11/2026 alle 09:05`. */
export function sayMoment(instant: string): string {
  const at = new Date(instant);
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} alle ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `dal 01/11/2026 al 18/11/2026`, or the one day. */
export function sayPeriod(from: string | null, to: string | null): string {
  if (from === null || to === null) return italianDay(from ?? to);
  return from === to ? italianDay(from) : `dal ${italianDay(from)} al ${italianDay(to)}`;
}

const two = (n: number): string => String(n).padStart(2, '0');
