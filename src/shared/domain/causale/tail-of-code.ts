import { maxIufLength } from '../iuf.ts';
import { codeIn, isMixed, lengthOfMixed, shortestCode } from './end-of-code.ts';
import type { Repair } from './extraction.ts';
import { joined, written, type Text } from './text.ts';

/** A code without what banks glue to its end. */
export interface Trimmed {
  readonly end: number;
  readonly repairs: readonly Repair[];
  /** False when a word seems to be glued to the code, and only guessed off. */
  readonly sure: boolean;
}

const lettersAfterDigits = /\d[-_]?[A-Z]/;

/** A number and a word after it: letters follow digits only in mixed codes. */
const numberAndWord = /^(.*\d[\d-]*\d)([-_]?)([A-Z]{2,}.*)/;

/** A code in small letters and a word that begins with a capital. */
const smallAndCapitals = /^(?=[^A-Z]*[a-z])([^A-Z]{10,}?)[-_]?[A-Z]/;

/** Takes marks and glued words off the end of an IUF; null when it stays longer than an IUF can be. */
export function trimTail(text: Text, start: number, codeStart: number, codeEnd: number): Trimmed | null {
  const { squeezed } = text;
  const repairs: Repair[] = [];
  let end = codeEnd;
  if (squeezed[end - 1] === '-') {
    repairs.push({ code: 'trailing-mark', detail: written(text, start, end) });
    while (squeezed[end - 1] === '-' && end > codeStart + 1) end--;
  }
  if (end - start > maxIufLength) {
    if (squeezed[start + maxIufLength] !== '-') return null;
    const cut: Repair = { code: 'cut-at-35', detail: written(text, start, end) };
    return { end: start + maxIufLength, repairs: [...repairs, cut], sure: true };
  }
  const code = codeIn(squeezed, start, codeStart, end);
  const wordAt = lettersAfterDigits.test(code)
    ? gluedWordAt(code, joined(text, end - code.length, end))
    : null;
  const before = wordAt === null ? end : end - code.length + wordAt;
  if (before < end) {
    const glued: Repair = { code: 'glued-tail', detail: written(text, start, end) };
    return { end: before, repairs: [...repairs, glued], sure: false };
  }
  return { end, repairs, sure: !endsInWord(code) };
}

/** Where a word begins that does not seem to be of the code, mark before it included. */
function gluedWordAt(code: string, asWritten: string): number | null {
  const [, number = '', mark = '', word = ''] = numberAndWord.exec(code) ?? [];
  // As long as a mixed code is, and with digits at its end, it may be one that begins with digits.
  const mixed = code.length <= lengthOfMixed && /\d/.test(word);
  const isWord = !mixed && (word.length > 2 || /[A-Z][a-z]$/.test(asWritten));
  if (isWord && number.length >= shortestCode - 1 && !isMixed(number)) {
    // `000000001U`
    const oneMore = number.length < shortestCode && mark === '';
    return number.length + (oneMore ? 1 : 0);
  }
  return smallAndCapitals.exec(asWritten)?.[1]?.length ?? null;
}

/** Longer than mixed codes are, and letters at the end: perhaps a word, but nobody can say where it begins. */
function endsInWord(code: string): boolean {
  return code.length > lengthOfMixed && isMixed(code) && /[A-Z]{3}$/.test(code);
}
