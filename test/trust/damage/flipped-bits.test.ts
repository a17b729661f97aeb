import Database from 'better-sqlite3';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ledgerFile, openWritable } from '../../../src/main/ledger/open.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { sayFinding } from '../../../src/shared/wording/findings.ts';
import { readHere } from '../../helpers/read-here.ts';
import { aFolder } from '../../helpers/small-ledger.ts';
import { found, times } from '../figures.ts';
import { aFullLedger, bytesOf, contentsOf } from './every-table.ts';

it('R13 every bit that flips in what the ledger says is told', { timeout: 1_800_000 }, async () => {
  const full = await aFullLedger();
  const sound = bytesOf(full);
  const before = contentsIn(sound);
  expect(emptyTables(sound)).toEqual([]);
  expect(told(full, sound)).toEqual([]);

  const random = randomBits(20_260_331);
  const flips = times(50, 1_000);
  let changed = 0;
  const silent: number[] = [];
  for (let n = 0; n < flips; n++) {
    const bit = Math.floor(random() * sound.length * 8);
    const bytes = Buffer.from(sound);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    if (contentsIn(bytes) === before) continue;
    changed += 1;
    if (told(full, bytes).length === 0) silent.push(bit);
  }
  expect(silent).toEqual([]);
  expect(changed).toBeGreaterThan(flips / 20);
  found(
    'R13',
    `${flips} bit cambiati, ${changed} toccavano i contenuti, ${changed - silent.length} segnalati`,
  );
});

/** What whoever opens and verifies is told, each in a sentence. */
function told(full: string, bytes: Buffer): string[] {
  const folder = aFolder();
  cpSync(full, folder, { recursive: true });
  writeFileSync(ledgerFile(folder), bytes);
  try {
    const opened = openWritable(folder);
    if (!opened.ok) return [opened.problem.code];
    try {
      const outside = {
        now: '2026-03-31T10:00:00.000Z',
        isStopped: () => false,
        progress: () => undefined,
        reader: readHere,
      };
      const verified = runJob(opened.value, 'verify', {}, outside);
      if ('stopped' in verified || !verified.ok) throw new Error('it was not verified');
      return verified.value.findings.map((finding) => sayFinding({ ...finding }));
    } finally {
      opened.value.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a damaged file says, and how it cannot be read, are both something else than what it said. */
function contentsIn(bytes: Buffer): string {
  const folder = aFolder();
  writeFileSync(ledgerFile(folder), bytes);
  let db: Database.Database | null = null;
  try {
    db = new Database(ledgerFile(folder), { readonly: true });
    return contentsOf(db);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function emptyTables(bytes: Buffer): string[] {
  const [, tables] = JSON.parse(contentsIn(bytes)) as [unknown, [string, unknown[]][]];
  return tables.filter(([, rows]) => rows.length === 0).map(([name]) => name);
}

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function randomBits(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
