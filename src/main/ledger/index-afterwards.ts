import { pagesByIndex, pagesInMemory, type KnownPages } from './known-pages.ts';
import type { WritableLedger } from './open.ts';
import { countAllPayments, countPayments } from './payment-counts.ts';
import { all, one } from './statements.ts';

/**
 * Hears how much of what was put off is made, from 0 to 1, and, before a piece in which nobody is heard, how much will be
 * after about so many milliseconds. May throw to stop: the transaction has all as it was.
 */
export type OnMade = (share: number, next?: { readonly share: number; readonly ms: number }) => void;

/**
 * Keeps the facts of papers of so many bytes. When they are more than the ledger, the indexes that nobody asks meanwhile, and
 * that come in no order, are made once when all facts stand: row by row, each would write another page of theirs.
 */
export function keepFacts<T>(
  ledger: WritableLedger,
  bytes: number,
  onMade: OnMade,
  keep: (pages: KnownPages) => T,
): T {
  if (bytes < manyBytes || bytes < bytesOf(ledger)) return keep(pagesByIndex(ledger));
  const make = putOff(ledger, `name IN (${unasked.map((name) => `'${name}'`).join(', ')})`);
  const kept = keep(pagesInMemory(ledger));
  make(onMade, bytes / bytesInAMs);
  return kept;
}

/**
 * Keeps the payments of so many IUVs. When they are several times those that are kept, what follows from them (their indexes,
 * and the counter that triggers keep) is made once when all of them stand. Answers whether all were counted anew.
 */
export function keepPayments(
  ledger: WritableLedger,
  iuvs: number,
  onMade: OnMade,
  keep: () => void,
): boolean {
  if (iuvs < manyIuvs || iuvs < 2 * countPayments(ledger)) {
    keep();
    return false;
  }
  const make = putOff(ledger, `tbl_name = 'payments'`);
  keep();
  countAllPayments(ledger, () => onMade(0));
  make(onMade, iuvs / entriesInAMs);
  return true;
}

/** Indexes in no order that nobody asks while papers are read; of the digests, whoever holds them in memory. */
const unasked = [
  'document_parts_digest',
  'righe_iuv',
  'transfers_iuv',
  'ricevute_paid',
  'ricevute_debtor',
  'posizioni_debtor',
  'movimenti_sospesi',
  'movimenti_bollette',
  'movimenti_storni',
];

/** Of less, the pages of the indexes find room in memory. */
const manyBytes = 8_000_000;
const manyIuvs = 50_000;

/** About how fast an index is made, as long as none was. */
const entriesInAMs = 1_000;
const bytesInAMs = 1_000_000;

/** Drops indexes and triggers; what is answered makes them again, by the same words. */
function putOff(ledger: WritableLedger, which: string): (onMade: OnMade, aboutMs: number) => void {
  const found = all<{ type: 'index' | 'trigger'; name: string; sql: string }>(
    ledger,
    `SELECT type, name, sql FROM main.sqlite_schema
     WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND ${which} ORDER BY type, name`,
  );
  for (const { type, name } of found) ledger.exec(`DROP ${type} main.${name}`);
  return (onMade, aboutMs) => {
    let longest = 0;
    for (const [i, { sql }] of found.entries()) {
      onMade(i / found.length, { share: (i + 1) / found.length, ms: longest || aboutMs });
      const begun = performance.now();
      ledger.exec(sql);
      longest = Math.max(longest, performance.now() - begun);
    }
    onMade(1);
  };
}

function bytesOf(ledger: WritableLedger): number {
  const pages = `SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size`;
  return one<{ bytes: number }>(ledger, pages)?.bytes ?? 0;
}
