import type { Random } from '../../../src/main/demo/random.ts';

/** The same things in an order that the source of choices makes up. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => ({ one, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
