import type { Day } from '../../../shared/domain/day.ts';
import { ageOf } from '../../../shared/domain/message/fiscal-code.ts';
import type { ListProfile } from '../../../shared/domain/message/list-profile.ts';
import type {
  AcceptedValue,
  ListProblem,
  ListWarning,
  RefusedListRow,
} from '../../../shared/domain/message/list-problem.ts';
import type { Recipient } from '../../../shared/domain/message/recipient.ts';
import type { Unreached } from '../../../shared/domain/message/unreached.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import type { Row } from '../table/table.ts';
import { columnsByProfile } from './by-profile.ts';
import { cellAt } from './cells.ts';
import { dataRows } from './data-rows.ts';
import { findListColumns, type ListColumns } from './find-columns.ts';
import { howWritten } from './how-written.ts';
import { lookAtNotices } from './notices.ts';
import { openList } from './open-list.ts';
import { readRow, type RowContext } from './read-row.ts';

export interface ListOptions {
  /** How the list is read. Null: by the names of its columns. */
  readonly profile?: ListProfile | null;
  /** Without it nobody is too young and no day is past. */
  readonly today?: Day | null;
  /** True for lists of what is overdue already. */
  readonly allowPastDue?: boolean;
  /** The most that the service may ask for, in cents; null where it is not known. */
  readonly cap?: number | null;
  /** Whether IUVs of 17 digits get their 3. Null: when the check digits of most of them agree with it. */
  readonly addPrefix?: boolean | null;
  /** What a person said is right although it looks wrong. */
  readonly accepted?: readonly AcceptedValue[];
}

/** What a list says: who can be written to, and who cannot, and why. */
export interface RecipientList {
  /** One for each avviso. A row that tells several instalments has several, in the order in which they are paid. */
  readonly recipients: readonly Recipient[];
  readonly refused: readonly RefusedListRow[];
  /** Of the refused ones those whom no message can reach: they are told on paper. */
  readonly unreached: readonly Unreached[];
  readonly warnings: readonly ListWarning[];
  /** Of `accepted`, what was met in the list. */
  readonly overridden: readonly AcceptedValue[];
  /** The headers as written; the keys of `fields`. */
  readonly columns: readonly string[];
  /** Rows of data, refused ones included. */
  readonly rows: number;
}

/** Reads the list of a software house. A bad row is refused with its reason, and the others go on. */
export function readRecipients(
  source: ByteSource,
  options: ListOptions = {},
): Result<RecipientList, ListProblem> {
  const { profile = null, today = null, addPrefix = null } = options;
  const all = openList(source);
  if (!all.ok) return all;
  if (all.value.length === 0) return fail({ code: 'list-empty' });
  const columns = profile === null ? findListColumns(all.value) : columnsByProfile(all.value, profile);
  if (!columns.ok) return columns;
  const { headers, places, instalments } = columns.value;
  const data = dataRows(all.value, { ...columns.value, used: usedBy(columns.value), key: places.fiscalCode });
  if (data.count === 0) return fail({ code: 'list-empty' });
  const notices = lookAtNotices(data.rows, columns.value, addPrefix);
  if (!notices.ok) return notices;
  const written = howWritten(data.rows, columns.value, profile);
  const context: RowContext = {
    columns: columns.value,
    written,
    addPrefix: notices.value.addPrefix,
    tellsRata: instalments.length === 0 && data.rows.some((row) => cellAt(row, places.rata).text !== ''),
    cap: options.cap ?? null,
    today,
    allowPastDue: options.allowPastDue ?? false,
    accepted: options.accepted ?? [],
  };
  const gathered = new Gathered();
  for (const row of data.rows) gathered.take(row, context);
  const { recipients, refused, unreached, overridden } = gathered;
  return ok({
    recipients,
    refused: [...data.refused, ...refused].toSorted((a, b) => a.row - b.row),
    unreached,
    warnings: [
      ...notices.value.warnings,
      ...written.warnings,
      ...data.warnings,
      ...(today === null ? [] : minorsAmong(recipients, today)),
    ],
    overridden,
    columns: headers,
    rows: data.count,
  });
}

function usedBy({ places, instalments }: ListColumns): readonly number[] {
  const parts = instalments.flatMap(({ notice, amount, due }) => [notice, amount ?? [], due ?? []].flat());
  return [...Object.values(places), ...parts];
}

/** Gathers what the rows say, and refuses what was said already. */
class Gathered {
  readonly recipients: Recipient[] = [];
  readonly refused: RefusedListRow[] = [];
  readonly unreached: Unreached[] = [];
  readonly overridden: AcceptedValue[] = [];
  readonly #rowOfNotice = new Map<string, number>();
  readonly #rowOfCells = new Map<string, number>();

  take(row: Row, context: RowContext): void {
    const { recipients, refused, unreached, overridden } = readRow(row, context);
    this.refused.push(...refused);
    this.unreached.push(...unreached);
    this.overridden.push(...overridden);
    for (const recipient of recipients) {
      const twin = this.#twinOf(recipient);
      if (twin === null) this.recipients.push(recipient);
      else this.refused.push(twin);
    }
  }

  #twinOf({ row, noticeNumber, fiscalCode, fields, rata }: Recipient): RefusedListRow | null {
    const [seen, key] =
      noticeNumber === null
        ? [this.#rowOfCells, JSON.stringify([fiscalCode, fields])]
        : [this.#rowOfNotice, noticeNumber];
    const firstRow = seen.get(key);
    if (firstRow === undefined) {
      seen.set(key, row);
      return null;
    }
    if (noticeNumber === null) return { row, code: 'duplicate-row', firstRow };
    const part = rata === null ? {} : { rata };
    return { row, code: 'duplicate-notice', value: noticeNumber, firstRow, ...part };
  }
}

const ofAge = 18;
const rowsTold = 50;

function minorsAmong(recipients: readonly Recipient[], today: Day): readonly ListWarning[] {
  const rows = new Set(
    recipients.filter(({ fiscalCode }) => (ageOf(fiscalCode, today) ?? ofAge) < ofAge).map(({ row }) => row),
  );
  return rows.size === 0 ? [] : [{ code: 'minors', count: rows.size, rows: [...rows].slice(0, rowsTold) }];
}
