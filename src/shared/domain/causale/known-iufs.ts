/**
 * The IUFs that flussi already imported (or announced) bear, asked by key (`iufKey`). Whoever implements it
 * answers from an index: it is asked some thirty times for each text.
 */
export interface KnownIufs {
  has(key: string): boolean;
  /** Keys that begin with `keyPrefix`, three at most. */
  withPrefix(keyPrefix: string): readonly string[];
  /** The IUF as its flusso writes it. */
  original(key: string): string;
  /** Keys that do not begin with a date; few, and tried one by one. */
  irregular(): readonly string[];
}

/** Nothing is known: a causale is read by its own words alone. */
export const noKnownIufs: KnownIufs = {
  has: () => false,
  withPrefix: () => [],
  original: (key) => key,
  irregular: () => [],
};
