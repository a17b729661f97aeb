import { provvisorioBuckets, type ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { CausaleSource, Extraction } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { MoneyDecision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { asOf, baseConditions, keyValues, oneOf, type BaseFilter, type FilteredColumns } from './filters.ts';
import { countRows, readPage, readRowsWhere } from './keyset.ts';
import type { Condition, Listing, Page, PageRequest } from './keyset.ts';
import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey, ProvvisorioState } from './provvisori.ts';
import { codesFirst, missingLast, newestFirst, rankOf, type SortKey } from './sort-keys.ts';
import { openBuckets, provvisorioAttention, provvisorioCents } from './today.ts';

/** A provvisorio as the lists show it. */
export interface ListedProvvisorio extends ProvvisorioKey {
  readonly id: number;
  readonly movimentoId: number;
  readonly date: Day;
  /** What is left after partial storni; the whole amount when all of it was called back. */
  readonly cents: number;
  readonly causale: string;
  readonly state: ProvvisorioState;
  /** What the causale says. */
  readonly readIuf: string | null;
  readonly prog: string | null;
  readonly iuv: string | null;
  readonly kind: Extraction['kind'];
  readonly confidence: Extraction['confidence'];
  readonly source: CausaleSource | null;
  readonly bucket: ProvvisorioBucket;
  readonly payer: string | null;
  /** The IUF under which the money counts. */
  readonly iuf: string | null;
  readonly decided: MoneyDecision | null;
}

export interface ProvvisorioFilter extends BaseFilter {
  readonly buckets: readonly ProvvisorioBucket[];
  readonly states: readonly ProvvisorioState[];
  /** Money that counts under this IUF. */
  readonly iuf: string | null;
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
  return readPage(ledger, provvisori, [asOf(today), ...conditionsOf(filter, ids)], request);
}

/** How many, how much, and how many flussi they are the money of: of those that cannot be told, each is one. */
export function countProvvisori(
  ledger: ReadableLedger,
  today: Day,
  filter: ProvvisorioFilter,
  ids: readonly number[] | null,
): ProvvisorioCount {
  const conditions = [asOf(today), ...conditionsOf(filter, ids)];
  const { count, cents, distinct } = countRows(ledger, provvisori, conditions, ownFlusso);
  return { count, cents, flussi: distinct };
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
  return readRowsWhere<ListedProvvisorio>(ledger, provvisori, [asOf(today), condition])[0];
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
    sql: `p.iuf_key = @iufKey AND p.state <> 'cancelled' OR p.id = @provvisorioId`,
    values: { iufKey: flussoKey, provvisorioId },
  };
  return readRowsWhere(ledger, provvisori, [asOf(today), condition]);
}

const esercizio: SortKey = { sql: 'p.esercizio', of: 'number' };

const provvisori: Listing<ProvvisorioSort> = {
  table: 'provvisori p',
  id: 'p.id',
  joins: `LEFT JOIN movimenti m ON m.id = p.movimento_id
     LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key`,
  columns: `p.id, p.movimento_id AS movimentoId, p.esercizio, p.numero, p.conto, p.day AS date,
     ${provvisorioCents} AS cents, p.causale, p.state, p.iuf AS readIuf, p.prog, p.iuv, p.kind, p.confidence, p.source,
     p.bucket, m.payer, CASE WHEN p.iuf_key IS NOT NULL THEN coalesce(f.iuf, p.decided_iuf, p.iuf, p.iuf_key) END AS iuf,
     p.decided`,
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

/**
 * What tells the flussi of provvisori apart, as the report of a giornale does: a movement whose flusso cannot be told is
 * one of its own, and money that a person gave to another partner stands apart from the rest of its flusso.
 */
const ownFlusso = `CASE
  WHEN p.bucket = 'notPagoPa' OR (p.bucket = 'cancelled' AND p.iuf_key IS NULL AND p.kind IN ('none', 'suspect'))
    THEN NULL
  WHEN p.iuf_key IS NULL THEN p.id
  ELSE p.iuf_key || ' ' || CASE p.decided WHEN 'partner' THEN 'otherPartner' ELSE coalesce(f.bucket, '') END END`;

const columns: FilteredColumns = {
  day: 'p.day',
  cents: provvisorioCents,
  texts: (has) =>
    [`p.numero || '/' || p.esercizio`, 'p.causale', 'm.payer', 'p.iuf', 'f.iuf'].map(has).join(' OR '),
  amounts: [provvisorioCents],
  document: `(p.esercizio, p.numero, p.conto) IN (
    SELECT t.esercizio, t.numero, t.conto FROM movimenti t
    WHERE t.id BETWEEN @first AND @last AND t.documento = 'SOSPESO ENTRATA')`,
  attention: provvisorioAttention,
};

function conditionsOf(filter: ProvvisorioFilter, ids: readonly number[] | null): Condition[] {
  const { iuf } = filter;
  const conditions: Condition[] = [
    ...baseConditions(filter, columns),
    ...oneOf('buckets', 'p.bucket', filter.buckets),
    ...oneOf('states', 'p.state', filter.states),
  ];
  if (iuf !== null) conditions.push({ sql: 'p.iuf_key = @iufKey', values: { iufKey: iufKey(iuf) } });
  if (ids !== null)
    conditions.push({
      sql: 'p.id IN (SELECT value FROM json_each(@ids))',
      values: { ids: JSON.stringify(ids) },
    });
  return conditions;
}
