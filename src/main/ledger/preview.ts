import type { DocumentKind } from '../../shared/domain/document.ts';
import { factRange } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { toldBefore } from './opi-universe.ts';
import { piecesOf } from './pieces.ts';
import { one } from './statements.ts';

/** What a document holds, summed up. */
export interface Contents {
  /** First and last day told; null where the document tells none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: { readonly count: number; readonly cents: number };
  /** Rows that an earlier document told as well. */
  readonly knownRows: number;
}

/** Sums up a document that the ledger holds. `breathe` is called every few thousand rows. */
export function contentsOf(
  ledger: ReadableLedger,
  id: number,
  kind: DocumentKind,
  breathe: () => void,
): Contents {
  const ofKind = kinds[kind];
  const { table, period, counts, known } = ofKind;
  const amount = 'cents' in ofKind ? ofKind.cents : 'm.cents';
  const [first, last] = factRange(id);
  const told = one<Pick<Contents, 'from' | 'to'> & { cents: number | null }>(ledger, period, {
    id,
    first,
    last,
  });
  const { from = null, to = null, cents = null } = told ?? {};
  const rows = { count: 0, cents: 0, known: 0 };
  for (const piece of piecesOf(ledger, table, id)) {
    breathe();
    const counted = one<typeof rows>(
      ledger,
      `SELECT count(*) AS count, coalesce(sum(${amount}), 0) AS cents, coalesce(sum(${known}), 0) AS known
       FROM ${table} m WHERE m.id BETWEEN @from AND @to AND ${counts}`,
      { ...piece },
    );
    rows.count += counted?.count ?? 0;
    rows.cents += counted?.cents ?? 0;
    rows.known += counted?.known ?? 0;
  }
  return { from, to, rows: { count: rows.count, cents: cents ?? rows.cents }, knownRows: rows.known };
}

/** In SQL: where the rows of a kind are, which of them count, and when row `m` of document @first..@last was known before. */
const kinds = {
  'giornale-opi': {
    table: 'movimenti',
    period: `SELECT min(header ->> '$.giornale.from') AS "from", max(header ->> '$.giornale.to') AS "to", NULL AS cents
      FROM document_parts WHERE document_id = @id`,
    counts: `m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO'`,
    // As the report of the import counts them: a line that the same document tells twice is known the second time.
    known: toldBefore,
  },
  tesoreria: {
    table: 'movimenti',
    period: `SELECT min(day) AS "from", max(day) AS "to", NULL AS cents
      FROM movimenti WHERE id BETWEEN @first AND @last`,
    counts: `m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO'`,
    known: toldBefore,
  },
  'elenco-flussi': {
    table: 'flussi_attesi',
    period: `SELECT min(substr(created_at, 1, 10)) AS "from", max(substr(created_at, 1, 10)) AS "to", NULL AS cents
      FROM flussi_attesi WHERE id BETWEEN @first AND @last`,
    counts: '1',
    cents: '0',
    known: `EXISTS (SELECT 1 FROM flussi_attesi o WHERE o.iuf_key = m.iuf_key AND o.id < @first)`,
  },
  posizioni: {
    table: 'posizioni',
    period: `SELECT min(due_day) AS "from", max(due_day) AS "to", NULL AS cents
      FROM posizioni WHERE id BETWEEN @first AND @last`,
    counts: `m.action = 'keep'`,
    known: `EXISTS (SELECT 1 FROM posizioni o WHERE o.iuv = m.iuv AND o.id < @first)`,
  },
  flusso: {
    table: 'righe',
    period: `SELECT min(day) AS "from", max(day) AS "to", sum(declared_cents) AS cents
      FROM flussi WHERE id BETWEEN @first AND @last`,
    counts: '1',
    known: `EXISTS (SELECT 1 FROM righe o WHERE o.iuv = m.iuv AND o.iur = m.iur AND o.idx = m.idx AND o.id < @first)`,
  },
  ricevuta: {
    table: 'transfers',
    period: `SELECT min(paid_on) AS "from", max(paid_on) AS "to", NULL AS cents
      FROM ricevute WHERE id BETWEEN @first AND @last`,
    counts: `m.standing = 'paid'`,
    known: `EXISTS (SELECT 1 FROM transfers o WHERE o.iuv = m.iuv AND o.standing IS NOT NULL AND o.standing = 'paid'
      AND CASE WHEN '' IN (o.iur, m.iur) THEN o.cents = m.cents ELSE o.iur = m.iur AND o.idx = m.idx END
      AND o.id < @first)`,
  },
} as const satisfies Record<
  DocumentKind,
  { table: string; period: string; counts: string; known: string; cents?: string }
>;
