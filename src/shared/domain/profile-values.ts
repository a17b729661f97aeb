import { parseDayAs, type DayOrder } from './day.ts';
import {
  bareAmount,
  centsOfNumber,
  parseAmountAs,
  type Cents,
  type Decimals,
  longestAmount,
} from './euro.ts';
import type { Result } from './result.ts';

/** A cell of a list: its text, and the number that a spreadsheet kept. */
export interface ListCell {
  readonly text: string;
  readonly number?: number | undefined;
}

/** What a value, or most of a column, looks like. */
export const valueKinds = ['empty', 'day', 'amount', 'digits', 'text'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** Reads the amount of a cell. A number that a spreadsheet kept has no separators to be mistaken. */
export function centsOfCell(
  { text, number }: ListCell,
  decimals: Decimals,
): Result<Cents, { readonly code: 'invalid-amount'; readonly value: string }> {
  if (number === undefined) return parseAmountAs(text, decimals);
  return centsOfNumber(decimals === 'cents' ? number / 100 : number);
}

export function kindOfValue({ text, number }: ListCell): ValueKind {
  const bare = text.trim();
  if (bare === '') return 'empty';
  if (number !== undefined) return Number.isInteger(number) ? 'digits' : 'amount';
  if (isDayText(bare)) return 'day';
  if (/^\d+$/.test(bare)) return 'digits';
  return isAmountText(bare) ? 'amount' : 'text';
}

/** What more than half of the values of a column look like. */
export function kindOfColumn(cells: readonly ListCell[]): ValueKind {
  const counts: Record<ValueKind, number> = { empty: 0, day: 0, amount: 0, digits: 0, text: 0 };
  for (const cell of cells) counts[kindOfValue(cell)] += 1;
  const filled = cells.length - counts.empty;
  if (filled === 0) return 'empty';
  if (counts.day * 2 > filled) return 'day';
  if (counts.amount > 0 && (counts.amount + counts.digits) * 2 > filled) return 'amount';
  return counts.digits * 2 > filled ? 'digits' : 'text';
}

function isDayText(text: string): boolean {
  return parseDayAs(text, 'dmy').ok || parseDayAs(text, 'mdy').ok;
}

function isAmountText(text: string): boolean {
  return parseAmountAs(text, 'comma').ok || parseAmountAs(text, 'dot').ok || openAmount.test(unsigned(text));
}

/** What the values of a column say of how they are written; neither told nor an example: nothing depends on it. */
export interface Evidence<Form> {
  readonly told: Form | null;
  /** A value that leaves it open, or that says otherwise than the rest. */
  readonly example: string | null;
}

const indifferent = { told: null, example: null } as const;

/** `1,234` is a thousand for some and a little more than one for others. */
const openAmount = /^\d{1,3}[.,]\d{3}$/;
const commaProof = /,\d{1,2}$|,\d{4,}$|\d{4,},\d+$|\d[. ']\d{3},\d+$|^\d{1,3}(?:[.]\d{3}){2,}$/;
const dotProof = /[.]\d{1,2}$|[.]\d{4,}$|\d{4,}[.]\d+$|\d[, ']\d{3}[.]\d+$|^\d{1,3}(?:,\d{3}){2,}$/;

/** How amounts are written. Whole numbers alone may be euro or cents. */
export function evidenceOfAmounts(cells: readonly ListCell[]): Evidence<Decimals> {
  const found: Record<'comma' | 'dot' | 'open' | 'whole', string | null> = {
    comma: null,
    dot: null,
    open: null,
    whole: null,
  };
  let isExact = false;
  for (const cell of cells) {
    const text = unsigned(cell.text);
    // What is longer is no amount, and looking for one in it may take minutes.
    if (text === '' || text.length > longestAmount) continue;
    if (cell.number !== undefined && !Number.isInteger(cell.number)) isExact = true;
    else if (/^\d+$/.test(text)) {
      if (Number(text) !== 0) found.whole ??= cell.text.trim();
    } else if (openAmount.test(text)) found.open ??= cell.text.trim();
    else if (commaProof.test(text)) found.comma ??= cell.text.trim();
    else if (dotProof.test(text)) found.dot ??= cell.text.trim();
  }
  if (found.comma !== null && found.dot !== null) return { told: null, example: found.dot };
  if (found.comma !== null) return { told: 'comma', example: null };
  if (found.dot !== null) return { told: 'dot', example: null };
  if (found.open !== null) return { told: null, example: found.open };
  // Numbers of a spreadsheet with decimals are euro, whatever else is whole.
  return isExact || found.whole === null ? indifferent : { told: null, example: found.whole };
}

/** In which order days are written. */
export function evidenceOfDays(cells: readonly ListCell[]): Evidence<DayOrder> {
  let dmy: string | null = null;
  let mdy: string | null = null;
  let open: string | null = null;
  for (const { text } of cells) {
    if (parseDayAs(text, 'ymd').ok) continue;
    const isDmy = parseDayAs(text, 'dmy').ok;
    const isMdy = parseDayAs(text, 'mdy').ok;
    if (isDmy && isMdy) open ??= text.trim();
    else if (isDmy) dmy ??= text.trim();
    else if (isMdy) mdy ??= text.trim();
  }
  if (dmy !== null && mdy !== null) return { told: null, example: mdy };
  if (dmy !== null) return { told: 'dmy', example: null };
  if (mdy !== null) return { told: 'mdy', example: null };
  return open === null ? indifferent : { told: null, example: open };
}

/** What several columns say together: one that proves it speaks for those that leave it open. */
export function together<Form>(all: readonly Evidence<Form>[]): Evidence<Form> {
  const told = new Set(all.flatMap((one) => one.told ?? []));
  const [only] = told;
  if (only !== undefined && told.size === 1) return { told: only, example: null };
  return { told: null, example: all.find((one) => one.example !== null)?.example ?? null };
}

function unsigned(text: string): string {
  return bareAmount(text).replace(/^[+-]\s*|\s*[+-]$/g, '');
}
