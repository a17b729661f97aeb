import { partsOf, type HelpEntry, type HelpSection } from './entry.ts';
import { fold } from './fold.ts';
import { shortTitleOf } from './help.ts';

/** The sections with only those entries in which every wanted word occurs; no words, everything. */
export function findHelp(sections: readonly HelpSection[], wanted: string): readonly HelpSection[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return sections;
  return sections.flatMap((section) => {
    const entries = section.entries.filter((entry) => {
      const text = fold(textOf(entry));
      return words.every((word) => text.includes(word));
    });
    return entries.length === 0 ? [] : { ...section, entries };
  });
}

/** A stretch of text, and whether it is one of the wanted words. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a text where the wanted words begin and end; the stretches together are the text. */
export function markWords(text: string, wanted: string): readonly Stretch[] {
  const folded = fold(text);
  const hits = new Uint8Array(text.length);
  for (const word of wordsOf(wanted))
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length))
      hits.fill(1, at, at + word.length);
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && hits[at] === hits[from]) continue;
    stretches.push({ text: text.slice(from, at), hit: hits[from] === 1 });
    from = at;
  }
  return stretches;
}

function wordsOf(wanted: string): string[] {
  return fold(wanted)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function textOf({ title, paragraphs, steps = [], also = [] }: HelpEntry): string {
  const said = [...paragraphs, ...steps]
    .flatMap((text) => partsOf(text, shortTitleOf))
    .map(({ text }) => text);
  return [title, ...said, ...also].join(' ');
}
