import { isDay } from '../day.ts';
import type { Cents } from '../euro.ts';
import { maxIufLength } from '../iuf.ts';
import { endsText, looksCut, mayBeCut } from './cut.ts';
import { codeIn, endOfCode } from './end-of-code.ts';
import type { Confidence, Repair } from './extraction.ts';
import { iuvAt } from './iuv-in-text.ts';
import { joinRepair } from './lines.ts';
import { trimTail } from './tail-of-code.ts';
import {
  endOfPiece,
  gapBefore,
  hasDigit,
  hasGap,
  isLetter,
  isWordCharacter,
  joined,
  longestWord,
  normalPosition,
  type Text,
} from './text.ts';

/** What stands where an IUF is expected, between two positions of the squeezed text. */
export interface Token {
  readonly kind: 'iuf' | 'iuv' | 'truncated' | 'unreadable';
  readonly start: number;
  readonly end: number;
  /** As written, without blanks; null when there is nothing to show. */
  readonly value: string | null;
  readonly confidence: Confidence;
  readonly repairs: readonly Repair[];
  /** Has all the parts of an IUF: date, PSP, dash, code. */
  readonly whole: boolean;
  /** Written behind an IUV. */
  readonly amountCents: Cents | null;
}

/** Reads what stands at `start`; `origin` is where the marker begins, from which a bank counts its lines. */
export function readToken(text: Text, start: number, origin: number): Token {
  const date = text.squeezed.slice(start, start + 10);
  return isDay(date) ? readDated(text, start, origin) : readUndated(text, start);
}

/** BIC, ABI code or codice fiscale of a PSP, or the beginning of one: too little for an IUF. */
const pspBeginning = /^(?:[A-Z]{1,6}|[A-Z]{6}[A-Z0-9]{1,5}|(?:ABI|BIC)\d{0,5}|\d{1,11})$/;

/** Longest PSP code that is looked for across blanks. */
const longestPsp = 12;

/** Some 2018 causali begin with the date written one and a half times: `2018-05-2018-05-22…`. */
const doubledDate = /^\d{4}-\d\d-\d{4}-\d\d-\d\d/;

/** One or two characters of a code say nothing. */
const leastOfCode = 3;

function readDated(text: Text, start: number, origin: number): Token {
  const { squeezed } = text;
  const pspStart = start + 10;
  const dash = endOfWord(squeezed, pspStart);
  const pspLength = dash - pspStart;
  const reachesDash =
    squeezed[dash] === '-' &&
    (!hasGap(text, pspStart - 1, dash) || (pspLength > 0 && pspLength <= longestPsp));
  if (!reachesDash) return readDashless(text, start);

  const codeStart = dash + 1;
  const code = endOfCode(text, start, codeStart, origin);
  const { end } = code;
  if (end === codeStart || (end < codeStart + leastOfCode && endsText(text, end))) {
    return token('truncated', text, start, end, 'confirm', []);
  }
  const doubled = doubledDate.test(squeezed.slice(start, end));
  const trimmed = doubled && end - start > maxIufLength ? null : trimTail(text, start, codeStart, end);
  if (trimmed === null) return token('unreadable', text, start, end, 'confirm', []);
  const repairs = [...trimmed.repairs];
  if (hasGap(text, start, trimmed.end - 1)) repairs.push(joinRepair(text, start, trimmed.end, origin));
  const codeLength = codeIn(squeezed, start, codeStart, trimmed.end).length;
  const strange = doubled || pspLength === 0 || !trimmed.sure || !hasDigit(squeezed, codeStart, trimmed.end);
  const asks = strange || code.doubt === 'much' || looksCut(text, end, codeLength, origin);
  const doubtful = repairs.length > 0 || code.doubt === 'some' || mayBeCut(text, end);
  const confidence = asks ? 'confirm' : doubtful ? 'likely' : 'certain';
  return { ...token('iuf', text, start, trimmed.end, confidence, repairs), whole: true };
}

/** A date without the dash that ends the PSP: an old id, or one that was cut. */
function readDashless(text: Text, start: number): Token {
  const { squeezed } = text;
  const restStart = start + 10;
  let end = endOfPiece(text, restStart);
  if (gapBefore(text, restStart)) {
    const looksLikeCode = isLetter(squeezed.charCodeAt(restStart)) && hasDigit(squeezed, restStart, end);
    if (!looksLikeCode) end = restStart;
  }
  const rest = squeezed.slice(restStart, end);
  if (rest === '' || pspBeginning.test(rest)) {
    return token('truncated', text, start, end, 'confirm', []);
  }
  if (end - start > maxIufLength) return token('unreadable', text, start, end, 'confirm', []);
  const repairs = hasGap(text, start, end - 1) ? [joinRepair(text, start, end, start)] : [];
  return token('iuf', text, start, end, 'confirm', repairs);
}

const hexId = /^[0-9A-F]{64}$/;
const partOfDate = /^(?:\d{1,4}|\d{4}-\d{0,2}|\d{4}-\d\d-\d?)$/;

/** Without a date: an id older than the rule, an IUV in the wrong slot, or the little that a cut has left. */
function readUndated(text: Text, start: number): Token {
  const { squeezed } = text;
  const end = endOfPiece(text, start);
  const piece = squeezed.slice(start, end);
  // Until 2012 ids had two halves of 32; the reference systems store the first.
  if (hexId.test(piece)) return token('iuf', text, start, start + 32, 'confirm', []);
  const iuv = iuvAt(text.normal, normalPosition(text, start));
  if (iuv !== null && iuv.conforming) {
    const { iuv: value, confidence, repairs, amountCents } = iuv;
    return { ...token('iuv', text, start, end, confidence, repairs), value, amountCents };
  }
  if (partOfDate.test(piece)) return token('truncated', text, start, end, 'confirm', []);
  if (end - start > maxIufLength) return token('unreadable', text, start, end, 'confirm', []);
  if (piece.length >= 8 && hasDigit(squeezed, start, end)) {
    return token('iuf', text, start, end, 'confirm', []);
  }
  const kind = start >= squeezed.length ? 'truncated' : 'unreadable';
  return { ...token(kind, text, start, end, 'confirm', []), value: null };
}

function token(
  kind: Token['kind'],
  text: Text,
  start: number,
  end: number,
  confidence: Confidence,
  repairs: readonly Repair[],
): Token {
  const value = joined(text, start, end);
  return { kind, start, end, value, confidence, repairs, whole: false, amountCents: null };
}

function endOfWord(squeezed: string, start: number): number {
  let end = start;
  while (end < start + longestWord && isWordCharacter(squeezed.charCodeAt(end))) end++;
  return end;
}
