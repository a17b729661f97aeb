import { createHash } from 'node:crypto';
import { factRange } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { all, each } from './statements.ts';
import { stretches } from './stretches.ts';

/** What documents told, as the trail keeps it. */
export interface ToldByDocuments {
  /** The digest of the only page; of several, that of their digests, in order. */
  readonly content: string;
  /** How many rows of each kind of fact. */
  readonly rows: Readonly<Record<string, number>>;
}

const counted = ['movimenti', 'flussi', 'righe', 'ricevute', 'flussi_attesi', 'posizioni'] as const;

/** How many documents are looked at together. */
const atOnce = 500;

/** What the documents `from`..`to` told. `onRows` hears of so many more rows, and may throw to stop. */
export function toldByDocuments(
  ledger: ReadableLedger,
  from: number,
  to: number,
  onRows: (rows: number) => void,
): ToldByDocuments {
  return { content: contentOf(ledger, from, to, onRows), rows: countRows(ledger, from, to, onRows) };
}

function contentOf(ledger: ReadableLedger, from: number, to: number, onRows: (rows: number) => void): string {
  const digest = createHash('sha256');
  let only: string | null = null;
  let n = 0;
  for (let first = from; first <= to; first += atOnce) {
    const digests = all<{ digest: string }>(
      ledger,
      `SELECT digest FROM document_parts WHERE document_id BETWEEN ? AND ? ORDER BY document_id, part`,
      [first, Math.min(to, first + atOnce - 1)],
    );
    for (const part of digests) {
      digest.update(n++ === 0 ? part.digest : ` ${part.digest}`);
      only = n === 1 ? part.digest : null;
    }
    onRows(0);
  }
  return only ?? digest.digest('hex');
}

function countRows(
  ledger: ReadableLedger,
  from: number,
  to: number,
  onRows: (rows: number) => void,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const table of counted)
    for (const { rows } of stretches(ledger, table, factRange(from, to))) {
      counts[table] = (counts[table] ?? 0) + rows;
      onRows(rows);
    }
  return counts;
}

/** Documents whose numbers follow one another, and which are of one kind. */
export interface DocumentRun {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
  /** Of the first. */
  readonly name: string;
}

/** The standing documents among `from`..`to`, by runs. */
export function standingRuns(ledger: ReadableLedger, from: number, to: number): DocumentRun[] {
  const runs: DocumentRun[] = [];
  const standing = each<{ id: number; name: string; kind: string }>(
    ledger,
    `SELECT id, name, kind FROM documents WHERE id BETWEEN ? AND ? AND undone_at IS NULL ORDER BY id`,
    [from, to],
  );
  for (const { id, name, kind } of standing) {
    const run = runs.at(-1);
    if (run !== undefined && run.kind === kind && run.last === id - 1)
      runs[runs.length - 1] = { ...run, last: id };
    else runs.push({ first: id, last: id, kind, name });
  }
  return runs;
}
