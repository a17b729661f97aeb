import { parseItalianAmount, type Cents } from '../euro.ts';
import { areDigits, classifyIuv } from '../iuv.ts';
import type { Confidence, Repair } from './extraction.ts';
import type { Text } from './text.ts';

/** An IUV read from a text, with the amount that may follow it. */
export interface FoundIuv {
  readonly iuv: string;
  readonly amountCents: Cents | null;
  /** Certain when its check holds, likely when only its shape is right. */
  readonly confidence: Confidence;
  readonly conforming: boolean;
  readonly repairs: readonly Repair[];
}

// The letter before must not be one of a word: `COMUNEDIRFB` is no marker.
const markers = /(?<![0-9A-Z_])RF[BS](?=[^A-Z]|RF)/gi;

const ranks: Record<Confidence, number> = { certain: 3, likely: 2, confirm: 1 };

/** The best IUV behind a `/RFB/` or `/RFS/` (single transfers, until 2021); the first among equals. */
export function findIuv(text: Text): FoundIuv | null {
  if (!text.squeezed.includes('RFB') && !text.squeezed.includes('RFS')) return null;
  let best: FoundIuv | null = null;
  for (const marker of text.normal.matchAll(markers)) {
    let start = marker.index + 3;
    let slash = false;
    while (start < marker.index + 7 && !isAlphanumeric(text.normal, start)) {
      slash ||= text.normal[start] === '/';
      start++;
    }
    const found = iuvAt(text.normal, start);
    // Anything may follow the three letters in a free text: a strange IUV needs its slash, or to be a long number.
    const believable = found !== null && (found.conforming || slash || areDigits(found.iuv));
    if (believable && (best === null || ranks[found.confidence] > ranks[best.confidence])) best = found;
  }
  return best;
}

/** Reads the IUV that begins at a position of the normal text, or null when nothing there can be one. */
export function iuvAt(normal: string, start: number): FoundIuv | null {
  const value = readValue(normal, start);
  const amountCents = amountAt(normal, value.end);
  const repairs = value.repaired
    ? [{ code: 'joined-blank' as const, detail: normal.slice(start, value.end) }]
    : [];
  const shape = classifyIuv(value.text);
  if (shape.shape === 'notice') {
    const confidence = classifyIuv(shape.iuv).valid ? 'certain' : 'likely';
    return { iuv: shape.iuv, amountCents, confidence, conforming: true, repairs };
  }
  const short = shape.shape === 'rf' && value.text.length < 10;
  if (shape.valid || (shape.shape !== 'other' && !short)) {
    const confidence = shape.valid && !value.repaired ? 'certain' : 'likely';
    return { iuv: value.text, amountCents, confidence, conforming: true, repairs };
  }
  const digits = value.text.replace(/\D/g, '').length;
  if (value.text.length < 8 || value.text.length > 35 || digits < 4) return null;
  return { iuv: value.text, amountCents, confidence: 'confirm', conforming: false, repairs };
}

interface Value {
  readonly text: string;
  /** Position in the normal text after the last character. */
  readonly end: number;
  readonly repaired: boolean;
}

const longestReference = 25;
// One in 97 beginnings of a reference passes its check by luck: so short a one is not believed in groups.
const shortestInGroups = 12;

/**
 * A run of letters and digits, or one in groups of four as ISO 11649 prints it: the longest whose check holds,
 * else all the groups. A blank elsewhere is skipped only when the check digits hold without it.
 */
function readValue(normal: string, start: number): Value {
  const first = runAt(normal, start);
  let best: Value = { text: first, end: start + first.length, repaired: false };
  if (first.length !== 4 && classifyIuv(first).valid) return best;
  let longestValid: Value | null = null;
  let text = first;
  let end = best.end;
  let grouped = first.length === 4;
  let lettersOnly = false;
  for (let groups = 1; ; groups++) {
    const next = skipBlanks(normal, end);
    const run = runAt(normal, next);
    if (run === '' || text.length + run.length > longestReference) break;
    text += run;
    end = next + run.length;
    const inGroup = grouped && run.length <= 4;
    // A group of letters alone may be a word: only the check digits can tell.
    lettersOnly ||= !/\d/.test(run);
    const { valid } = classifyIuv(text);
    if (valid && (!inGroup || text.length >= shortestInGroups))
      longestValid = { text, end, repaired: !inGroup || lettersOnly };
    if (!inGroup && (valid || groups > 1)) break;
    if (inGroup && !lettersOnly) best = { text, end, repaired: false };
    grouped = inGroup && run.length === 4;
  }
  return longestValid ?? best;
}

/** Letters and digits from a position on. */
function runAt(normal: string, start: number): string {
  let end = start;
  while (isAlphanumeric(normal, end)) end++;
  return normal.slice(start, end);
}

function skipBlanks(normal: string, start: number): number {
  let end = start;
  while (normal.charCodeAt(end) <= 32) end++;
  return end;
}

function isAlphanumeric(normal: string, position: number): boolean {
  const code = normal.charCodeAt(position);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/**
 * The amount after an IUV: behind a slash, or behind a blank when it has decimals. A whole number counts only
 * when a slash or the end of the text closes it.
 */
function amountAt(normal: string, position: number): Cents | null {
  const before = skipBlanks(normal, position);
  const slash = normal[before] === '/';
  const start = slash ? skipBlanks(normal, before + 1) : before;
  if (start === position) return null;
  let end = start;
  while (isAmountCharacter(normal.charCodeAt(end))) end++;
  const digits = normal.slice(start, end);
  const next = normal[skipBlanks(normal, end)];
  const closed = slash && (next === undefined || next === '/');
  if (!closed && !/[.,]\d{1,2}$/.test(digits)) return null;
  const amount = parseItalianAmount(digits);
  return amount.ok ? amount.value : null;
}

/** Digits, dot and comma. */
function isAmountCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46 || code === 44;
}
