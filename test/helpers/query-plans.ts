import Database from 'better-sqlite3';
import { migrate } from '../../src/main/ledger/migrate.ts';
import { migrations } from '../../src/main/ledger/migrations/index.ts';
import type { ReadableLedger } from '../../src/main/ledger/open.ts';

/** How SQLite answers everything that is asked meanwhile, line by line. */
export function plansOf(ask: (ledger: ReadableLedger) => unknown): string[] {
  image ??= emptyLedger();
  const ledger = new Database(image) as ReadableLedger;
  try {
    return plansIn(ledger, ask);
  } finally {
    ledger.close();
  }
}

let image: Buffer | undefined;

/** The bytes of a ledger of which nothing is told. */
function emptyLedger(): Buffer {
  const db = new Database(':memory:');
  migrate(db, migrations);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/** The same of a ledger that is open. */
export function plansIn(ledger: ReadableLedger, ask: (ledger: ReadableLedger) => unknown): string[] {
  const asked: string[] = [];
  const prepare = ledger.prepare.bind(ledger);
  ledger.prepare = (sql: string) => {
    asked.push(sql);
    return prepare(sql);
  };
  ask(ledger);
  return asked.flatMap((sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null]);
    const places = sql
      .split('?')
      .slice(1)
      .map(() => null);
    const values = names.length === 0 ? places : [Object.fromEntries(names) as object];
    return prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail);
  });
}
