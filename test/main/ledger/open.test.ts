import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { applicationId } from '../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../src/main/ledger/migrations/index.ts';
import { ledgerFile, openReadable, openWritable } from '../../../src/main/ledger/open.ts';
import type { Problem } from '../../../src/shared/contract/problems.ts';
import { sayProblem } from '../../../src/shared/wording/problems.ts';
import { found } from '../../trust/figures.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tre-pallini-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const digest = (): string =>
  createHash('sha256')
    .update(readFileSync(ledgerFile(folder)))
    .digest('hex');

describe('opening a ledger', () => {
  it('makes a new one durable, strict and recognisable', () => {
    const opened = openWritable(folder);
    if (!opened.ok) throw new Error(opened.problem.code);
    const pragma = (name: string): unknown => opened.value.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
    expect([pragma('application_id'), pragma('user_version')]).toEqual([
      applicationId,
      migrations.at(-1)?.version,
    ]);
    const loose = opened.value
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(loose).toEqual([]);
    opened.value.close();
  });

  it('R19 leaves a ledger of a newer program as it is, to the byte, and says which program it needs', () => {
    const opened = openWritable(folder);
    if (!opened.ok) throw new Error(opened.problem.code);
    opened.value.pragma('user_version = 999');
    opened.value.close();
    const before = digest();
    const problem = { code: 'ledger-from-the-future', version: 999, known: migrations.at(-1)?.version };
    expect(openWritable(folder)).toEqual({ ok: false, problem });
    expect(openReadable(folder)).toEqual({ ok: false, problem });
    expect(digest()).toBe(before);
    expect(sayProblem(problem as Problem)).toMatch(/schema 999/);
    found('R19', 'un registro di una versione più nuova non si apre, e non cambia un byte');
  });

  it("leaves another program's database as it is, to the byte", () => {
    const other = new Database(ledgerFile(folder));
    other.exec('CREATE TABLE mine (x)');
    other.close();
    const before = digest();
    expect(openWritable(folder)).toEqual({ ok: false, problem: { code: 'not-a-ledger' } });
    expect(digest()).toBe(before);
  });

  it('leaves a file that is no database as it is, to the byte', () => {
    writeFileSync(ledgerFile(folder), 'Questo non è un registro, è un appunto.'.repeat(50));
    const before = digest();
    expect(openWritable(folder)).toEqual({ ok: false, problem: { code: 'not-a-ledger' } });
    expect(digest()).toBe(before);
  });

  it('says that there is none yet to whoever only looks', () => {
    expect(openReadable(folder)).toEqual({ ok: true, value: null });
  });

  it('lets whoever only looks write nothing', () => {
    const writable = openWritable(folder);
    const readable = openReadable(folder);
    if (!writable.ok || !readable.ok || readable.value === null) throw new Error('not opened');
    const { value: ledger } = readable;
    expect(() => ledger.exec('DELETE FROM documents')).toThrow(/readonly/);
    writable.value.close();
    ledger.close();
  });
});
