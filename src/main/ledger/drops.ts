import { documentKinds, type DocumentKind } from '../../shared/domain/document.ts';
import { addReports, type OpiReport } from '../../shared/domain/opi-report.ts';
import type { Page } from './pages/listing.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

/** The documents that were imported at one moment, together. */
export interface Drop {
  readonly importedAt: string;
  readonly documents: number;
  readonly undone: number;
  readonly kinds: readonly { readonly kind: DocumentKind; readonly count: number }[];
  readonly names: readonly string[];
  readonly warnings: number;
  readonly refusedRows: number;
  readonly report: OpiReport | null;
}

/** The moments at which something was imported, newest first, in pages. */
export function pageOfDrops(
  ledger: ReadableLedger,
  { after, limit, backward }: { after: string | null; limit: number; backward: boolean },
): Page<string> {
  // One more than asked for, to see whether the list goes on.
  const found = momentsBeyond(ledger, after, backward, limit + 1);
  const kept = found.slice(0, limit);
  const rows = backward ? kept.toReversed() : kept;
  const [first = null, last = null] = [rows[0], rows.at(-1)];
  const goesOn = found.length > limit;
  const near = backward ? last : first;
  const hasNear = after !== null && near !== null && momentsBeyond(ledger, near, !backward, 1).length > 0;
  const [before, behind] = backward ? [goesOn, hasNear] : [hasNear, goesOn];
  return { rows, previous: before ? first : null, next: behind ? last : null };
}

/**
 * Jumps from drop to drop, however many documents each has; by the numbers of their documents, because a clock may have
 * been wrong.
 */
function momentsBeyond(
  ledger: ReadableLedger,
  after: string | null,
  backward: boolean,
  limit: number,
): string[] {
  const [edge, beyond, direction] = backward ? ['max', '>', 'ASC'] : ['min', '<', 'DESC'];
  const next = (from: string): string =>
    `(SELECT imported_at FROM documents WHERE id ${beyond} ${from} ORDER BY id ${direction} LIMIT 1)`;
  const edgeOf = (moment: string): string =>
    `(SELECT ${edge}(d.id) FROM documents d WHERE d.imported_at = ${moment})`;
  return all<{ at: string }>(
    ledger,
    `WITH RECURSIVE drops(at) AS (
       SELECT ${next(`coalesce(${edgeOf('@after')}, @end)`)}
       UNION ALL
       SELECT ${next(edgeOf('drops.at'))} FROM drops WHERE at IS NOT NULL LIMIT @limit)
     SELECT at FROM drops WHERE at IS NOT NULL`,
    { after, end: backward ? 0 : Number.MAX_SAFE_INTEGER, limit },
  ).map(({ at }) => at);
}

/** The numbers of the first and the last document of a drop; null when there is no such drop. */
export function rangeOfDrop(
  ledger: ReadableLedger,
  importedAt: string,
): { readonly first: number; readonly last: number } | null {
  const range = one<{ first: number | null; last: number | null }>(
    ledger,
    `SELECT (SELECT min(id) FROM documents WHERE imported_at = @at) AS first,
       (SELECT max(id) FROM documents WHERE imported_at = @at) AS last`,
    { at: importedAt },
  );
  const { first = null, last = null } = range ?? {};
  return first === null || last === null ? null : { first, last };
}

/** One drop summed up; null when there is no such drop. One job writes a drop: its documents are one range. */
export function readDrop(ledger: ReadableLedger, importedAt: string): Drop | null {
  const range = rangeOfDrop(ledger, importedAt);
  if (range === null) return null;
  const kinds = all<{ kind: DocumentKind; count: number; undone: number; warnings: number; refused: number }>(
    ledger,
    `SELECT kind, count(*) AS count, count(undone_at) AS undone,
       sum(CASE warnings WHEN '[]' THEN 0 ELSE json_array_length(warnings) END) AS warnings,
       sum(CASE refused_rows WHEN '[]' THEN 0 ELSE json_array_length(refused_rows) END) AS refused
     FROM documents WHERE id BETWEEN @first AND @last GROUP BY kind`,
    { ...range },
  );
  const total = (of: 'count' | 'undone' | 'warnings' | 'refused'): number =>
    kinds.reduce((sum, kind) => sum + kind[of], 0);
  return {
    importedAt,
    documents: total('count'),
    undone: total('undone'),
    kinds: documentKinds.flatMap((kind) =>
      kinds.filter((found) => found.kind === kind).map(({ count }) => ({ kind, count })),
    ),
    names: all<{ name: string }>(
      ledger,
      `SELECT name FROM documents WHERE id BETWEEN @first AND @last ORDER BY id LIMIT 3`,
      { ...range },
    ).map(({ name }) => name),
    warnings: total('warnings'),
    refusedRows: total('refused'),
    report: addReports(
      all<{ report: string }>(
        ledger,
        `SELECT report FROM documents WHERE id BETWEEN @first AND @last AND report IS NOT NULL`,
        { ...range },
      ).map(({ report }) => JSON.parse(report) as OpiReport),
    ),
  };
}

/**
 * The moment under which a new drop is kept: `now`, unless the clock stood still and that moment has a drop already.
 */
export function momentForDrop(ledger: ReadableLedger, now: string): string {
  let moment = now;
  while (rangeOfDrop(ledger, moment) !== null)
    moment = new Date(new Date(moment).getTime() + 1).toISOString();
  return moment;
}
