import type { Day } from '../../../shared/domain/day.ts';
import { flawOfFiscalCode, plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import type { InstalmentColumns } from '../../../shared/domain/message/list-profile.ts';
import type {
  AcceptedValue,
  Overridable,
  RefusedListRow,
  RowFlaw,
} from '../../../shared/domain/message/list-problem.ts';
import { readDay, readDue, readRata } from '../../../shared/domain/message/list-values.ts';
import type { Rata, Recipient } from '../../../shared/domain/message/recipient.ts';
import { isUnreached, type Unreached, type UnreachedFlaw } from '../../../shared/domain/message/unreached.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Cell, Row } from '../table/table.ts';
import { cellAt, shownAt, textAt } from './cells.ts';
import type { ListColumns } from './find-columns.ts';
import type { HowWritten } from './how-written.ts';
import { readNotice } from './notices.ts';

/** What the rows of one list have in common. */
export interface RowContext {
  readonly columns: ListColumns;
  readonly written: HowWritten;
  readonly addPrefix: boolean;
  /** False when the list has a column for it that is empty throughout: nobody said that these are the whole. */
  readonly tellsRata: boolean;
  /** In cents; null where nobody told one. */
  readonly cap: number | null;
  readonly today: Day | null;
  readonly allowPastDue: boolean;
  readonly accepted: readonly AcceptedValue[];
}

/** What became of a row, or of each of the instalments in it. */
export interface ReadRow {
  readonly recipients: readonly Recipient[];
  readonly refused: readonly RefusedListRow[];
  /** Of a person whom no message can reach: what a letter would ask for. */
  readonly unreached: readonly Unreached[];
  /** What a person said is right and had been refused otherwise. */
  readonly overridden: readonly AcceptedValue[];
}

/** Reads the person of a row, and what that person is asked for. */
export function readRow(row: Row, context: RowContext): ReadRow {
  const { columns } = context;
  const overridden: AcceptedValue[] = [];
  const accept = (code: Overridable, value: string): boolean => {
    const found = context.accepted.find(
      (one) => one.row === row.row && one.code === code && one.value === value,
    );
    if (found !== undefined) overridden.push(found);
    return found !== undefined;
  };
  const person = readPerson(row, columns, accept);
  if (!person.ok) {
    const { problem } = person;
    return {
      recipients: [],
      refused: [{ row: row.row, ...problem }],
      unreached: isUnreached(problem) ? unreachedIn(row, problem, context) : [],
      overridden: [],
    };
  }
  const recipients: Recipient[] = [];
  const refused: RefusedListRow[] = [];
  for (const part of partsOf(row, context)) {
    const told = part.ok ? readPart(part.value, context, accept) : part;
    const rata = columns.instalments.length > 0 && part.ok ? part.value.rata : null;
    if (told.ok) recipients.push({ ...person.value, ...told.value });
    else refused.push({ row: row.row, ...told.problem, ...(rata === null ? {} : { rata }) });
  }
  // The avvisi that stand in one row are of one debt, also when no column names it.
  const [first = null] = columns.instalments.flatMap(({ notice }) => textAt(row, notice) ?? []);
  const own = columns.instalments.length > 1 ? (first?.replaceAll(/\s/g, '') ?? null) : null;
  return {
    recipients: recipients.map((one) => ({ ...one, debt: one.debt ?? own })),
    refused,
    unreached: [],
    overridden,
  };
}

/** A letter may be late, and dear: of what is asked for, only what cannot be read is left out. */
function unreachedIn(row: Row, flaw: UnreachedFlaw, context: RowContext): readonly Unreached[] {
  const { places } = context.columns;
  const fields = fieldsOf(row, context.columns);
  const name = textAt(row, places.name);
  return partsOf(row, context).map((part) => {
    const told = part.ok ? readPart(part.value, { ...context, today: null, cap: null }, () => false) : part;
    return { row: row.row, flaw, name, fields, ...(told.ok ? told.value : nothingAsked) };
  });
}

const nothingAsked: Asked = { noticeNumber: null, cents: null, dueDay: null, rata: null };

type Person = Omit<Recipient, 'noticeNumber' | 'cents' | 'dueDay' | 'rata'>;

function readPerson(
  row: Row,
  columns: ListColumns,
  accept: (code: Overridable, value: string) => boolean,
): Result<Person, RowFlaw> {
  const { places } = columns;
  const fiscalCode = plainFiscalCode(cellAt(row, places.fiscalCode).text);
  const flaw = flawOfFiscalCode(fiscalCode);
  if (flaw !== null) {
    const isCompany = /^G/i.test(cellAt(row, places.kind).text) && flaw.code === 'cf-numeric';
    if (isCompany) return fail({ code: 'company', value: fiscalCode });
    const isAccepted =
      (flaw.code === 'cf-check' || flaw.code === 'cf-birth') && accept(flaw.code, fiscalCode);
    if (!isAccepted) return fail('value' in flaw ? { ...flaw, value: flaw.value.slice(0, 80) } : flaw);
  }
  return ok({
    row: row.row,
    fiscalCode,
    name: textAt(row, places.name),
    debt: textAt(row, places.debt),
    account: textAt(row, places.account),
    fields: fieldsOf(row, columns),
  });
}

function fieldsOf(row: Row, { headers }: ListColumns): Recipient['fields'] {
  return Object.fromEntries(headers.map((header, index) => [header, shownAt(row, index)]));
}

/** What is asked for in a row: one avviso, or several instalments. */
interface Part {
  readonly rata: Rata | null;
  readonly notice: Cell;
  readonly iuv: Cell;
  readonly amount: Cell;
  readonly due: Cell;
  /** The list has a column for the amount. */
  readonly tellsAmount: boolean;
}

function partsOf(row: Row, { columns, tellsRata }: RowContext): readonly Result<Part, RowFlaw>[] {
  const { places, instalments } = columns;
  if (instalments.length > 0) return instalmentsOf(row, instalments);
  const written = cellAt(row, places.rata).text;
  const rata = tellsRata ? readRata(written) : null;
  if (tellsRata && rata === null) return [fail({ code: 'rata-unreadable', value: written.slice(0, 80) })];
  const part = {
    rata,
    notice: cellAt(row, places.notice),
    iuv: cellAt(row, places.iuv),
    amount: cellAt(row, places.amount),
    due: cellAt(row, places.due),
    tellsAmount: places.amount !== undefined,
  };
  return [ok(part)];
}

/** Not everybody has as many instalments: those without avviso and amount are not there. */
function instalmentsOf(
  row: Row,
  instalments: readonly InstalmentColumns[],
): readonly Result<Part, RowFlaw>[] {
  const of = instalments.filter(({ rata }) => rata > 0).length;
  const parts = instalments.flatMap((one) => {
    const notice = cellAt(row, one.notice);
    const amount = cellAt(row, one.amount);
    if (notice.text === '' && amount.text === '') return [];
    const rata: Rata = one.rata === 0 ? { kind: 'unica' } : { kind: 'rata', n: one.rata, of };
    const due = cellAt(row, one.due);
    return [ok({ rata, notice, iuv: { text: '' }, amount, due, tellsAmount: one.amount !== null })];
  });
  return parts.length === 0 ? [fail({ code: 'notice-missing' })] : parts;
}

type Asked = Pick<Recipient, 'noticeNumber' | 'cents' | 'dueDay' | 'rata'>;

function readPart(
  part: Part,
  context: RowContext,
  accept: (code: Overridable, value: string) => boolean,
): Result<Asked, RowFlaw> {
  const { written, cap, addPrefix } = context;
  const notice = readNotice(part.notice, part.iuv, addPrefix, (value) => accept('notice-check', value));
  if (!notice.ok) return notice;
  if (notice.value === null && context.columns.instalments.length > 0)
    return fail({ code: 'notice-missing' });
  const amount = part.amount.text === '' ? null : readDue(part.amount, written.decimals, cap);
  if (amount !== null && !amount.ok) return amount;
  if (amount === null && notice.value !== null && part.tellsAmount) return fail({ code: 'amount-missing' });
  const due = part.due.text === '' ? null : readDay(part.due.text, written.days);
  if (due !== null && !due.ok) return due;
  const dueDay = due?.value ?? null;
  const isPast = dueDay !== null && context.today !== null && dueDay < context.today;
  if (isPast && !context.allowPastDue) return fail({ code: 'due-past', value: part.due.text, day: dueDay });
  return ok({ rata: part.rata, noticeNumber: notice.value, cents: amount?.value ?? null, dueDay });
}
