import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../shared/domain/fold-text.ts';
import type { Condition } from './pages/listing.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

/**
 * Every text of a payment, folded, with an index of its trigrams: a file of its own beside the ledger, no part of it, made
 * from it in the background and thrown away whenever it does not fit. It knows all payments written up to its revision.
 */
export function searchFile(folder: string): string {
  return join(folder, 'ricerca.db');
}

/** The edition of what the file holds; a file of another one is made anew. */
export const searchEdition = 1;

/** In SQL, how often people were taken out of the ledger: no text of before may be found after that. */
export const timesTakenOut = `(SELECT count(*) FROM main.minimisations) + (SELECT count(*) FROM main.scarti)`;

/** Of a connection: the file that it sees, and whether that can be asked. */
const attached = new WeakMap<ReadableLedger, { readonly file: string; readonly isSound: boolean }>();

/**
 * Lets a connection that looks see the index; without one it searches where the texts stand. One that was thrown away and
 * made anew is another file.
 */
export function attachSearch(ledger: ReadableLedger, folder: string): void {
  if (ledger.inTransaction) return;
  const before = attached.get(ledger);
  const file = nameOfFile(searchFile(folder));
  if (file === null || file === before?.file) return;
  try {
    if (isAttached(ledger)) ledger.exec('DETACH ricerca');
    ledger.prepare('ATTACH ? AS ricerca').run(searchFile(folder));
    // Candidates lie all over it.
    ledger.pragma('ricerca.cache_size = -16384');
    attached.set(ledger, { file, isSound: true });
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    attached.set(ledger, { file, isSound: false });
  }
}

/** Null where there is none. */
function nameOfFile(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino} ${stat.birthtimeMs}`;
}

function isAttached(ledger: ReadableLedger): boolean {
  return one(ledger, `SELECT 1 FROM pragma_database_list WHERE name = 'ricerca'`) !== undefined;
}

function isSound(ledger: ReadableLedger): boolean {
  return attached.get(ledger)?.isSound === true;
}

/** True in SQL where a text is found; `has` says it of one column. */
type Texts = (has: (column: string) => string) => string;

/** Payments that the index does not know yet are looked through one by one, as long as they are few. */
const mostPending = 20_000;
/**
 * `listed`: so many candidates are looked at one by one before anybody has waited. `sifted`: of more, whoever goes along an
 * order soon meets a page full, and not even their list is made. Tests lower both.
 */
export const mostCandidates = { listed: 3_000, sifted: 40_000 };
const mostTrigrams = 4;

/**
 * What is asked. `goesAlong`: the first in an order that an index has are wanted, and not all of them; `goesOn`: and then
 * more. `pending`: the ids of the payments behind the revision `@indexed` that hold the text, in SQL.
 */
interface Searching {
  readonly search: string;
  readonly goesAlong: boolean;
  readonly goesOn: boolean;
  readonly pending: Texts;
}

/** The payments `p` that hold a text, by the index. Null when the index cannot say. */
export function searchedPayments(
  ledger: ReadableLedger,
  { search, goesAlong, goesOn, pending }: Searching,
): { readonly sql: Texts; readonly values: NonNullable<Condition['values']> } | null {
  const folded = foldText(search);
  if (!isSound(ledger) || /[\n\0]/.test(folded)) return null;
  const indexed = indexedRevision(ledger);
  if (indexed === null) return null;
  const waiting = countUpTo(
    ledger,
    'SELECT 1 FROM main.payments WHERE changed > @indexed',
    { indexed },
    mostPending,
  );
  if (waiting > mostPending) return null;
  const first = knownWay(ledger, folded, goesAlong);
  const way = first.way === 'sift' && goesOn ? 'held' : first.way;
  const found = sqlOf[way];
  const sql: Texts = (has) => {
    if (waiting === 0) return found;
    if (way !== 'list' && way !== 'few' && way !== 'held')
      return `(p.changed <= @indexed AND ${found}) OR p.id IN (${pending(has)})`;
    return `p.id IN (SELECT id FROM main.payments p WHERE +changed <= @indexed AND ${found} UNION ALL ${pending(has)})`;
  };
  return { sql, values: { match: first.match, folded, indexed, ids: first.ids } };
}

/**
 * Few candidates are looked at beforehand, and put in order. Of many, an order is gone along until a page is full: holding
 * each payment against the list of candidates, or, where nearly every one is met soon, against its texts alone. Where that
 * takes longer, or cannot be, all candidates are looked at.
 */
type Way = 'few' | 'sift' | 'held' | 'match' | 'walk' | 'list';

const holds = `EXISTS (SELECT 1 FROM ricerca.texts t WHERE t.id = +p.id AND instr(t.text, @folded) > 0)`;
const sqlOf: Readonly<Record<Way, string>> = {
  few: `p.id IN (SELECT value FROM json_each(@ids))`,
  // The candidates must not be gone through one by one: without the plus SQLite would.
  sift: `+p.id IN (SELECT value FROM json_each(@ids)) AND ${holds}`,
  // The same where all of them are wanted.
  held: `p.id IN (SELECT t.id FROM json_each(@ids) c CROSS JOIN ricerca.texts t ON t.id = c.value
    WHERE instr(t.text, @folded) > 0)`,
  match: `+p.id IN (SELECT w.rowid FROM ricerca.words w WHERE w.words MATCH @match) AND ${holds}`,
  walk: holds,
  list: `p.id IN (SELECT t.id FROM ricerca.words w CROSS JOIN ricerca.texts t ON t.id = w.rowid
    WHERE w.words MATCH @match AND instr(t.text, @folded) > 0)`,
};

/** How the hits are found. */
interface Found {
  readonly way: Way;
  /** A JSON list: of few, the hits themselves; to sift, all candidates. */
  readonly ids: string;
  readonly match: string | null;
}

/** What was searched last: who leafs through it asks for the same again. */
const lastFound = new WeakMap<ReadableLedger, { readonly asked: string; readonly found: Found }>();

function knownWay(ledger: ReadableLedger, folded: string, goesAlong: boolean): Found {
  const versions = ['main', 'ricerca'].map((db) => ledger.pragma(`${db}.data_version`, { simple: true }));
  const asked = JSON.stringify([folded, goesAlong, attached.get(ledger)?.file, versions, mostCandidates]);
  const known = lastFound.get(ledger);
  if (known?.asked === asked) return known.found;
  const match = matchOf(ledger, folded);
  const found = { ...wayOf(ledger, { match, folded, goesAlong }), match };
  lastFound.set(ledger, { asked, found });
  return found;
}

/** Candidates that tell how many of all are hits. */
const sampled = 200;

function wayOf(
  ledger: ReadableLedger,
  {
    match,
    folded,
    goesAlong,
  }: { readonly match: string | null; readonly folded: string; readonly goesAlong: boolean },
): Omit<Found, 'match'> {
  if (match === null) return { way: 'walk', ids: '[]' };
  const most = 4 * mostCandidates.listed + 1;
  const first = candidatesOf(ledger, match, most);
  if (first.count <= mostCandidates.listed)
    return { way: 'few', ids: hitsAmong(ledger, first.ids, folded, most).ids };
  if (!goesAlong) return { way: 'list', ids: '[]' };
  // They come in the order of their ids: how far the first of them reach tells about how many there are.
  const payments = one<{ id: number }>(ledger, 'SELECT max(id) AS id FROM ricerca.texts')?.id ?? 0;
  const candidates = (first.count * payments) / Math.max(1, first.last);
  const hits = hitsAmong(ledger, first.ids, folded, sampled).count / Math.min(sampled, first.count);
  if (!isQuickerAlong({ payments, candidates, hits })) return { way: 'list', ids: '[]' };
  if (candidates > mostCandidates.sifted) return { way: 'walk', ids: '[]' };
  return first.count < most ? { way: 'sift', ids: first.ids } : { way: 'match', ids: '[]' };
}

/** What it takes, one beside the other: to look into a text, to find a payment, to pass one by in an order. */
const cost = { text: 90, payment: 60, passed: 1 } as const;
/** Rows of a page. */
const wanted = 200;

/** Whether an order is gone along until a page is full in less time than all candidates are looked at; `hits`: how many of one. */
function isQuickerAlong({
  payments,
  candidates,
  hits,
}: {
  readonly payments: number;
  readonly candidates: number;
  readonly hits: number;
}): boolean {
  if (hits === 0) return false;
  const found = candidates * hits;
  const part = Math.min(1, wanted / found);
  const along = part * (payments * cost.passed + candidates * cost.text);
  return along < candidates * cost.text + found * cost.payment;
}

interface Ids {
  readonly count: number;
  /** A JSON list. */
  readonly ids: string;
  readonly last: number;
}

const none: Ids = { count: 0, ids: '[]', last: 0 };

function candidatesOf(ledger: ReadableLedger, match: string, most: number): Ids {
  return (
    one<Ids>(
      ledger,
      `SELECT count(*) AS count, json_group_array(rowid) AS ids, coalesce(max(rowid), 0) AS last
       FROM (SELECT rowid FROM ricerca.words WHERE words MATCH @match LIMIT @most)`,
      { match, most },
    ) ?? none
  );
}

/** The hits among so many of the candidates. */
function hitsAmong(ledger: ReadableLedger, candidates: string, folded: string, most: number): Ids {
  return (
    one<Ids>(
      ledger,
      `SELECT count(*) AS count, json_group_array(id) AS ids, coalesce(max(id), 0) AS last FROM (
         SELECT t.id FROM json_each(@candidates) c CROSS JOIN ricerca.texts t ON t.id = c.value
         WHERE c.key < @most AND instr(t.text, @folded) > 0)`,
      { candidates, folded, most },
    ) ?? none
  );
}

/** Asks, and asks once more without the index where that is damaged, or is being made anew. */
export function withSearch<T>(ledger: ReadableLedger, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const seen = attached.get(ledger);
    if (seen?.isSound !== true || !(error instanceof Database.SqliteError)) throw error;
    attached.set(ledger, { ...seen, isSound: false });
    return ask();
  }
}

/** The revision up to which the index knows this ledger; null when it belongs to another one. */
function indexedRevision(ledger: ReadableLedger): number | null {
  const state = one<{ revision: number }>(
    ledger,
    `SELECT told.revision FROM ricerca.state told CROSS JOIN main.ledger l
     LEFT JOIN main.revision_marks m ON m.revision = told.revision
     WHERE told.edition = ${searchEdition} AND told.ledger = l.id AND told.revision <= l.revision
       AND told.mark = coalesce(m.mark, '') AND told.taken_out = ${timesTakenOut}`,
  );
  return state?.revision ?? null;
}

function countUpTo(
  ledger: ReadableLedger,
  sql: string,
  values: Readonly<Record<string, string | number>>,
  most: number,
): number {
  return one<{ n: number }>(ledger, `SELECT count(*) AS n FROM (${sql} LIMIT ${most + 1})`, values)?.n ?? 0;
}

/** The trigrams of a text, each once. */
export function trigramsOf(folded: string): string[] {
  const letters = Array.from(folded);
  return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))];
}

/** What holds the rarest trigrams of a text is looked at, whether it holds all of it; null for a text that has none. */
function matchOf(ledger: ReadableLedger, folded: string): string | null {
  const trigrams = trigramsOf(folded);
  if (trigrams.length === 0) return null;
  const known = new Map(
    all<{ gram: string; n: number }>(
      ledger,
      `SELECT gram, n FROM ricerca.grams WHERE gram IN (SELECT value FROM json_each(@trigrams))`,
      { trigrams: JSON.stringify(trigrams) },
    ).map(({ gram, n }) => [gram, n]),
  );
  const often = (trigram: string): number => known.get(trigram) ?? 0;
  const byRarity = trigrams.toSorted((a, b) => often(a) - often(b));
  const rarest = byRarity.slice(0, mostTrigrams);
  const isRare = often(rarest[0] ?? '') <= 2;
  const others = isRare ? [] : byRarity.filter((trigram) => often(trigram) <= notCommon);
  return [...rarest, ...apartFrom(rarest, others, folded).slice(0, mostApart)]
    .map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
    .join(' AND ');
}

/** Of so many texts that a trigram was looked for in: what more have it tells little. */
const notCommon = 500;
const mostApart = 2;

/** Those that share no letter with the ones that were chosen: neighbours mostly come together, and tell nothing new. */
function apartFrom(chosen: readonly string[], others: readonly string[], folded: string): string[] {
  const apart: string[] = [];
  for (const trigram of others) {
    const at = folded.indexOf(trigram);
    if ([...chosen, ...apart].every((other) => Math.abs(folded.indexOf(other) - at) >= 3))
      apart.push(trigram);
  }
  return apart;
}
