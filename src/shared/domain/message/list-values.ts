import { addDays, parseDayAs, parseItalianDay, type Day, type DayOrder } from '../day.ts';
import { bareAmount, parseItalianAmount, type Decimals } from '../euro.ts';
import { centsOfCell, type ListCell } from '../profile-values.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Rata } from './recipient.ts';

/** What is wrong with an amount that somebody should pay; `value` is as written. */
export type AmountFlaw =
  | { readonly code: 'amount-not-a-number'; readonly value: string }
  | { readonly code: 'amount-zero'; readonly value: string }
  | { readonly code: 'amount-negative'; readonly value: string }
  | { readonly code: 'amount-decimals'; readonly value: string }
  /** A thousand for some and a little more than one for others, in a list that does not tell how it writes amounts. */
  | { readonly code: 'amount-ambiguous'; readonly value: string }
  /** More than a message may ask for, in cents. */
  | {
      readonly code: 'amount-over-cap';
      readonly value: string;
      readonly cents: number;
      readonly cap: number;
    };

/** What no service may ask for more than: ten digits of cents. */
const mostCents = 9_999_999_999;

/**
 * Reads an amount that somebody should pay, in cents. `decimals` null: the list writes them in more ways than one, and
 * each must tell by itself. Nothing is rounded.
 */
export function readDue(
  cell: ListCell,
  decimals: Decimals | null,
  cap: number | null,
): Result<number, AmountFlaw> {
  const value = cell.text.trim();
  const read =
    decimals === null && cell.number === undefined
      ? parseItalianAmount(bareAmount(value))
      : centsOfCell(cell, decimals ?? 'comma');
  if (!read.ok) return fail({ code: whyNoAmount(cell, decimals), value });
  if (read.value === 0) return fail({ code: 'amount-zero', value });
  if (read.value < 0) return fail({ code: 'amount-negative', value });
  const most = Math.min(cap ?? mostCents, mostCents);
  return read.value > most
    ? fail({ code: 'amount-over-cap', value, cents: read.value, cap: most })
    : ok(read.value);
}

const openAmount = /^\d{1,3}[.,]\d{3}$/;
const number = /^\d[\d. ']*(?:[.,]\d+)?$/;

function whyNoAmount(
  { text, number: kept }: ListCell,
  decimals: Decimals | null,
): 'amount-not-a-number' | 'amount-decimals' | 'amount-ambiguous' {
  if (kept !== undefined) return 'amount-decimals';
  const bare = bareAmount(text).replace(/^[+-]\s*|\s*[+-]$/g, '');
  if (decimals === null && openAmount.test(bare)) return 'amount-ambiguous';
  return number.test(bare) ? 'amount-decimals' : 'amount-not-a-number';
}

/** What is wrong with a day of a list. */
export type DayFlaw =
  | { readonly code: 'due-unreadable'; readonly value: string }
  | { readonly code: 'due-impossible'; readonly value: string }
  /** Month first, as in the United States: never turned round in silence. */
  | { readonly code: 'due-american'; readonly value: string }
  /** May be month first in a list that elsewhere is. */
  | { readonly code: 'due-ambiguous'; readonly value: string };

/** Serial numbers of spreadsheets from 2000 to 2100, counted from 1900. */
const serial = /^\d{5}$/;
const serialOf2000 = 36_526;
const serialOf2101 = 73_416;

/** True for a day that a spreadsheet wrote as its serial number. */
export function isSerialDay(text: string): boolean {
  const value = Number(text);
  return serial.test(text) && value >= serialOf2000 && value < serialOf2101;
}

/** Reads a day of a list. `order` null: the list has days with the month first, and does not say so of all. */
export function readDay(value: string, order: DayOrder | null): Result<Day, DayFlaw> {
  const first = parseItalianDay('01/01/2000');
  if (isSerialDay(value) && first.ok) return ok(addDays(first.value, Number(value) - serialOf2000));
  const read = parseDayAs(value, order ?? 'dmy');
  const otherwise = parseDayAs(value, order === 'mdy' ? 'dmy' : 'mdy');
  if (read.ok) {
    const isOpen = order === null && otherwise.ok && otherwise.value !== read.value;
    return isOpen ? fail({ code: 'due-ambiguous', value }) : read;
  }
  if (otherwise.ok && order !== 'mdy') return fail({ code: 'due-american', value });
  const numbers = value.match(/\d+/g) ?? [];
  return fail({ code: numbers.length >= 3 ? 'due-impossible' : 'due-unreadable', value });
}

const firstWords: readonly (readonly [RegExp, number])[] = [
  [/^prima\b/, 1],
  [/^seconda\b/, 2],
  [/^terza\b/, 3],
  [/^quarta\b/, 4],
  [/^quinta\b/, 5],
  [/^sesta\b/, 6],
];
const whole = /^(?:0+|u|unica|unico|rata unica|soluzione unica|unica soluzione)$/;
const numbered =
  /^(?:rata\s*)?(?:n[.°]?\s*)?0*(\d{1,2})(?:\s*[ªa°])?(?:\s*rata)?(?:\s*(?:\/|di|su)\s*0*(\d{1,2}))?$/;

/** Which part of a debt a cell tells; an empty one is the whole. Null for what cannot be told. */
export function readRata(text: string): Rata | null {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (plain === '' || whole.test(plain)) return { kind: 'unica' };
  const word = firstWords.find(([pattern]) => pattern.test(plain));
  if (word !== undefined) return { kind: 'rata', n: word[1], of: null };
  const parts = numbered.exec(plain);
  if (parts === null) return null;
  const n = Number(parts[1]);
  const of = parts[2] === undefined ? null : Number(parts[2]);
  return n === 0 || (of !== null && of < n) ? null : { kind: 'rata', n, of };
}
