import type { Day } from '../../../shared/domain/day.ts';
import type { AskedPosition } from '../../../shared/domain/message/position-audience.ts';
import type { Rata } from '../../../shared/domain/message/recipient.ts';
import { firstFactId } from '../documents.ts';
import type { ReadableLedger } from '../open.ts';
import { all, one } from '../statements.ts';

const columns = `o.iuv, q.notice_number AS noticeNumber, q.debtor_cf AS debtorCf, q.debtor_name AS debtorName, o.cents,
  o.due_day AS dueDay, q.description, q.tipo_dovuto AS tipoDovuto`;
const open = `o.service = @service AND o.paid_cents IS NULL AND o.cancelled = 0`;
/**
 * What was prepared once is never prepared again by itself, whatever became of it: a person may have withdrawn it. But what
 * fell with a position that is there again is.
 */
const unasked = `NOT EXISTS (SELECT 1 FROM io_messages m
  WHERE m.notice_number = coalesce(q.notice_number, '3' || o.iuv) AND m.service = @service
    AND CASE m.kind WHEN 'rata' THEN 'avviso' ELSE m.kind END = @kind
    AND NOT (m.state = 'cancelled' AND m.reason ->> '$.code' = 'position-cancelled'))`;

/**
 * Unpaid positions of a service that no document before `fromDocument` told of, and that nobody was asked for; of those
 * that a document from `lookFrom` on tells.
 */
export function newPositions(
  ledger: ReadableLedger,
  wanted: {
    readonly service: string;
    readonly kind: string;
    readonly fromDocument: number;
    readonly lookFrom: number;
    readonly today: Day;
  },
): AskedPosition[] {
  const { fromDocument, lookFrom, ...told } = wanted;
  return all<AskedPosition>(
    ledger,
    `SELECT ${columns} FROM posizioni n
       CROSS JOIN position_states o ON o.iuv = n.iuv
       CROSS JOIN posizioni q ON q.id = o.posizione_id
     WHERE n.id >= @looked AND ${open} AND (o.due_day IS NULL OR o.due_day >= @today)
       AND NOT EXISTS (SELECT 1 FROM posizioni e WHERE e.iuv = n.iuv AND e.id < @first) AND ${unasked}
     GROUP BY o.iuv ORDER BY min(n.id)`,
    { ...told, first: firstFactId(fromDocument), looked: firstFactId(Math.max(fromDocument, lookFrom)) },
  );
}

/**
 * Unpaid positions of a service that fall due between two days and of which nobody was reminded, nor first asked for so
 * lately that a reminder would follow at once.
 */
export function positionsFallingDue(
  ledger: ReadableLedger,
  wanted: {
    readonly service: string;
    readonly kind: string;
    readonly from: Day;
    readonly to: Day;
    readonly daysBefore: number;
  },
): AskedPosition[] {
  return all<AskedPosition>(
    ledger,
    `SELECT ${columns} FROM position_states o CROSS JOIN posizioni q ON q.id = o.posizione_id
     WHERE o.due_sort BETWEEN @from AND @to AND o.iuv IS NOT NULL AND ${open} AND ${unasked}
       AND NOT EXISTS (SELECT 1 FROM io_messages m JOIN io_campaigns c ON c.id = m.campaign_id
         WHERE m.notice_number = coalesce(q.notice_number, '3' || o.iuv) AND m.service = @service
           AND m.state <> 'cancelled' AND m.kind IN ('avviso', 'rata')
           AND substr(c.created_at, 1, 10) >= date(o.due_day, '-' || @daysBefore || ' days'))
     ORDER BY o.due_day, o.key`,
    wanted,
  );
}

/** Whom a service asks for something for the first time, by the documents from `fromDocument` on. */
export function newDebtors(
  ledger: ReadableLedger,
  wanted: { readonly service: string; readonly fromDocument: number; readonly lookFrom: number },
): AskedPosition[] {
  const first = firstFactId(wanted.fromDocument);
  const found = all<AskedPosition>(
    ledger,
    `SELECT ${columns} FROM posizioni n
       CROSS JOIN position_states o ON o.iuv = n.iuv
       CROSS JOIN posizioni q ON q.id = o.posizione_id
     WHERE n.id >= @looked AND o.service = @service AND o.cancelled = 0 AND q.debtor_cf IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM io_messages m
         WHERE m.fiscal_code = upper(q.debtor_cf) AND m.service = @service AND m.kind = 'benvenuto')
     GROUP BY upper(q.debtor_cf) ORDER BY min(n.id)`,
    { service: wanted.service, looked: firstFactId(Math.max(wanted.fromDocument, wanted.lookFrom)) },
  );
  if (found.length === 0) return found;
  const known = new Set(
    all<{ debtor: string }>(
      ledger,
      `SELECT DISTINCT upper(e.debtor_cf) AS debtor FROM posizioni e CROSS JOIN position_states o ON o.iuv = e.iuv
       WHERE e.id < @first AND o.service = @service AND e.debtor_cf IS NOT NULL`,
      { service: wanted.service, first },
    ).map(({ debtor }) => debtor),
  );
  return found.filter(({ debtorCf }) => !known.has(debtorCf?.toUpperCase() ?? ''));
}

/** The words and due days of what some people paid of a service, as far as its positions say. */
export function paidPositionsOf(
  ledger: ReadableLedger,
  wanted: {
    readonly service: string;
    readonly people: readonly string[];
    readonly from: Day;
    readonly to: Day;
  },
): { readonly debtor: string; readonly description: string; readonly dueDay: Day }[] {
  const { people, ...told } = wanted;
  return all(
    ledger,
    `SELECT upper(q.debtor_cf) AS debtor, q.description, o.due_day AS dueDay
     FROM position_states o CROSS JOIN posizioni q ON q.id = o.posizione_id
     WHERE o.due_sort BETWEEN @from AND @to AND o.service = @service
       AND o.paid_cents IS NOT NULL AND q.description IS NOT NULL
       AND upper(q.debtor_cf) IN (SELECT value FROM json_each(@people))`,
    { ...told, people: JSON.stringify(people) },
  );
}

/** IUVs of unpaid positions that ask for something else by now than their citizens were told. */
export function askedOtherwise(
  ledger: ReadableLedger,
  { service, today }: { readonly service: string; readonly today: Day },
): string[] {
  return all<{ iuv: string }>(
    ledger,
    `SELECT DISTINCT o.iuv FROM io_messages m
       JOIN io_campaigns c ON c.id = m.campaign_id AND c.origin = 'positions'
       CROSS JOIN position_states o ON o.iuv = substr(m.notice_number, 2)
     WHERE m.service = @service AND m.kind IN ('avviso', 'rata') AND m.state NOT IN ('draft', 'cancelled') AND ${open}
       AND (o.due_day IS NULL OR o.due_day >= @today)
       AND (m.cents IS NOT o.cents OR m.due_day IS NOT o.due_day)
     ORDER BY o.iuv`,
    { service, today },
  ).map(({ iuv }) => iuv);
}

/** The first document of the last drop. */
export function lastDropFrom(ledger: ReadableLedger): number {
  const found = one<{ first: number | null }>(
    ledger,
    `SELECT min(id) AS first FROM documents WHERE imported_at = (SELECT imported_at FROM documents ORDER BY id DESC LIMIT 1)`,
  );
  return found?.first ?? 0;
}

/** Which part of which debt a notice was first asked for as; null when it never was, or not as a part. */
export function partOfNotice(
  ledger: ReadableLedger,
  service: string,
  noticeNumber: string,
): { readonly debt: string; readonly rata: Rata } | null {
  const found = one<{ debt: string; rata: string }>(
    ledger,
    `SELECT debt, rata FROM io_messages WHERE notice_number = ? AND service = ? AND kind IN ('avviso', 'rata') AND debt IS NOT NULL AND rata IS NOT NULL
     ORDER BY id DESC LIMIT 1`,
    [noticeNumber, service],
  );
  return found === undefined ? null : { debt: found.debt, rata: JSON.parse(found.rata) as Rata };
}
