import Database from 'better-sqlite3';
import { beforeTheFirst, hashOf, type TrailRow } from '../../../src/main/ledger/trail.ts';
import type { ReadableLedger } from '../../../src/main/ledger/open.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';

/** Ways to alter a trail of somebody who writes into the file itself; `at` is a number between 0 and 1. */
export const alterations: Readonly<
  Record<string, (rows: TrailRow[], at: number, ledger: ReadableLedger) => TrailRow[]>
> = {
  'a word of an entry': (rows, at) =>
    edit(rows, at, ({ details }) => ({ details: details.replace(/\w/, 'X') })),
  'who did it': (rows, at) => edit(rows, at, () => ({ user: 'qualcun altro' })),
  'when it was done': (rows, at) => edit(rows, at, () => ({ at: '2020-01-01T00:00:00.000Z' })),
  'what was done': (rows, at) => edit(rows, at, () => ({ operation: 'cards-kept' })),
  'to what': (rows, at) => edit(rows, at, ({ subject }) => ({ subject: `${subject}.` })),
  'by which program': (rows, at) => edit(rows, at, () => ({ program: '9.9.9', host: 'browser' })),
  'a hash': (rows, at) =>
    edit(rows, at, ({ hash }) => ({ hash: hash.replace(/^./, (c) => (c === '0' ? '1' : '0')) })),
  'a previous hash': (rows, at) => edit(rows, at, () => ({ previous: 'f'.repeat(64) })),
  'an entry, with a new hash of its own': (rows, at) =>
    edit(rows, at, (row) => ({ user: 'altri', hash: hashOf({ ...row, user: 'altri' }) })),
  'an entry, and every hash after it': (rows, at, ledger) =>
    chained(
      edit(rows, at, () => ({ user: 'altri' })),
      ledger,
    ),
  'an entry away': (rows, at) => rows.toSpliced(place(rows, at), 1),
  'an entry away, and the numbers closed up': (rows, at) => numbered(rows.toSpliced(place(rows, at), 1)),
  'an entry away, numbers and hashes made anew': (rows, at, ledger) =>
    chained(numbered(rows.toSpliced(place(rows, at), 1)), ledger),
  'an entry of somebody else in between': (rows, at) => numbered(doubled(rows, at)),
  'an entry in between, numbers and hashes made anew': (rows, at, ledger) =>
    chained(numbered(doubled(rows, at)), ledger),
  'an entry at the end that follows nothing': (rows, at) => {
    const last = rows.at(-1);
    const made = last && {
      ...last,
      seq: last.seq + 1,
      user: 'altri',
      previous: at > 0.5 ? last.previous : last.hash,
    };
    return made === undefined ? rows : [...rows, made];
  },
  'two entries changed about': (rows, at) => {
    const here = Math.min(place(rows, at), rows.length - 2);
    const [first, second] = [rows[here], rows[here + 1]];
    if (first === undefined || second === undefined) return rows;
    return numbered(rows.toSpliced(here, 2, second, first));
  },
  'the last entries away': (rows, at) => rows.slice(0, place(rows, at)),
  'the last entries, others in their place': (rows, at, ledger) =>
    chained(
      rows.map((row, n) => (n < place(rows, at) ? row : { ...row, subject: 'niente' })),
      ledger,
    ),
  'all of it': () => [],
};

function place(rows: readonly TrailRow[], at: number): number {
  return Math.min(Math.floor(at * rows.length), rows.length - 1);
}

function edit(rows: TrailRow[], at: number, change: (row: TrailRow) => Partial<TrailRow>): TrailRow[] {
  const here = place(rows, at);
  return rows.map((row, n) => (n === here ? { ...row, ...change(row) } : row));
}

function doubled(rows: TrailRow[], at: number): TrailRow[] {
  const row = rows[place(rows, at)];
  return row === undefined ? rows : rows.toSpliced(place(rows, at), 0, { ...row, user: 'altri' });
}

function numbered(rows: readonly TrailRow[]): TrailRow[] {
  return rows.map((row, n) => ({ ...row, seq: n + 1 }));
}

/** Every hash as it would be had the entries been written so: who knows how, can. */
function chained(rows: readonly TrailRow[], ledger: ReadableLedger): TrailRow[] {
  let previous = beforeTheFirst(ledger).hash;
  return rows.map((row) => {
    const made = { ...row, previous };
    previous = hashOf(made);
    return { ...made, hash: previous };
  });
}

const columns = 'seq, at, os_user AS user, program, host, operation, subject, details, previous, hash';

/** Alters the trail of a ledger that nobody has open, and leaves its guards as they were. */
export function alter(
  folder: string,
  change: (rows: TrailRow[], ledger: ReadableLedger) => TrailRow[],
): void {
  const db = new Database(ledgerFile(folder)) as ReadableLedger;
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'trail'`,
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  const rows = db.prepare<[], TrailRow>(`SELECT ${columns} FROM trail ORDER BY seq`).all();
  db.exec('DELETE FROM trail');
  const insert = db.prepare(
    `INSERT INTO trail VALUES (@seq, @at, @user, @program, @host, @operation, @subject, @details, @previous, @hash)`,
  );
  for (const row of change(rows, db)) insert.run(row);
  for (const { sql } of guards) db.exec(sql);
  db.close();
}
