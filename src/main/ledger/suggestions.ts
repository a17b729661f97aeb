import type { FlowBucket } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { all, one } from './statements.ts';
import { bucketToday } from './today.ts';

/** A flusso of which money is missing. */
export interface AwaitedFlow {
  readonly iufKey: string;
  readonly iuf: string;
  readonly date: Day;
  readonly cents: number;
  readonly missingCents: number;
  readonly pspCode: string;
  readonly pspName: string | null;
  readonly bucket: FlowBucket;
}

/** A provvisorio of which nobody knows what it is, or whose flusso nobody has told of. */
export interface LooseMoney extends ProvvisorioKey {
  readonly date: Day;
  readonly cents: number;
  readonly causale: string;
  readonly payer: string | null;
  /** Known IUFs that a truncated one could be. */
  readonly candidates: readonly string[];
  /** IUFs that the causale names whole. */
  readonly named: readonly string[];
}

/** Days between which something is looked for, both included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Null for money that is where it belongs, and for what is not there. */
export function looseMoney(ledger: ReadableLedger, key: ProvvisorioKey): LooseMoney | null {
  const row = one<MoneyRow>(
    ledger,
    `SELECT ${moneyColumns} FROM provvisori p LEFT JOIN movimenti m ON m.id = p.movimento_id
     WHERE p.esercizio = ? AND p.numero = ? AND p.conto = ? AND ${isLoose}`,
    [key.esercizio, key.numero, key.conto],
  );
  return row === undefined ? null : toMoney(row);
}

/** Loose money of this amount in these days, and loose money whose causale was cut on the way to this flusso. */
export function looseMoneyFor(ledger: ReadableLedger, flow: AwaitedFlow, days: Days): LooseMoney[] {
  const rows = all<MoneyRow>(
    ledger,
    `SELECT ${moneyColumns} FROM provvisori p LEFT JOIN movimenti m ON m.id = p.movimento_id
     WHERE p.id IN (
       SELECT p.id FROM provvisori p
       WHERE p.cents - p.storned_cents = @cents AND p.day BETWEEN @from AND @to AND ${isLoose}
       UNION
       SELECT p.id FROM causale_days c CROSS JOIN provvisori p ON p.id = c.provvisorio_id
       WHERE c.day = substr(@iufKey, 1, 10) AND p.kind = 'truncated' AND ${isLoose})
     ORDER BY p.day, p.esercizio, p.numero, p.conto LIMIT ${enough}`,
    { cents: flow.missingCents, from: days.from, to: days.to, iufKey: flow.iufKey },
  );
  return rows.map(toMoney);
}

/** Loose money of these days that pagoPA brought, each less than this amount, the oldest first. */
export function looseMoneyBelow(ledger: ReadableLedger, cents: number, days: Days): LooseMoney[] {
  return all<MoneyRow>(
    ledger,
    `SELECT ${moneyColumns} FROM provvisori p INDEXED BY provvisori_loose
       LEFT JOIN movimenti m ON m.id = p.movimento_id
     WHERE p.bucket IN ('inError', 'notReported') AND p.day BETWEEN @from AND @to
       AND p.cents - p.storned_cents < @cents AND ${isLoose}
     ORDER BY p.day, p.esercizio, p.numero, p.conto LIMIT ${enough}`,
    { cents, from: days.from, to: days.to },
  ).map(toMoney);
}

/** Null for a flusso that has its money, or is not there. */
export function awaitedFlow(ledger: ReadableLedger, iufKey: string, today: Day): AwaitedFlow | null {
  const row = one<AwaitedFlow>(
    ledger,
    `SELECT ${flowColumns} FROM flow_states f JOIN flussi v ON v.id = f.flusso_id
     WHERE f.iuf_key = @iufKey AND ${isAwaited}`,
    { iufKey, today },
  );
  return row ?? null;
}

/** Flussi that miss this amount, of these days, and those that the money's causale could name. */
export function awaitedFlowsFor(
  ledger: ReadableLedger,
  money: LooseMoney,
  days: Days,
  today: Day,
): AwaitedFlow[] {
  return all<AwaitedFlow>(
    ledger,
    `SELECT ${flowColumns} FROM flow_states f JOIN flussi v ON v.id = f.flusso_id
     WHERE f.iuf_key IN (
       SELECT f.iuf_key FROM flow_states f
       WHERE f.total_cents - f.received_cents = @cents AND ${isAwaited}
         AND (f.day BETWEEN @from AND @to OR substr(f.iuf_key, 1, 10) BETWEEN @from AND @to)
       UNION
       SELECT f.iuf_key FROM json_each(@candidates) k CROSS JOIN flow_states f ON f.iuf_key = k.value
       WHERE ${isAwaited})
     ORDER BY f.iuf_key LIMIT ${enough}`,
    {
      cents: money.cents,
      from: days.from,
      to: days.to,
      today,
      candidates: JSON.stringify(money.candidates),
    },
  );
}

/** Flussi of these days that miss money, no more than `cents` each; and those of these keys. */
export function awaitedFlowsUpTo(
  ledger: ReadableLedger,
  cents: number,
  days: Days,
  keys: readonly string[],
  today: Day,
): AwaitedFlow[] {
  return all<AwaitedFlow>(
    ledger,
    `SELECT ${flowColumns} FROM flow_states f JOIN flussi v ON v.id = f.flusso_id
     WHERE f.iuf_key IN (
       SELECT f.iuf_key FROM flow_states f INDEXED BY flow_states_awaited
       WHERE f.total_cents - f.received_cents < @cents AND ${isAwaited} AND f.day BETWEEN @from AND @to
       UNION
       SELECT f.iuf_key FROM json_each(@keys) k CROSS JOIN flow_states f ON f.iuf_key = k.value
       WHERE ${isAwaited})
     ORDER BY f.iuf_key`,
    { cents, from: days.from, to: days.to, keys: JSON.stringify(keys), today },
  );
}

/** Of more that fit nobody needs to know how many. */
const enough = 200;

/** Worded as in the index `flow_states_awaited`, which answers it. */
const isAwaited = `f.money IN ('none', 'partly') AND f.flusso_id IS NOT NULL AND f.partner IS NULL
  AND f.total_cents > 0`;

/** Of money that a person shared out it is loose again when less is left than that. */
const isLoose = `p.state <> 'cancelled' AND p.bucket IN ('inError', 'notReported', 'notPagoPa')
  AND (coalesce(p.decided, 'unlink') = 'unlink'
    OR (p.decided = 'share' AND NOT EXISTS (SELECT 1 FROM quote g WHERE g.provvisorio_id = p.id)))
  AND NOT EXISTS (
    SELECT 1 FROM quote g CROSS JOIN flow_states h ON h.iuf_key = g.iuf_key
    WHERE g.provvisorio_id = p.id AND h.flusso_id IS NOT NULL)`;

const flowColumns = `f.iuf_key AS iufKey, f.iuf, f.day AS date, f.total_cents AS cents,
  f.total_cents - f.received_cents AS missingCents, v.psp_code AS pspCode, v.psp_name AS pspName,
  ${bucketToday} AS bucket`;

const moneyColumns = `p.esercizio, p.numero, p.conto, p.day AS date, p.cents - p.storned_cents AS cents, p.causale,
  m.payer, p.candidates, CASE p.kind WHEN 'iuf' THEN p.iuf END AS iuf, p.other_iufs AS otherIufs`;

interface MoneyRow extends Omit<LooseMoney, 'candidates' | 'named'> {
  readonly candidates: string;
  readonly iuf: string | null;
  readonly otherIufs: string;
}

function toMoney({ candidates, iuf, otherIufs, ...row }: MoneyRow): LooseMoney {
  const named = iuf === null ? [] : [iuf, ...(JSON.parse(otherIufs) as string[])];
  return { ...row, candidates: JSON.parse(candidates) as string[], named };
}
