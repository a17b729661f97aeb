import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { copiesFolder } from '../../../src/main/ledger/backup/backup-settings.ts';
import { listBackups } from '../../../src/main/ledger/backup/list-backups.ts';
import { migrate } from '../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../src/main/ledger/migrations/index.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import { found, isLong, times } from '../figures.ts';
import { act, aPlace, away, copyOf, moments, restarted, whole } from './act.ts';

const golden = join(import.meta.dirname, '../../golden');
const editions = readdirSync(golden)
  .flatMap((name) => /^schema-(\d\d)\.db\.gz$/.exec(name)?.[1] ?? [])
  .toSorted();
const newest = migrations.at(-1)?.version ?? 0;
/** Every step that a ledger can take; the quick run takes one that changes rows. */
const steps = migrations
  .map(({ version }) => version)
  .filter((version) => (isLong ? version > 1 : version === 5));

it('R02 a step of the schema that is killed is taken or not, and no cent is another', async () => {
  const place = aPlace();
  let [kills, old, taken, slowest] = [0, 0, 0, 0];
  for (const version of steps) {
    const template = ledgerBefore(place, version);
    const totals = totalsIn(template);
    const { ms } = await whole(copyOf(template), ['migrate', String(version)]);
    for (const moment of moments(times(1, 40), ms)) {
      const archive = copyOf(template);
      const { killed, ms: took } = await act(archive, moment, ['migrate', String(version)]);
      expect(killed).toBe(true);
      const stands = versionIn(archive);
      expect(took === null ? [version - 1, version] : [version]).toContain(stands);
      expect(totalsIn(archive)).toEqual(totals);
      const start = await restarted(archive);
      expect(start.digest).toBe(ofToday);
      expect([versionIn(archive), totalsIn(archive)]).toEqual([newest, totals]);
      slowest = Math.max(slowest, start.ms);
      kills += 1;
      if (stands === version) taken += 1;
      else old += 1;
      away(archive);
    }
  }
  found(
    'R02',
    `${steps.length} passi, ${kills} kill -9: ${old} volte il passo non fatto, ${taken} fatto, 0 a metà, totali al centesimo; riapertura con verifica al più in ${Math.round(slowest)} ms di processore`,
  );
});

it('R02 a ledger is never brought to today without a sound copy of how it was, wherever it is killed', async () => {
  const place = aPlace();
  const edition = editions[0] ?? '';
  const template = unpacked(place, edition);
  const totals = totalsIn(template);
  const words = ['command-line', 'stato'];
  const { ms } = await whole(copyOf(template), words);
  const seen: number[] = [];
  for (const moment of moments(times(1, 60), ms)) {
    const archive = copyOf(template);
    expect((await act(archive, moment, words)).killed).toBe(true);
    const stands = versionIn(archive);
    expect(totalsIn(archive)).toEqual(totals);
    const copies = (): unknown[] =>
      listBackups(copiesFolder(archive), true).filter(
        ({ state, manifest }) => state === 'verified' && manifest?.schema === Number(edition),
      );
    expect(copies().length).toBeGreaterThanOrEqual(stands > Number(edition) ? 1 : 0);
    expect((await restarted(archive)).digest).toBe(ofToday);
    expect(copies().length).toBeGreaterThan(0);
    expect([versionIn(archive), totalsIn(archive)]).toEqual([newest, totals]);
    seen.push(stands);
    away(archive);
  }
  const different = new Set(seen).size;
  found(
    'R02',
    `dall’edizione ${Number(edition)} a oggi ${seen.length} kill -9, fermati in ${different} edizioni diverse, sempre con la copia di prima`,
  );
});

/** Of the papers of the golden ledgers, whichever edition read them. */
const ofToday = '65915af137d5637c1455376d1a9673d178a352464dc32b0b1213aff0c33ef767';

function unpacked(place: string, edition: string): string {
  const archive = join(place, `edizione-${edition}`);
  mkdirSync(archive, { recursive: true });
  writeFileSync(ledgerFile(archive), gunzipSync(readFileSync(join(golden, `schema-${edition}.db.gz`))));
  return archive;
}

/** A ledger that lacks this step and those after it, with so many verdicts that the step has something to do. */
function ledgerBefore(place: string, version: number): string {
  const edition = editions.findLast((known) => Number(known) < version) ?? '';
  const archive = unpacked(join(place, `passo-${version}`), edition);
  const db = new Database(ledgerFile(archive));
  const migrated = migrate(db, migrations.slice(0, version - 1));
  if (!migrated.ok) throw new Error(migrated.problem.code);
  multiply(db, 'payments', { iuv: "iuv || '-' || n", id: '1000000 + n' });
  multiply(db, 'flow_states', { iuf_key: "iuf_key || '-' || n" });
  // Found again when the rules are newer: what was multiplied goes, and nothing of it counts.
  db.exec('UPDATE ledger SET derivation = 0');
  db.close();
  return archive;
}

/** As many as keep a step at work for longer than a process needs to be killed. */
const rows = times(4_000, 20_000);

/** Copies the first row of a table of verdicts; `other` tells the columns that name it. */
function multiply(db: Database.Database, table: string, other: Readonly<Record<string, string>>): void {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
  const values = columns.map((name) => other[name] ?? `"${name}"`);
  db.exec(`WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ${rows})
    INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM count, (SELECT * FROM ${table} LIMIT 1)`);
}

function versionIn(archive: string): number {
  return looked(archive, (db) => Number(db.pragma('user_version', { simple: true })));
}

/** What the documents say, to the cent; a ledger that is not sound says so. */
function totalsIn(archive: string): unknown[] {
  return looked(archive, (db) => [
    db.pragma('integrity_check', { simple: true }),
    db.pragma('foreign_key_check'),
    ...[
      'movimenti.cents',
      'flussi.declared_cents',
      'righe.cents',
      'ricevute.total_cents',
      'transfers.cents',
    ].map((of) => {
      const [table, column] = of.split('.');
      return db.prepare(`SELECT count(*) AS rows, sum(${column}) AS cents FROM ${table}`).get();
    }),
  ]);
}

function looked<T>(archive: string, look: (db: Database.Database) => T): T {
  const db = new Database(ledgerFile(archive), { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
