import type { Dot, Dots } from '../../domain/verdict.ts';

/** One thing that the help explains. */
export interface HelpEntry {
  /** Names it in addresses and in `[[links]]`; no other entry or section has it. */
  readonly id: string;
  readonly title: string;
  /** In them `[[id]]` and `[[id|words]]` lead to another entry. */
  readonly paragraphs: readonly string[];
  readonly steps?: readonly string[];
  /** Other words under which it is looked for; never shown. */
  readonly also?: readonly string[];
  readonly dot?: Dot;
  readonly dots?: Dots;
}

export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly entries: readonly HelpEntry[];
}

/** A piece of a paragraph: words, or words that lead somewhere. */
export interface HelpPart {
  readonly text: string;
  readonly to: string | null;
}

/** Tells the links of a paragraph from its words; a link without words of its own shows `titleOf` its target. */
export function partsOf(paragraph: string, titleOf: (id: string) => string): HelpPart[] {
  return paragraph.split(/(\[\[[^\]]+\]\])/).flatMap((piece) => {
    const [id, words] = piece.startsWith('[[') ? piece.slice(2, -2).split('|', 2) : [];
    if (id !== undefined) return { text: words ?? titleOf(id), to: id };
    return piece === '' ? [] : { text: piece, to: null };
  });
}
