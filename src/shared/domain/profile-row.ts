import { parseDayAs, type Day, type DayOrder } from './day.ts';
import { cents, type Cents, type Decimals } from './euro.ts';
import { columnsOf, plainMark, type ProfileColumns, type ProfileField } from './profile.ts';
import { centsOfCell, type ListCell } from './profile-values.ts';
import { fail, ok, type Result } from './result.ts';

/** What a person said of how a list is written. */
export interface Writing {
  readonly columns: ProfileColumns;
  readonly decimals: Decimals;
  readonly days: DayOrder;
  readonly credits: readonly string[];
  readonly debits: readonly string[];
}

/** A value of a row that cannot be read as what its column should hold. */
export interface CellProblem {
  readonly code: 'invalid-amount' | 'invalid-day' | 'invalid-value' | 'missing-value';
  readonly field: ProfileField;
}

/** The cell of a field in a row; null when the list has no such column, or the cell is empty. */
export type CellOf = (field: ProfileField) => ListCell | null;

/**
 * The money of a row, negative when it went out: with a sign, in two columns, or beside a word that says which way it
 * went. A credit with the sign of a debit is refused: it is not ours to say what it means.
 */
export function moneyOf(writing: Writing, cellOf: CellOf): Result<Cents, CellProblem> {
  const { decimals, columns } = writing;
  if (columnsOf(columns, 'amount').length === 0) return moneyInTwoColumns(decimals, cellOf);
  const amount = cellOf('amount');
  const mark = cellOf('segno');
  if (amount === null) return fail({ code: 'missing-value', field: 'amount' });
  const read = centsOfCell(amount, decimals);
  if (!read.ok) return fail({ code: 'invalid-amount', field: 'amount' });
  if (writing.credits.length === 0) return read;
  if (mark === null) return fail({ code: 'missing-value', field: 'segno' });
  const says = (marks: readonly string[]): boolean => marks.map(plainMark).includes(plainMark(mark.text));
  if (says(writing.debits)) return ok(out(read.value));
  if (!says(writing.credits)) return fail({ code: 'invalid-value', field: 'segno' });
  return read.value < 0 ? fail({ code: 'invalid-amount', field: 'amount' }) : read;
}

/** Zero in one of the two columns is what some banks write for nothing. */
function moneyInTwoColumns(decimals: Decimals, cellOf: CellOf): Result<Cents, CellProblem> {
  const avere = optionalCents('avere', decimals, cellOf);
  if (!avere.ok) return avere;
  const dare = optionalCents('dare', decimals, cellOf);
  if (!dare.ok) return dare;
  const came = avere.value ?? 0;
  const went = dare.value ?? 0;
  if (came !== 0 && went !== 0) return fail({ code: 'invalid-value', field: 'dare' });
  if (came < 0) return fail({ code: 'invalid-amount', field: 'avere' });
  if (went !== 0) return ok(out(went));
  if (avere.value === null && dare.value === null) return fail({ code: 'missing-value', field: 'avere' });
  return ok(cents(came));
}

function optionalCents(
  field: ProfileField,
  decimals: Decimals,
  cellOf: CellOf,
): Result<Cents | null, CellProblem> {
  const cell = cellOf(field);
  if (cell === null) return ok(null);
  const read = centsOfCell(cell, decimals);
  return read.ok ? read : fail({ code: 'invalid-amount', field });
}

/** The amount of a row that has no sign: of a receipt, or of a position. */
export function plainCents({ decimals }: Writing, cellOf: CellOf): Result<Cents, CellProblem> {
  const read = optionalCents('amount', decimals, cellOf);
  if (!read.ok) return read;
  if (read.value === null) return fail({ code: 'missing-value', field: 'amount' });
  return read.value < 0 ? fail({ code: 'invalid-amount', field: 'amount' }) : ok(read.value);
}

/** A day of a row; null when there is none. */
export function dayOf(
  { days }: Writing,
  field: ProfileField,
  cellOf: CellOf,
): Result<Day | null, CellProblem> {
  const cell = cellOf(field);
  if (cell === null) return ok(null);
  const read = parseDayAs(cell.text, days);
  return read.ok ? read : fail({ code: 'invalid-day', field });
}

/** Banks write what went out with or without its sign. */
function out(amount: number): Cents {
  return cents(0 - Math.abs(amount));
}
