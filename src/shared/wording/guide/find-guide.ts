import { fold } from './fold.ts';
import type { Guide, GuideChapter, GuideSection } from './read-guide.ts';

/** The chapters with only those sections in which every wanted word occurs, whatever its accents and capitals. */
export function findInGuide({ chapters }: Guide, wanted: string): readonly GuideChapter[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return chapters;
  return chapters.flatMap((chapter) => {
    const sections = chapter.sections.filter((section) =>
      words.every((word) => section.words.includes(word)),
    );
    return sections.length === 0 ? [] : [{ ...chapter, lead: [], sections }];
  });
}

/** Sections whose title, or another name of theirs, has every wanted word; those that begin with it first. */
export function sectionsTitled({ chapters }: Guide, wanted: string): readonly GuideSection[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const begins = ({ title }: GuideSection): number => (fold(title).startsWith(fold(wanted).trim()) ? 0 : 1);
  return chapters
    .flatMap(({ sections }) => sections)
    .filter(({ title, also }) => {
      const names = fold([title, ...also].join(' '));
      return words.every((word) => names.includes(word));
    })
    .toSorted((a, b) => begins(a) - begins(b));
}

/** The chapter that has a section or is it; null for an id that nobody has. */
export function chapterOf({ index, chapters }: Guide, voce: string): GuideChapter | null {
  return (
    [index, ...chapters].find(({ id, sections }) => id === voce || sections.some((one) => one.id === voce)) ??
    null
  );
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
