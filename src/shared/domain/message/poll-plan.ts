/** When to ask next what became of an accepted message, or that asking is over. Instants in ms. */
export type NextPoll = { readonly next: 'ask'; readonly at: number } | { readonly next: 'late' };

const minute = 60_000;
const hour = 60 * minute;

/** After so long the service's own retries are over: only its assistance can tell. */
const patience = 8 * 24 * hour;
const early = [5 * minute, 15 * minute, 60 * minute];

/**
 * After 1 to 2 minutes (spread by `random` from 0 to 1), after 5, 15 and 60 minutes, then every 6 hours, the last time
 * when the eight days are over. A computer that was off asks once and goes on from there.
 */
export function nextPoll(acceptedAt: number, lastAskedAt: number | null, random: number): NextPoll {
  if (lastAskedAt === null) return { next: 'ask', at: acceptedAt + Math.round(minute * (1 + random)) };
  const asked = lastAskedAt - acceptedAt;
  if (asked >= patience) return { next: 'late' };
  const age =
    early.find((at) => at > asked) ?? hour + 6 * hour * (Math.floor((asked - hour) / (6 * hour)) + 1);
  // Late by a little, the next turn would follow on its heels.
  const at = Math.max(Math.min(age, patience), asked + minute);
  return { next: 'ask', at: acceptedAt + at };
}
