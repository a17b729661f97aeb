import { isDay } from '../day.ts';
import type { Repair } from './extraction.ts';
import { gapBefore, hasGap, isDigit, isLetter, joined, written, type Text } from './text.ts';

/** One `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/`, in any of the forms that banks leave of it. */
export interface Marker {
  /** Where it begins and where the IUF is expected, in the squeezed text. */
  readonly start: number;
  readonly tokenStart: number;
  readonly prog: string | null;
  /** Written with dots, as in the copy that ends up in the end-to-end id, nearly always cut. */
  readonly dotted: boolean;
  readonly repairs: readonly Repair[];
}

const word = 'RIVERSAMENTO';

/** All the markers of a text, in order. `RIVERSAMENTO` alone is an ordinary word: it needs its `/URI/`. */
export function findMarkers(text: Text): readonly Marker[] {
  const markers: Marker[] = [];
  const { squeezed } = text;
  for (let at = squeezed.indexOf(word); at !== -1; at = squeezed.indexOf(word, at + word.length)) {
    const head = readHead(text, at);
    const tail = readTail(text, at + word.length, head.named);
    if (tail === null) continue;
    const repairs: Repair[] = [];
    const detail = written(text, head.start, tail.tokenStart);
    if (!head.whole || !tail.whole || hasGap(text, head.wordStart, at + word.length - 1)) {
      repairs.push({ code: 'broken-marker', detail });
    }
    if (joined(text, at, at + word.length) !== word) repairs.push({ code: 'case', detail });
    const after = squeezed[at + word.length] ?? squeezed[head.wordStart - 1];
    markers.push({
      start: head.start,
      tokenStart: tail.tokenStart,
      prog: tail.prog,
      dotted: after === '.',
      repairs,
    });
  }
  return markers;
}

/** Places where a whole `URI` is all that is left of the marker and a date follows. */
export function findLostMarkers(text: Text): readonly Marker[] {
  const markers: Marker[] = [];
  const { squeezed } = text;
  for (let at = squeezed.indexOf('URI'); at !== -1; at = squeezed.indexOf('URI', at + 3)) {
    const open = at === 0 || gapBefore(text, at) || isSeparator(squeezed.charCodeAt(at - 1));
    const tokenStart = skipSeparators(squeezed, at + 3);
    if (!open || !isDay(squeezed.slice(tokenStart, tokenStart + 10))) continue;
    const repair: Repair = { code: 'lost-marker', detail: written(text, at, tokenStart) };
    markers.push({ start: at, tokenStart, prog: null, dotted: false, repairs: [repair] });
  }
  return markers;
}

interface Head {
  readonly start: number;
  /** Where `LGPE` begins, or what is left of it. */
  readonly wordStart: number;
  /** `GPE` is there. */
  readonly named: boolean;
  readonly whole: boolean;
}

/** Reads backwards from `RIVERSAMENTO`: `[/PUR/][L]GPE-`. */
function readHead(text: Text, at: number): Head {
  const { squeezed } = text;
  const nameEnd = skipSeparatorsBack(squeezed, at);
  if (!endsWith(squeezed, 'GPE', nameEnd)) return { start: at, wordStart: at, named: false, whole: false };
  const withL = squeezed[nameEnd - 4] === 'L';
  const wordStart = nameEnd - (withL ? 4 : 3);
  const whole = withL && nameEnd === at - 1 && squeezed[nameEnd] === '-';
  const purEnd = skipSeparatorsBack(squeezed, wordStart);
  if (!endsWith(squeezed, 'PUR', purEnd)) return { start: wordStart, wordStart, named: true, whole };
  const start = purEnd - 3;
  const slash = start > 0 && isSeparator(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);
  return { start: slash ? start - 1 : start, wordStart, named: true, whole };
}

interface Tail {
  readonly tokenStart: number;
  readonly prog: string | null;
  readonly whole: boolean;
}

/** Longest free text that was seen where the progressive belongs. */
const longestSlot = 20;

/** Reads on from `RIVERSAMENTO`: `/[TXT/prog/]URI/`, or what is left of it before a date or the end. */
function readTail(text: Text, from: number, named: boolean): Tail | null {
  const { squeezed } = text;
  const next = skipSeparators(squeezed, from);
  const direct = afterUri(text, next);
  if (direct !== null) {
    // `RIVERSAMENTO/URI SPA`
    const isName = !named && direct === next + 3 && /^(?!RF\d)[A-Z]/.test(squeezed.slice(direct, direct + 3));
    return isName ? null : { tokenStart: direct, prog: null, whole: true };
  }
  const hasTxt = squeezed.startsWith('TXT', next);
  const slot = hasTxt ? skipSeparators(squeezed, next + 3) : next;
  if (hasTxt) {
    const limit = slot + longestSlot + 3;
    for (
      let uri = squeezed.indexOf('URI', slot);
      uri !== -1 && uri <= limit;
      uri = squeezed.indexOf('URI', uri + 1)
    ) {
      const tokenStart = afterUri(text, uri);
      if (tokenStart === null) continue;
      const prog = progOf(squeezed.slice(slot, skipSeparatorsBack(squeezed, uri)));
      return { tokenStart, prog, whole: prog !== null };
    }
  }
  // The word alone is too common for anything less than its URI.
  if (!named) return null;
  const prog = progOf(squeezed.slice(slot, slot + 1));
  const afterProg = prog === null ? slot : skipSeparators(squeezed, slot + 1);
  if (prog !== null) {
    const tokenStart = afterUri(text, afterProg);
    if (tokenStart !== null) return { tokenStart, prog, whole: false };
  }
  for (const [tokenStart, itsProg] of [
    [slot, null],
    [afterProg, prog],
  ] as const) {
    if (isDay(squeezed.slice(tokenStart, tokenStart + 10)))
      return { tokenStart, prog: itsProg, whole: false };
  }
  const rest = squeezed.slice(afterProg);
  const cut = ['', 'U', 'UR'].includes(rest) || (!hasTxt && ['T', 'TX'].includes(rest));
  return cut ? { tokenStart: squeezed.length, prog: hasTxt ? prog : null, whole: true } : null;
}

/** Where the IUF is expected after a `URI` at `position`; null when there is none, or it only begins a word. */
function afterUri(text: Text, position: number): number | null {
  const { squeezed } = text;
  if (!squeezed.startsWith('URI', position)) return null;
  const end = position + 3;
  const next = skipSeparators(squeezed, end);
  const beginsWord = next === end && isLetter(squeezed.charCodeAt(end)) && !gapBefore(text, end);
  return beginsWord ? null : next;
}

function progOf(slot: string): string | null {
  return slot.length === 1 && isDigit(slot.charCodeAt(0)) ? slot : null;
}

/** Any character but a letter or a digit may stand for a slash. */
function isSeparator(code: number): boolean {
  return !isDigit(code) && !isLetter(code);
}

const mostSeparators = 4;

function skipSeparators(squeezed: string, start: number): number {
  let end = start;
  while (end < squeezed.length && end < start + mostSeparators && isSeparator(squeezed.charCodeAt(end)))
    end++;
  return end;
}

function skipSeparatorsBack(squeezed: string, end: number): number {
  let start = end;
  while (start > 0 && start > end - mostSeparators && isSeparator(squeezed.charCodeAt(start - 1))) start--;
  return start;
}

function endsWith(squeezed: string, ending: string, end: number): boolean {
  return end >= ending.length && squeezed.startsWith(ending, end - ending.length);
}
