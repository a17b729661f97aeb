import type { Day } from '../../../shared/domain/day.ts';
import { flawOfFiscalCode, plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import type {
  ListProblem,
  ListWarning,
  RefusedListRow,
  RowFlaw,
} from '../../../shared/domain/message/list-problem.ts';
import { readDay, readDue } from '../../../shared/domain/message/list-values.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import type { Row } from '../table/table.ts';
import { plainHeader } from '../table/layout.ts';
import { cellAt } from './cells.ts';
import { fieldOfHeader } from './columns.ts';
import { dataRows } from './data-rows.ts';
import { columnMissing, findColumns, type KnownHeader, type Places } from './find-columns.ts';
import { howWritten, type HowWritten } from './how-written.ts';
import { lookAtNotices, readNotice } from './notices.ts';
import { openList } from './open-list.ts';

/** Somebody paid in another way than with the avviso: by F24, at the counter, by credit transfer. */
export interface PaidElsewhere {
  readonly row: number;
  /** A person's, or a company's; null where the list tells only the avviso. */
  readonly fiscalCode: string | null;
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly day: Day | null;
}

export interface PaidList {
  readonly paid: readonly PaidElsewhere[];
  readonly refused: readonly RefusedListRow[];
  readonly warnings: readonly ListWarning[];
  readonly columns: readonly string[];
  /** Rows of data, refused ones included. */
  readonly rows: number;
}

type PaidField = 'fiscalCode' | 'notice' | 'iuv' | 'amount' | 'due';

/** What was paid, and when; the day stands where lists of people have the one on which they fall due. */
const headersOf: readonly (readonly [PaidField, readonly string[]])[] = [
  ['amount', ['Importo versato', 'Importo pagato', 'Versato', 'Pagato', 'Importo a debito versato']],
  [
    'due',
    [
      'Data pagamento',
      'Data versamento',
      'Data riscossione',
      'Pagato il',
      'Versato il',
      'Data incasso',
      'Data',
    ],
  ],
];
const known: ReadonlyMap<string, KnownHeader<PaidField>> = new Map(
  headersOf.flatMap(([field, headers]) =>
    headers.map((header, rank) => [plainHeader(header), { field, rank }] as const),
  ),
);
/** What was to be paid is what was paid where no column says it better. */
const afterPaid = 100;

function paidFieldOf(header: string): KnownHeader<PaidField> | null {
  const own = known.get(plainHeader(header));
  if (own !== undefined) return own;
  const other = fieldOfHeader(header);
  if (other === null) return null;
  const { field, rank } = other;
  if (field === 'amount') return { field, rank: rank + afterPaid };
  return field === 'fiscalCode' || field === 'notice' || field === 'iuv' ? { field, rank } : null;
}

/** Reads a list of who paid in another way. A row that names neither person nor avviso is refused. */
export function readPaidElsewhere(source: ByteSource): Result<PaidList, ListProblem> {
  const all = openList(source);
  if (!all.ok) return all;
  if (all.value.length === 0) return fail({ code: 'list-empty' });
  const found = findColumns(all.value, paidFieldOf, ({ fiscalCode, notice, iuv }) =>
    [fiscalCode, notice, iuv].some((place) => place !== undefined),
  );
  if (!found.ok) return found;
  if (found.value === null) return fail(columnMissing('key', all.value));
  const { places, headers } = found.value;
  const columns = { ...found.value, instalments: [] };
  const data = dataRows(all.value, {
    ...found.value,
    used: Object.values(places),
    key: places.fiscalCode ?? places.notice ?? places.iuv,
  });
  const notices = lookAtNotices(data.rows, columns, null);
  if (!notices.ok) return notices;
  const written = howWritten(data.rows, columns, null);
  const paid: PaidElsewhere[] = [];
  const refused: RefusedListRow[] = [...data.refused];
  for (const row of data.rows) {
    const read = readPaid(row, places, written, notices.value.addPrefix);
    if (read.ok) paid.push(read.value);
    else refused.push({ row: row.row, ...read.problem });
  }
  return ok({
    paid,
    refused: refused.toSorted((a, b) => a.row - b.row),
    // Who paid by F24 needs no avviso.
    warnings: [...notices.value.warnings, ...written.warnings, ...data.warnings].filter(
      ({ code }) => code !== 'notice-empty',
    ),
    columns: headers,
    rows: data.count,
  });
}

function readPaid(
  row: Row,
  places: Places<PaidField>,
  written: HowWritten,
  addPrefix: boolean,
): Result<PaidElsewhere, RowFlaw> {
  const fiscalCode = plainFiscalCode(cellAt(row, places.fiscalCode).text);
  const flaw = fiscalCode === '' ? null : flawOfFiscalCode(fiscalCode);
  if (flaw !== null && flaw.code !== 'cf-numeric') return fail(flaw);
  const notice = readNotice(cellAt(row, places.notice), cellAt(row, places.iuv), addPrefix, () => false);
  if (!notice.ok) return notice;
  if (fiscalCode === '' && notice.value === null) return fail({ code: 'cf-missing' });
  const amount = cellAt(row, places.amount);
  const sum = amount.text === '' ? null : readDue(amount, written.decimals, null);
  if (sum !== null && !sum.ok) return sum;
  const on = cellAt(row, places.due).text;
  const day = on === '' ? null : readDay(on, written.days);
  if (day !== null && !day.ok) return day;
  return ok({
    row: row.row,
    fiscalCode: fiscalCode === '' ? null : fiscalCode,
    noticeNumber: notice.value,
    cents: sum?.value ?? null,
    day: day?.value ?? null,
  });
}
