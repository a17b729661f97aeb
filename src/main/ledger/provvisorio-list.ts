import { provvisorioBuckets, type ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { Extraction } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { MoneyDecision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { readChanged, type Changed, type ChangedPage } from './changed-rows.ts';
import { contoOf } from './conto-of.ts';
import {
  asOf,
  baseConditions,
  keyValues,
  oneOf,
  type BaseFilter,
  type FilteredColumns,
  type ProvvisorioWanted,
} from './filters.ts';
import {
  countRows,
  readRowsWhere,
  type Condition,
  type Listing,
  type Page,
  type PageRequest,
} from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey, ProvvisorioState } from './provvisori.ts';
import { codesFirst, missingLast, newestFirst, rankOf, type SortKey } from './sort-keys.ts';
import { flussiOfService, openBuckets, provvisorioAttention, provvisorioCents } from './today.ts';

/** A provvisorio as the lists show it. */
export interface ListedProvvisorio extends ProvvisorioKey {
  readonly id: number;
  readonly movimentoId: number;
  readonly date: Day;
  /** What is left after partial storni; the whole amount when all of it was called back. */
  readonly cents: number;
  readonly stornedCents: number;
  readonly regularisedCents: number;
  readonly causale: string;
  readonly state: ProvvisorioState;
  /** What the causale says. */
  readonly readIuf: string | null;
  readonly prog: string | null;
  readonly iuv: string | null;
  readonly kind: Extraction['kind'];
  readonly confidence: Extraction['confidence'];
  readonly source: Extraction['source'];
  readonly bucket: ProvvisorioBucket;
  readonly payer: string | null;
  /** Where its money counts. */
  readonly shares: readonly { readonly iuf: string; readonly cents: number }[];
  readonly decided: MoneyDecision | null;
  readonly conflict: string | null;
}

/** As SQL reads it. */
interface Row extends Omit<ListedProvvisorio, 'shares'> {
  /** A JSON list. */
  readonly shares: string;
}

function listed({ shares, ...row }: Row): ListedProvvisorio {
  return { ...row, shares: JSON.parse(shares) as ListedProvvisorio['shares'] };
}

export interface ProvvisorioFilter extends BaseFilter {
  readonly buckets: readonly ProvvisorioBucket[];
  readonly states: readonly ProvvisorioState[];
  /** Money that counts under this IUF, all of it or a part. */
  readonly iuf: string | null;
  /** Only where the causale names for certain another flusso than a person said. */
  readonly conflict: boolean;
  readonly provvisorio?: ProvvisorioWanted | undefined;
  /** Money of a flusso that lists a payment of this service, or of such a payment alone. */
  readonly service?: string | null;
}

export type ProvvisorioSort = 'attention' | 'date' | 'cents' | 'numero' | 'bucket' | 'payer';

export interface ProvvisorioCount {
  readonly count: number;
  readonly cents: number;
  readonly flussi: number;
}

/** `ids`: only these provvisori, whatever else is asked; null for no such limit. */
export function listProvvisori(
  ledger: ReadableLedger,
  today: Day,
  filter: ProvvisorioFilter,
  ids: readonly number[] | null,
  request: PageRequest<ProvvisorioSort>,
): Page<ListedProvvisorio> {
  const conditions = [asOf(today), ...conditionsOf(filter, ids)];
  const page = readPage<Row, ProvvisorioSort>(ledger, provvisori, conditions, request);
  return { ...page, rows: page.rows.map(listed) };
}

/** A page of the provvisori that changed; see {@link readChanged}. No day changes what is told of them. */
export function changedProvvisori(
  ledger: ReadableLedger,
  today: Day,
  changed: Changed,
  page: ChangedPage,
): Pick<Page<ListedProvvisorio>, 'rows' | 'next'> {
  if (changed.how === 'turned') return { rows: [], next: null };
  const id: SortKey = { sql: 'p.id', of: 'number' };
  const of = { alias: 'p', id, turns: { sql: 'FALSE' } };
  const { rows, next } = readChanged<Row>(ledger, provvisori, of, changed, today, page);
  return { rows: rows.map(listed), next };
}

/** How many, how much, and how many flussi they are the money of: of those that cannot be told, each is one. */
export function countProvvisori(
  ledger: ReadableLedger,
  today: Day,
  filter: ProvvisorioFilter,
  ids: readonly number[] | null,
): ProvvisorioCount {
  const conditions = [asOf(today), ...conditionsOf(filter, ids)];
  const { count, cents } = countRows(ledger, provvisori, conditions);
  const { distinct } = countRows(ledger, parts, conditions, ownFlusso);
  return { count, cents, flussi: distinct };
}

/** The ids of those among `ids` that meet the filter. */
export function provvisoriAmong(
  ledger: ReadableLedger,
  today: Day,
  filter: ProvvisorioFilter,
  ids: readonly number[],
): number[] {
  const conditions = [asOf(today), ...conditionsOf(filter, ids)];
  const found = readRowsWhere<{ id: number }>(ledger, { ...provvisori, columns: 'p.id' }, conditions);
  return found.map(({ id }) => id);
}

/** Those that the bank called back, wholly or in part. */
export function stornedProvvisori(
  ledger: ReadableLedger,
  today: Day,
  filter: ProvvisorioFilter,
): ListedProvvisorio[] {
  const conditions = [asOf(today), ...conditionsOf(filter, null), { sql: 'p.storned_cents > 0' }];
  return readRowsWhere<Row>(ledger, provvisori, conditions).map(listed);
}

export function provvisorioByKey(
  ledger: ReadableLedger,
  today: Day,
  wanted: ProvvisorioKey,
): ListedProvvisorio | undefined {
  const condition = {
    sql: 'p.esercizio = @esercizio AND p.numero = @numero AND p.conto = @conto',
    values: keyValues(wanted),
  };
  return readRowsWhere<Row>(ledger, provvisori, [asOf(today), condition]).map(listed)[0];
}

/** The provvisori that hold the money of a flusso, or the single one, as of now. */
export function provvisoriOf(
  ledger: ReadableLedger,
  today: Day,
  flussoKey: string | null,
  provvisorioId: number | null,
): ListedProvvisorio[] {
  if (flussoKey === null && provvisorioId === null) return [];
  const condition = {
    sql: `p.id IN (${holdersOf} AND q.cents > 0) OR p.id = @provvisorioId`,
    values: { iufKey: flussoKey, provvisorioId },
  };
  return readRowsWhere<Row>(ledger, provvisori, [asOf(today), condition]).map(listed);
}

const holdersOf = `SELECT q.provvisorio_id FROM quote q WHERE q.iuf_key = @iufKey`;

const esercizio: SortKey = { sql: 'p.esercizio', of: 'number' };

const provvisori: Listing<ProvvisorioSort> = {
  table: 'provvisori p',
  id: 'p.id',
  joins: `LEFT JOIN movimenti m ON m.id = p.movimento_id`,
  columns: `p.id, p.movimento_id AS movimentoId, p.esercizio, p.numero, p.conto, p.day AS date,
     ${provvisorioCents} AS cents, p.storned_cents AS stornedCents, p.regularised_cents AS regularisedCents, p.causale, p.state, p.iuf AS readIuf, p.prog, p.iuv, p.kind, p.confidence, p.source,
     p.bucket, m.payer, p.decided, p.conflict, (
       SELECT json_group_array(json_object('iuf', coalesce(f.iuf, q.iuf), 'cents', q.cents) ORDER BY q.iuf_key)
       FROM quote q LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key WHERE q.provvisorio_id = p.id) AS shares`,
  cents: provvisorioCents,
  key: [esercizio, { sql: 'p.numero', of: 'text' }, { sql: 'p.conto', of: 'text' }],
  sorts: {
    attention: [
      codesFirst('p.bucket', openBuckets),
      // Other money that may be pagoPA's comes next.
      { sql: `p.bucket <> 'notPagoPa' OR p.kind <> 'suspect' OR p.decided IS NOT NULL`, of: 'number' },
      newestFirst('p.day'),
    ],
    date: [{ sql: 'p.day', of: 'text' }],
    cents: [{ sql: provvisorioCents, of: 'number' }],
    // Numbers without leading zeros: the longer one is the greater.
    numero: [esercizio, { sql: 'length(p.numero)', of: 'number' }],
    bucket: [rankOf('p.bucket', provvisorioBuckets)],
    payer: missingLast('m.payer'),
  },
};

/** The same, each provvisorio as often as it has parts: its shares, and what is in none of them (`q.part` null). */
const parts: Listing<ProvvisorioSort> = {
  ...provvisori,
  joins: `LEFT JOIN movimenti m ON m.id = p.movimento_id
     LEFT JOIN (
       SELECT s.provvisorio_id, s.iuf_key AS part FROM quote s
       UNION ALL
       SELECT v.id, NULL FROM provvisori v
       WHERE v.cents - v.storned_cents > (SELECT sum(s.cents) FROM quote s WHERE s.provvisorio_id = v.id)
     ) q ON q.provvisorio_id = p.id
     LEFT JOIN flow_states f ON f.iuf_key = q.part`,
};

/**
 * What tells the flussi of provvisori apart, as the report of a giornale does: money whose flusso cannot be told is one of
 * its own, and money that a person gave to another partner stands apart from the rest of its flusso.
 */
const ownFlusso = `CASE
  WHEN p.bucket = 'notPagoPa' OR (p.bucket = 'cancelled' AND q.part IS NULL AND p.kind IN ('none', 'suspect'))
    THEN NULL
  WHEN q.part IS NULL THEN p.id
  ELSE q.part || ' ' || CASE p.decided WHEN 'partner' THEN 'otherPartner' ELSE coalesce(f.bucket, '') END END`;

const columns: FilteredColumns = {
  day: 'p.day',
  cents: provvisorioCents,
  texts: (has) =>
    `${[`p.numero || '/' || p.esercizio`, 'p.causale', 'm.payer', 'p.iuf'].map(has).join(' OR ')}
    OR p.id IN (
      SELECT q.provvisorio_id FROM quote q LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key
      WHERE ${has('coalesce(f.iuf, q.iuf)')})`,
  amounts: [provvisorioCents],
  document: `(p.esercizio, p.numero, p.conto) IN (
    SELECT t.esercizio, t.numero, ${contoOf('t')} FROM movimenti t
    WHERE t.id BETWEEN @first AND @last AND t.documento = 'SOSPESO ENTRATA')`,
  attention: provvisorioAttention,
};

function conditionsOf(filter: ProvvisorioFilter, ids: readonly number[] | null): Condition[] {
  const { iuf, conflict, provvisorio, service = null } = filter;
  const conditions: Condition[] = [
    ...baseConditions(filter, columns),
    ...oneOf('buckets', 'p.bucket', filter.buckets),
    ...oneOf('states', 'p.state', filter.states),
  ];
  if (iuf !== null) conditions.push({ sql: `p.id IN (${holdersOf})`, values: { iufKey: iufKey(iuf) } });
  if (conflict) conditions.push({ sql: 'p.conflict IS NOT NULL' });
  if (provvisorio !== undefined)
    conditions.push({
      sql: 'p.esercizio = @esercizio AND p.numero = @numero AND p.conto = coalesce(@conto, p.conto)',
      values: keyValues(provvisorio),
    });
  if (service !== null)
    conditions.push({
      sql: `p.id IN (SELECT q.provvisorio_id FROM quote q WHERE q.cents > 0 AND q.iuf_key IN (${flussiOfService}))
        OR p.id IN (SELECT s.provvisorio_id FROM payments s WHERE s.service = @service)`,
      values: { service },
    });
  if (ids !== null)
    conditions.push({
      sql: 'p.id IN (SELECT value FROM json_each(@ids))',
      values: { ids: JSON.stringify(ids) },
    });
  return conditions;
}
