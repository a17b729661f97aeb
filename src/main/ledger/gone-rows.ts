import type { ReadableLedger, WritableLedger } from './open.ts';
import type { PaymentKey } from './payment-list.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { revisionOfJob } from './revision.ts';
import { all, run } from './statements.ts';

/** The lists of which it is told what changed. */
export type ChangingList = 'pagamenti' | 'flussi' | 'provvisori';

interface KeyedRows {
  readonly touched: string;
  /** The rows of the touched ones `t`. */
  readonly rows: string;
  /** The natural key of a row, as a JSON list. */
  readonly key: string;
  /** True in SQL when there is a row with the key `g.key`. */
  readonly isThere: string;
}

const keyed: Readonly<Record<ChangingList, KeyedRows>> = {
  pagamenti: {
    touched: 'touched_iuvs',
    rows: 'payments p ON p.iuv = t.iuv',
    key: 'json_array(p.iuv, p.iur, p.idx)',
    isThere: `EXISTS (SELECT 1 FROM payments p
      WHERE p.iuv = g.key ->> 0 AND p.iur = g.key ->> 1 AND p.idx = g.key ->> 2)`,
  },
  // The IUF as it is written is what others know the flusso by: one that is written otherwise is another one to them.
  flussi: {
    touched: 'touched_iufs',
    rows: 'flow_states f ON f.iuf_key = t.iuf_key',
    key: 'json_array(f.iuf_key, f.iuf)',
    isThere: 'EXISTS (SELECT 1 FROM flow_states f WHERE f.iuf_key = g.key ->> 0 AND f.iuf = g.key ->> 1)',
  },
  provvisori: {
    touched: 'touched_provvisori',
    rows: 'provvisori p ON p.esercizio = t.esercizio AND p.numero = t.numero AND p.conto = t.conto',
    key: 'json_array(p.esercizio, p.numero, p.conto)',
    isThere: `EXISTS (SELECT 1 FROM provvisori p
      WHERE p.esercizio = g.key ->> 0 AND p.numero = g.key ->> 1 AND p.conto = g.key ->> 2)`,
  },
};

/**
 * Before they are found again: which rows there are of the touched ones numbered `after`+1..`upTo`, and of no others. Answers
 * how many.
 */
export function noteFormer(ledger: WritableLedger, list: ChangingList, after: number, upTo: number): number {
  const { touched, rows, key } = keyed[list];
  run(ledger, `DELETE FROM former_rows`);
  return run(
    ledger,
    `INSERT INTO former_rows (list, key)
     SELECT '${list}', ${key} FROM ${touched} t CROSS JOIN ${rows} WHERE t.seq > ? AND t.seq <= ?`,
    [after, upTo],
  );
}

/** After they were found again: keeps the keys of the rows that are no more. Each key comes up in one batch alone. */
export function keepGone(ledger: WritableLedger, list: ChangingList): void {
  run(
    ledger,
    `INSERT OR REPLACE INTO gone_rows (list, key, changed)
     SELECT list, key, ${revisionOfJob} FROM former_rows g WHERE list = ? AND NOT ${keyed[list].isThere}`,
    [list],
  );
}

/** Whatever a job of these revisions wrote: behind `after`, up to and with `upTo`. */
export interface Revisions {
  readonly after: number;
  readonly upTo: number;
}

export interface GoneRow {
  /** The natural key, as a JSON list: iuv, iur, index; IUF key and IUF; esercizio, numero, conto. */
  readonly key: string;
  readonly changed: number;
}

/** The rows that these revisions took away and that did not come again: so many, from behind `place`. */
export function goneRows(
  ledger: ReadableLedger,
  list: ChangingList,
  revisions: Revisions,
  place: GoneRow | null,
  limit: number,
): GoneRow[] {
  return all<GoneRow>(
    ledger,
    `SELECT g.key, g.changed FROM gone_rows g
     WHERE g.list = @list AND (g.changed, g.key) > (@changed, @key) AND g.changed > @after AND g.changed <= @upTo
       AND NOT ${keyed[list].isThere}
     ORDER BY g.changed, g.key LIMIT @limit`,
    { list, ...revisions, changed: place?.changed ?? -1, key: place?.key ?? '', limit },
  );
}

export function gonePayment(key: string): PaymentKey {
  const [iuv, iur, index] = JSON.parse(key) as [string, string, number];
  return { iuv, iur, index };
}

export function goneFlusso(key: string): { readonly iuf: string } {
  const [, iuf] = JSON.parse(key) as [string, string];
  return { iuf };
}

export function goneProvvisorio(key: string): ProvvisorioKey {
  const [esercizio, numero, conto] = JSON.parse(key) as [number, string, string];
  return { esercizio, numero, conto };
}
