import { maxIufLength } from '../iuf.ts';
import { shortestCode } from './end-of-code.ts';
import type { Repair } from './extraction.ts';
import type { KnownIufs } from './known-iufs.ts';
import { joinRepair } from './lines.ts';
import {
  endOfPiece,
  gapBefore,
  hasGap,
  isDigit,
  isIufCharacter,
  isLetter,
  isWordCharacter,
  joined,
  written,
  type Text,
} from './text.ts';

/** A known IUF that stands in a text, whole, between two positions of the squeezed text. */
export interface KnownHit {
  readonly start: number;
  readonly end: number;
  /** As its flusso writes it. */
  readonly iuf: string;
  readonly confidence: 'certain' | 'likely';
  readonly repairs: readonly Repair[];
}

const shortestIuf = 12;

/** Without a date to begin with, fewer characters than this are of any word. */
const shortestIrregular = 6;

/** All the known IUFs of a text (`dates` tells where they can begin), in order, the longest where several begin together. */
export function findKnown(text: Text, known: KnownIufs, dates: readonly number[]): readonly KnownHit[] {
  const hits: KnownHit[] = [];
  for (const start of dates) {
    const last = hits.at(-1);
    if (last !== undefined && start < last.end) continue;
    const hit = longestAt(text, start, known);
    if (hit !== null) hits.push(hit);
  }
  for (const key of known.irregular()) {
    const start = text.squeezed.indexOf(key);
    if (start === -1 || key.length < shortestIrregular) continue;
    const inside = hits.some((hit) => start < hit.end && hit.start < start + key.length);
    const hit = inside ? null : hitAt(text, start, key, known);
    // Without a date to begin with, an id glued to the word before it may be a piece of that word.
    if (hit !== null && !hit.repairs.some(({ code }) => code === 'glued-head')) hits.push(hit);
  }
  return hits;
}

function longestAt(text: Text, start: number, known: KnownIufs): KnownHit | null {
  const { squeezed } = text;
  // Colons and dots are of old codes; elsewhere no IUF goes beyond them.
  const old = squeezed.slice(start, start + 4) < '2019';
  const longest = old ? maxIufLength : lengthOfRun(squeezed, start);
  for (let length = longest; length >= shortestIuf; length--) {
    const key = squeezed.slice(start, start + length);
    if (!known.has(key)) continue;
    const hit = hitAt(text, start, key, known);
    if (hit !== null) return hit;
  }
  return null;
}

/** Accepts a known key at a position, unless the text goes on as a longer IUF would. */
function hitAt(text: Text, start: number, key: string, known: KnownIufs): KnownHit | null {
  const { squeezed } = text;
  const end = start + key.length;
  const repairs: Repair[] = [];
  const ending = endingOf(text, end, key.length);
  if (ending === 'longer') return null;
  if (ending !== 'clean') repairs.push({ code: ending, detail: written(text, start, endOfPiece(text, end)) });
  const gluedHead = start > 0 && isIufCharacter(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);
  if (gluedHead) repairs.push({ code: 'glued-head', detail: written(text, start - 1, end) });
  if (hasGap(text, start, end - 1)) repairs.push(joinRepair(text, start, end, start));
  const iuf = known.original(key);
  const asWritten = joined(text, start, end);
  if (asWritten !== iuf) repairs.push({ code: 'case', detail: asWritten });
  return {
    start,
    end,
    iuf,
    confidence: ending === 'glued-tail' || gluedHead ? 'likely' : 'certain',
    repairs,
  };
}

/**
 * How the text goes on after a known IUF. Between two digits or two letters another, longer IUF may be
 * meant (`…-S1` and `…-S12`); from a digit to a letter it is rather a word that the bank has glued.
 */
function endingOf(
  text: Text,
  end: number,
  length: number,
): 'clean' | 'trailing-mark' | 'glued-tail' | 'longer' {
  const { squeezed } = text;
  const next = squeezed.charCodeAt(end);
  if (end >= squeezed.length || gapBefore(text, end) || !isIufCharacter(next)) return 'clean';
  const dashed = !isWordCharacter(next) || next === 95;
  const after = dashed ? end + 1 : end;
  const afterCode = squeezed.charCodeAt(after);
  if (dashed && (after >= squeezed.length || gapBefore(text, after) || !isIufCharacter(afterCode))) {
    return 'trailing-mark';
  }
  // An IUF cannot be longer than this: whatever follows is not of it.
  if (length === maxIufLength) return 'glued-tail';
  const previous = squeezed.charCodeAt(end - 1);
  const bothDigits = isDigit(previous) && isDigit(afterCode);
  const bothLetters = isLetter(previous) && isLetter(afterCode);
  if (bothDigits || (bothLetters && !isWordAfterCode(squeezed, end, length, after))) return 'longer';
  return 'glued-tail';
}

/** A code that is whole in itself and three letters more: no PSP has codes so alike of different lengths. */
function isWordAfterCode(squeezed: string, end: number, length: number, after: number): boolean {
  const dash = squeezed.indexOf('-', end - length + 10);
  return dash !== -1 && end - dash - 1 >= shortestCode && /^[A-Z]{3}/.test(squeezed.slice(after, after + 3));
}

/** How many IUF characters stand together from a position on, as many as an IUF can have. */
function lengthOfRun(squeezed: string, start: number): number {
  let length = 0;
  while (length < maxIufLength && isIufCharacter(squeezed.charCodeAt(start + length))) length++;
  return length;
}
