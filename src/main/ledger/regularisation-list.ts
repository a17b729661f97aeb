import { provvisorioBuckets } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { TipoOperazione } from '../../shared/domain/movimento.ts';
import {
  ageBuckets,
  ageLimits,
  type AgeBucket,
  type RegularisationPart,
  type RegularisationStage,
} from '../../shared/domain/regularisation.ts';
import { asOf, baseConditions, keyValues, oneOf, type BaseFilter, type FilteredColumns } from './filters.ts';
import { contoOf, isAboutProvvisorio } from './conto-of.ts';
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
import type { SortKey } from './sort-keys.ts';
import { all } from './statements.ts';
import { provvisorioAttention, provvisorioCents } from './today.ts';

/** Money of pagoPA and how far the ragioneria has come with it. */
export interface ListedRegularisation extends ProvvisorioKey {
  readonly id: number;
  readonly date: Day;
  /** What the bank left of it. */
  readonly cents: number;
  /** What no reversale covers yet. */
  readonly openCents: number;
  readonly state: ProvvisorioState;
  readonly stage: RegularisationStage;
  /** Days since the money came. */
  readonly days: number;
  readonly causale: string;
  /** The last time that it was proposed, unless it was reopened since. */
  readonly sent: {
    readonly decision: number;
    readonly author: string;
    readonly at: string;
    readonly note: string;
    readonly parts: readonly RegularisationPart[];
  } | null;
}

export interface RegularisationFilter extends BaseFilter {
  readonly stages: readonly RegularisationStage[];
  /** Ids of services; `''` is no service. */
  readonly services: readonly string[];
  readonly ages: readonly AgeBucket[];
}

export type RegularisationSort = 'date' | 'cents' | 'openCents' | 'numero';

/** As SQL reads it. */
interface Row extends Omit<ListedRegularisation, 'sent'> {
  readonly decision: number | null;
  readonly author: string;
  readonly at: string;
  readonly payload: string;
}

function listed({ decision, author, at, payload, ...row }: Row): ListedRegularisation {
  if (decision === null) return { ...row, sent: null };
  const { note, parts } = JSON.parse(payload) as Pick<
    NonNullable<ListedRegularisation['sent']>,
    'note' | 'parts'
  >;
  return { ...row, sent: { decision, author, at, note, parts } };
}

export function listRegularisations(
  ledger: ReadableLedger,
  today: Day,
  filter: RegularisationFilter,
  request: PageRequest<RegularisationSort>,
): Page<ListedRegularisation> {
  const page = readPage<Row, RegularisationSort>(ledger, listing, conditionsOf(today, filter), request);
  return { ...page, rows: page.rows.map(listed) };
}

export function regularisationByKey(
  ledger: ReadableLedger,
  today: Day,
  key: ProvvisorioKey,
): ListedRegularisation | undefined {
  return readRowsWhere<Row>(ledger, listing, [asOf(today), ofPagoPa, isNamed(key)]).map(listed)[0];
}

export interface CountedRegularisations {
  readonly count: number;
  readonly cents: number;
  readonly openCents: number;
  /** Of what is not wholly regularised. */
  readonly byAge: readonly { readonly age: AgeBucket; readonly count: number; readonly openCents: number }[];
}

export function countRegularisations(
  ledger: ReadableLedger,
  today: Day,
  filter: RegularisationFilter,
): CountedRegularisations {
  const conditions = conditionsOf(today, filter);
  const { count, cents } = countRows(ledger, { ...listing, cents: provvisorioCents }, conditions);
  const { cents: openCents } = countRows(ledger, listing, conditions);
  const byAge = ageBuckets.map((age) => {
    const found = countRows(ledger, listing, [...conditions, ofAges([age], 'counted'), notDone]);
    return { age, count: found.count, openCents: found.cents };
  });
  return { count, cents, openCents, byAge };
}

export function idsToRegularise(ledger: ReadableLedger, today: Day, filter: RegularisationFilter): number[] {
  const found = readRowsWhere<{ id: number }>(
    ledger,
    { ...listing, columns: 'p.id' },
    conditionsOf(today, filter),
  );
  return found.map(({ id }) => id);
}

/** How far a provvisorio is, for somebody who wants to send it; null when it is not money of pagoPA. */
export function standToRegularise(
  ledger: ReadableLedger,
  key: ProvvisorioKey,
): { readonly id: number; readonly stage: RegularisationStage; readonly isSent: boolean } | null {
  const columns = `p.id, ${stage} AS stage, d.id IS NOT NULL AS isSent`;
  const [row] = readRowsWhere<{ id: number; stage: RegularisationStage; isSent: 0 | 1 }>(
    ledger,
    { ...listing, columns },
    [ofPagoPa, isNamed(key)],
  );
  return row === undefined ? null : { ...row, isSent: row.isSent === 1 };
}

/** True in SQL when line `c` of a reversale names provvisorio `p`, by its conto or by one that has no such provvisorio. */
const namesProvvisorio = `c.esercizio = p.esercizio AND c.numero = p.numero AND (c.conto = p.conto OR NOT EXISTS (
  SELECT 1 FROM movimenti s WHERE s.documento = 'SOSPESO ENTRATA'
    AND s.esercizio = p.esercizio AND s.numero = p.numero AND s.conto = c.conto))`;

/** A line of a reversale that names a provvisorio. */
export interface CoveringLine {
  readonly provvisorioId: number;
  /** The page that tells it. */
  readonly page: string;
  readonly digest: string;
  readonly operazione: TipoOperazione;
  readonly esercizio: number;
  readonly numero: string;
  /** Null when the file does not say how much of the provvisorio it covers. */
  readonly cents: number | null;
}

/** The reversali that name these provvisori; those of another conto only when they name no provvisorio there. */
export function coveringLines(ledger: ReadableLedger, ids: readonly number[]): CoveringLine[] {
  return all(
    ledger,
    `SELECT p.id AS provvisorioId, m.document_id || '/' || m.part AS page, m.digest, m.operazione, m.esercizio, m.numero,
       c.cents
     FROM json_each(@ids) w CROSS JOIN provvisori p ON p.id = w.value
     CROSS JOIN coperture c ON ${namesProvvisorio}
     CROSS JOIN movimenti m ON m.id = c.movimento_id
     ORDER BY m.esercizio, length(m.numero), m.numero, m.id`,
    { ids: JSON.stringify(ids) },
  );
}

/**
 * The last proposal that was not taken back. One that was made before the day on which the bank reopened the provvisorio,
 * or took a reversale back, was answered already: it does not keep a new one from being made.
 */
const lastSent = `SELECT max(n.id) FROM decisions n
  WHERE n.numero = p.numero AND n.esercizio = p.esercizio AND ${isAboutProvvisorio} AND n.kind = 'sent'
    AND n.undone_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM movimenti r WHERE r.documento = 'SOSPESO ENTRATA' AND r.operazione = 'RIPRISTINATO'
      AND r.esercizio = p.esercizio AND r.numero = p.numero AND ${contoOf('r')} = p.conto AND r.day > substr(n.made_at, 1, 10))
    AND NOT EXISTS (SELECT 1 FROM coperture c CROSS JOIN movimenti r ON r.id = c.movimento_id
      WHERE ${namesProvvisorio} AND r.operazione IN ('STORNATO', 'RIPRISTINATO') AND r.day > substr(n.made_at, 1, 10))`;
const stage = `CASE WHEN p.state = 'regularised' THEN 'done' WHEN p.state = 'partly-regularised' THEN 'partly'
  WHEN d.id IS NOT NULL THEN 'sent' ELSE 'open' END`;
const openCents = 'p.cents - p.storned_cents - p.regularised_cents';
const days = `CAST(julianday(@today) - julianday(p.day) AS INTEGER)`;

const pagoPaBuckets = provvisorioBuckets.filter((bucket) => bucket !== 'notPagoPa' && bucket !== 'cancelled');
const ofPagoPa: Condition = {
  sql: `p.bucket IN (${pagoPaBuckets.map((bucket) => `'${bucket}'`).join(', ')})`,
};
const notDone: Condition = { sql: `p.state <> 'regularised'` };

const esercizio: SortKey = { sql: 'p.esercizio', of: 'number' };

const listing: Listing<RegularisationSort> = {
  table: 'provvisori p',
  id: 'p.id',
  joins: `LEFT JOIN movimenti m ON m.id = p.movimento_id LEFT JOIN decisions d ON d.id = (${lastSent})`,
  columns: `p.id, p.esercizio, p.numero, p.conto, p.day AS date, ${provvisorioCents} AS cents,
     ${openCents} AS openCents, p.state, ${stage} AS stage, max(0, ${days}) AS days, p.causale, d.id AS decision, d.author,
     d.made_at AS at, d.payload`,
  cents: openCents,
  key: [esercizio, { sql: 'p.numero', of: 'text' }, { sql: 'p.conto', of: 'text' }],
  sorts: {
    date: [{ sql: 'p.day', of: 'text' }],
    cents: [{ sql: provvisorioCents, of: 'number' }],
    openCents: [{ sql: openCents, of: 'number' }],
    // Numbers without leading zeros: the longer one is the greater.
    numero: [esercizio, { sql: 'length(p.numero)', of: 'number' }],
  },
};

const columns: FilteredColumns = {
  day: 'p.day',
  cents: provvisorioCents,
  texts: (has) =>
    `${[`p.numero || '/' || p.esercizio`, 'p.causale', 'm.payer'].map(has).join(' OR ')}
    OR p.id IN (
      SELECT q.provvisorio_id FROM quote q LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key
      WHERE ${has('coalesce(f.iuf, q.iuf)')})`,
  amounts: [provvisorioCents, openCents],
  document: `(p.esercizio, p.numero, p.conto) IN (
    SELECT t.esercizio, t.numero, ${contoOf('t')} FROM movimenti t
    WHERE t.id BETWEEN @first AND @last AND t.documento = 'SOSPESO ENTRATA')`,
  attention: provvisorioAttention,
};

function conditionsOf(today: Day, filter: RegularisationFilter): Condition[] {
  const { stages, services, ages } = filter;
  const conditions = [
    asOf(today),
    ofPagoPa,
    ...baseConditions(filter, columns),
    ...oneOf('stages', stage, stages),
  ];
  if (ages.length > 0) conditions.push(ofAges(ages, 'asked'));
  if (services.length > 0)
    conditions.push({ sql: ofServices, values: { services: JSON.stringify(services) } });
  return conditions;
}

const isWanted = `coalesce(y.service, '') IN (SELECT value FROM json_each(@services)) AND y.partner IS NULL`;
const ofServices = `EXISTS (SELECT 1 FROM quote q CROSS JOIN payments y ON y.iuf_key = q.iuf_key
    WHERE q.provvisorio_id = p.id AND q.cents > 0 AND ${isWanted})
  OR EXISTS (SELECT 1 FROM payments y WHERE y.provvisorio_id = p.id AND ${isWanted})`;

function ofAges(ages: readonly AgeBucket[], name: string): Condition {
  const limits = ages.map((age) => ageLimits[age]);
  return {
    sql: `EXISTS (SELECT 1 FROM json_each(@${name}) l WHERE ${days} >= (l.value ->> '$.from')
      AND (l.value ->> '$.to' IS NULL OR ${days} <= (l.value ->> '$.to')))`,
    // Money that will come tomorrow has waited for no day yet.
    values: {
      [name]: JSON.stringify(limits.map(({ from, to }) => ({ from: from === 0 ? -36_500 : from, to }))),
    },
  };
}

function isNamed(key: ProvvisorioKey): Condition {
  return {
    sql: 'p.esercizio = @esercizio AND p.numero = @numero AND p.conto = @conto',
    values: keyValues(key),
  };
}
