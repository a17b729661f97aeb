import type { CausaleTexts } from '../../../../../src/shared/domain/causale.ts';

/** What a person who knows the trade would say of a text. */
export type Wanted =
  /** It names this IUF, and a reader must find it; `prog` where the text has one in its place. */
  | { readonly as: 'iuf'; readonly iuf: string; readonly prog?: string | null }
  /** It names this IUF, but only who knows the flusso can tell: otherwise a reader finds it or asks. */
  | { readonly as: 'doubt'; readonly iuf: string; readonly prog?: string | null }
  /** The end is missing; `wholeLooking` when what is left could be an IUF of its own. */
  | { readonly as: 'cut'; readonly iuf: string; readonly wholeLooking: boolean }
  | { readonly as: 'two'; readonly iufs: readonly [string, string] }
  | { readonly as: 'iuv'; readonly iuv: string; readonly cents: number | null }
  | { readonly as: 'unreadable' | 'none' | 'suspect' };

/** A text nobody has seen before, and what should be read from it. */
export interface Sample {
  readonly texts: CausaleTexts;
  readonly wants: Wanted;
}

/** A movement whose causale is in these pieces. */
export function causale(...causali: readonly string[]): CausaleTexts {
  return { causali, endToEnd: null, bankTexts: [], reference: null, payer: null };
}

/** Puts something into a text at a position. */
export function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

/** Cuts a text into lines of a width, the first of which begins at `from`. */
export function linesOf(text: string, width: number, from = 0): readonly string[] {
  const lines: string[] = [];
  for (let at = from; at < text.length; at += width) lines.push(text.slice(at, at + width));
  const [first, ...rest] = lines;
  return first === undefined ? [text] : [text.slice(0, from) + first, ...rest];
}
