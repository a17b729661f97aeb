import { maxIufLength } from '../iuf.ts';
import { gapAt, type Gap } from './lines.ts';
import {
  endOfPiece,
  gapBefore,
  hasDigit,
  isDateShape,
  isDigit,
  isIufCharacter,
  joined,
  longestWord,
  type Text,
} from './text.ts';

/** How sure one may be of where a code ends. */
export type Doubt = 'none' | 'some' | 'much';

/** Where a flow code ends, after the last character that belongs to it. */
export interface EndOfCode {
  readonly end: number;
  readonly doubt: Doubt;
}

/** Codes have 10 to 16 characters, as far as anybody has seen: a shorter one was cut, or is interrupted. */
export const shortestCode = 10;
const longestCode = 16;

/** Mixed codes (`1h7fues9osh29`, `0E0JHIC0WV60G`) have 13 characters. */
export const lengthOfMixed = 13;

/**
 * Where the flow code ends. A blank ends it, unless the code cannot be whole there or the blank stands where a line ends
 * and what follows may be the rest of it. Words and numbers of others follow as well: where both can be meant, the
 * likelier is taken and the doubt is told.
 */
export function endOfCode(text: Text, start: number, codeStart: number, origin: number): EndOfCode {
  const { squeezed } = text;
  // Until 2018 colons and dots were allowed.
  const old = squeezed.slice(start, start + 4) < '2019';
  let end = codeStart;
  let doubt: Doubt = 'none';
  while (end - start < longestWord) {
    const isMark = old && isInnerMark(text, end);
    if (!isMark && !isIufCharacter(squeezed.charCodeAt(end))) break;
    if (!gapBefore(text, end)) {
      end++;
      continue;
    }
    const pieceEnd = endOfPiece(text, end);
    const judged = judgePiece(text, { start, codeStart, end, pieceEnd, gap: gapAt(text, end, origin) });
    if (judged.doubt !== 'none' && doubt !== 'much') ({ doubt } = judged);
    if (!judged.belongs) return { end, doubt };
    end = pieceEnd;
  }
  return { end, doubt };
}

interface Piece {
  readonly start: number;
  readonly codeStart: number;
  /** Where the code ends, or goes on after the gap. */
  readonly end: number;
  readonly pieceEnd: number;
  readonly gap: Gap;
}

interface Judged {
  readonly belongs: boolean;
  readonly doubt: Doubt;
}

/** Does a piece behind a blank belong to the code? */
function judgePiece(text: Text, piece: Piece): Judged {
  const { start, codeStart, end, pieceEnd, gap } = piece;
  const { squeezed } = text;
  const code = codeIn(squeezed, start, codeStart, end);
  let lastEnd = pieceEnd;
  while (lastEnd > end && squeezed[lastEnd - 1] === '-') lastEnd--;
  const { length } = codeIn(squeezed, start, codeStart, lastEnd);
  const interrupted = end === codeStart || squeezed[end - 1] === '-' || squeezed[end] === '-';
  if (lastEnd - start > maxIufLength) return no('none');
  if (!hasDigit(squeezed, end, pieceEnd)) return judgeLetters(text, piece, code, length);
  if (isOfOthers(text, end, pieceEnd) || beginsOtherWord(code, squeezed.slice(end, pieceEnd)))
    return no('none');
  if (interrupted) return yes('some');
  if (length > longestCode) return no(code.length < shortestCode ? 'much' : 'some');
  if (gap === 'full-line') return yes('some');
  if (gap === 'line-end') return yes(code.length < shortestCode ? 'some' : 'much');
  // A blank in the middle of a line: the code goes on where it is too short to be one.
  return code.length < shortestCode ? yes('much') : no('much');
}

/** Letters alone are mostly a word. */
function judgeLetters(text: Text, piece: Piece, code: string, length: number): Judged {
  const { end, pieceEnd, gap } = piece;
  const sameCase = isSmall(joined(text, end - code.length, end)) === isSmall(joined(text, end, pieceEnd));
  if (isMixed(code) && sameCase && length <= lengthOfMixed) {
    return gap === 'blank' ? no('much') : yes('much');
  }
  // `000000001U`
  const oneMore = pieceEnd - end === 1 && length <= shortestCode;
  if (oneMore) return gap === 'blank' ? no('much') : yes('much');
  if (!hasDigit(code, 0, code.length)) return no('much');
  return no(gap !== 'blank' || pieceEnd - end === 1 ? 'some' : 'none');
}

const psp = /^(?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?|(?:ABI|BIC)\d{5}|\d{11})$/;
const wordsOfPsp = /^(?:[A-Z_]+-)+(?:\d\d-)?/;

/**
 * The code that stands between two positions. Only a PSP of the common shapes is known to end at the first dash: others
 * have dashes of their own (`nodo-doc-dev`).
 */
export function codeIn(squeezed: string, start: number, codeStart: number, end: number): string {
  const code = squeezed.slice(codeStart, end);
  if (psp.test(squeezed.slice(start + 10, codeStart - 1))) return code;
  return code.replace(wordsOfPsp, '');
}

const yes = (doubt: Doubt): Judged => ({ belongs: true, doubt });
const no = (doubt: Doubt): Judged => ({ belongs: false, doubt });

/** A date, a time, an amount, the name of a tag. */
function isOfOthers(text: Text, start: number, end: number): boolean {
  const { squeezed } = text;
  if (isDateShape(squeezed, start)) return true;
  const next = gapBefore(text, end) ? undefined : squeezed[end];
  const piece = squeezed.slice(start, end);
  if (next === ':' && /^[A-Z]{1,4}\d$/.test(piece)) return true;
  const isPart = next === ',' || next === '.' || ((next === '/' || next === ':') && piece.length <= 4);
  return isPart && isDigit(squeezed.charCodeAt(end + 1));
}

/** `TRN12` after a number: letters follow many digits only in mixed codes. */
function beginsOtherWord(code: string, piece: string): boolean {
  const number = code.length < shortestCode ? /\d{4}$/ : /\d$/;
  return number.test(code) && !isMixed(code) && /^[A-Z]./.test(piece);
}

/** Letters after digits, as in a number that is written in base 36; `000000001U` is none. */
export function isMixed(code: string): boolean {
  return /\d[A-Z]/.test(code) && !/^\d{6,}[A-Z]$/.test(code);
}

function isSmall(code: string): boolean {
  return /[a-z]/.test(code);
}

/** A colon or a dot before a digit, as in a time of day; before a letter it begins a tag. */
function isInnerMark(text: Text, position: number): boolean {
  const { squeezed } = text;
  const mark = squeezed[position];
  return (
    (mark === ':' || mark === '.') &&
    isDigit(squeezed.charCodeAt(position + 1)) &&
    !gapBefore(text, position) &&
    !gapBefore(text, position + 1)
  );
}
