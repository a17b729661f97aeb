import { factRange, firstFactId } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { stretches } from './stretches.ts';
import { all } from './statements.ts';

/** What a document told, as the trail keeps it: digests and counts. */
export interface ToldByDocument {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  /** Of its pages. */
  readonly digests: readonly string[];
  /** How many rows of each kind of fact. */
  readonly rows: Readonly<Record<string, number>>;
}

const counted = ['movimenti', 'flussi', 'righe', 'ricevute', 'flussi_attesi', 'posizioni'] as const;

/** How many documents are looked at together. */
const atOnce = 500;

/**
 * What the standing documents `from`..`to` told; some at a time are held in memory. `onRows` hears how many rows were
 * gone through, and may throw to stop.
 */
export function toldByDocuments(
  ledger: ReadableLedger,
  from: number,
  to: number,
  onRows: (rows: number) => void = () => undefined,
) {
  let known = new Map<number, ToldByDocument>();
  let begin = 0;
  let rows = 0;
  const gone = (more: number): void => onRows((rows += more));
  function of(id: number): ToldByDocument | undefined {
    if (id < from || id > to) return undefined;
    const wanted = from + Math.floor((id - from) / atOnce) * atOnce;
    if (wanted !== begin) {
      begin = wanted;
      known = some(ledger, begin, Math.min(to, begin + atOnce - 1), gone);
    }
    return known.get(id);
  }
  return {
    of,
    *[Symbol.iterator](): Generator<ToldByDocument> {
      for (let id = from; id <= to; id++) {
        const told = of(id);
        if (told !== undefined) yield told;
      }
    },
  };
}

function some(
  ledger: ReadableLedger,
  from: number,
  to: number,
  gone: (rows: number) => void,
): Map<number, ToldByDocument> {
  const documents = all<{ id: number; name: string; kind: string }>(
    ledger,
    `SELECT id, name, kind FROM documents WHERE id BETWEEN ? AND ? AND undone_at IS NULL`,
    [from, to],
  );
  const parts = all<{ id: number; digest: string }>(
    ledger,
    `SELECT document_id AS id, digest FROM document_parts WHERE document_id BETWEEN ? AND ? ORDER BY document_id, part`,
    [from, to],
  );
  const digests = Map.groupBy(parts, ({ id }) => id);
  const rows = new Map<number, Record<string, number>>();
  for (const table of counted)
    for (const { ids } of stretches(ledger, table, factRange(from, to)))
      for (const { id, n } of all<{ id: number; n: number }>(
        ledger,
        `SELECT id / ${firstFactId(1)} AS id, count(*) AS n FROM ${table} WHERE id BETWEEN ? AND ? GROUP BY 1`,
        ids,
      )) {
        const sum = rows.get(id) ?? {};
        rows.set(id, { ...sum, [table]: (sum[table] ?? 0) + n });
        gone(n);
      }
  return new Map(
    documents.map(({ id, name, kind }) => [
      id,
      {
        id,
        name,
        kind,
        digests: (digests.get(id) ?? []).map(({ digest }) => digest),
        rows: rows.get(id) ?? {},
      },
    ]),
  );
}
