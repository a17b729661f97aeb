/** One copy of a ledger, as the ladder sees it. */
export interface Generation {
  readonly name: string;
  /** Counts the copies of a folder: of two, the greater is the later one, whatever the clock said. */
  readonly sequence: number;
  /** The day that the clock told, ISO. */
  readonly day: string;
  readonly bytes: number;
}

/** How many copies stay: of the last day that has any, one for each day, one for each month. */
export const steps = { ofToday: 3, days: 14, months: 12 } as const;
/** All copies together are at most so many times the newest one. */
const mostTimes = 20;
/** These stay, however large. */
const fewest = 2;

/**
 * The names of the copies that stay, the newest first. Days and months are counted as they come in the order of the copies,
 * and only those that have one: a clock that jumps takes up a day of its own and pushes nothing else out.
 */
export function keptGenerations(generations: readonly Generation[]): string[] {
  const newestFirst = generations.toSorted((a, b) => b.sequence - a.sequence);
  const days = firstOfEach(newestFirst, ({ day }) => day, steps.days);
  const months = firstOfEach(newestFirst, ({ day }) => day.slice(0, 7), steps.months);
  const today = newestFirst.filter(({ day }) => day === newestFirst[0]?.day).slice(0, steps.ofToday);
  const kept = within(newestFirst, [...today, ...months, ...days]);
  return newestFirst.filter((one, place) => kept.has(one) || place < fewest).map(({ name }) => name);
}

function firstOfEach(
  newestFirst: readonly Generation[],
  group: (one: Generation) => string,
  most: number,
): Generation[] {
  const first = new Map<string, Generation>();
  for (const one of newestFirst) if (!first.has(group(one))) first.set(group(one), one);
  return [...first.values()].slice(0, most);
}

/** The wanted ones, in order, as long as there is room for them. */
function within(newestFirst: readonly Generation[], wanted: readonly Generation[]): Set<Generation> {
  let room = mostTimes * (newestFirst[0]?.bytes ?? 0);
  const kept = new Set<Generation>();
  for (const one of wanted) {
    if (kept.has(one)) continue;
    room -= one.bytes;
    if (room >= 0) kept.add(one);
  }
  return kept;
}

/** How far ahead is looked: the last of the monthly copies goes after a year. */
const daysAhead = 460;

/**
 * On which day each copy goes by itself, if there is a new one on every day from now on; null for one that is still there
 * after more than a year. Where copies are rarer they stay longer.
 */
export function leavingDays(
  generations: readonly Generation[],
  today: string,
): ReadonlyMap<string, string | null> {
  const leaving = new Map<string, string | null>(generations.map(({ name }) => [name, null]));
  const newest = generations.toSorted((a, b) => b.sequence - a.sequence)[0];
  if (newest === undefined) return leaving;
  let standing: readonly Generation[] = generations;
  for (let n = 1; n <= daysAhead; n++) {
    const day = new Date(Date.parse(`${today}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
    const next = { name: `+${n}`, sequence: newest.sequence + n, day, bytes: newest.bytes };
    const kept = new Set(keptGenerations([...standing, next]));
    for (const { name } of standing) if (!kept.has(name) && leaving.has(name)) leaving.set(name, day);
    standing = [...standing, next].filter(({ name }) => kept.has(name));
  }
  return leaving;
}
