/** Draws that follow from a seed alone, so that a failure can be drawn again. */
export interface Chance {
  /** A whole number from 0 up to, without, the limit. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True once in so many times. */
  once(inSoMany: number): boolean;
  /** A text of so many characters out of an alphabet. */
  text(length: number, alphabet: string): string;
}

export const digits = '0123456789';
export const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const small = capitals.toLowerCase();

/** Mulberry32: short, quick, and good enough to choose test data. */
export function chanceOf(seed: number): Chance {
  let state = seed * 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: <T>(choices: readonly T[]): T => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    once: (inSoMany) => below(inSoMany) === 0,
    text: (length, alphabet) =>
      Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join(''),
  };
}
