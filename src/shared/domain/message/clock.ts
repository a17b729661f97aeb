/** What the service's clock says of this computer's: `warn` the clerk, or `block` whatever goes by the date. */
export type ClockVerdict = 'fine' | 'warn' | 'block';

const warnFrom = 5 * 60_000;
const blockFrom = 12 * 60 * 60_000;

/** `skewMs`: the service's clock minus ours; null when no answer has told it, which proves nothing. */
export function judgeClock(skewMs: number | null): ClockVerdict {
  const skew = Math.abs(skewMs ?? 0);
  if (skew > blockFrom) return 'block';
  return skew > warnFrom ? 'warn' : 'fine';
}

/** The service's clock minus ours in ms, from the `Date` of an answer heard at `now`; null when it has none that can be read. */
export function skewOf(date: string | undefined, now: number): number | null {
  const told = Date.parse(date ?? '');
  return Number.isNaN(told) ? null : told - now;
}
