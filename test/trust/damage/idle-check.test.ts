import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createCore, type Core } from '../../../src/main/core.ts';
import { readLastCheck } from '../../../src/main/ledger/backup/last-check.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import { sayFinding } from '../../../src/shared/wording/findings.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { aLedger } from '../../helpers/small-ledger.ts';
import { found } from '../figures.ts';

const aWeek = 7 * 24 * 60 * 60_000;
const march = (day: number): string => new Date(Date.UTC(2026, 2, day, 9)).toISOString();

it('R13 a window that nobody uses verifies its ledger once a week, and tells only bad news', async () => {
  const folder = aLedger('prova');
  let now = march(1);
  const [core, heard] = aWindow(folder, 50, () => now);
  await vi.waitFor(() => expect(readLastCheck(folder)).toEqual({ checkedAt: now, findings: [] }), patient);
  expect(heard).toEqual([]);

  damage(folder);
  now = march(5);
  await core.call('about.read', {});
  await after(400);
  expect(readLastCheck(folder)).toEqual({ checkedAt: march(1), findings: [] });

  now = march(8);
  await core.call('about.read', {});
  await vi.waitFor(() => expect(heard).toEqual(['backups-changed']), patient);
  const state = await core.call('backups.state', {});
  const findings = state.ok ? (state.value.damage?.findings ?? []) : [];
  expect(findings.map(sayFinding)).toEqual([expect.stringContaining('tabella «preferences»')]);
  expect(drafts(folder)).toEqual([]);
  found('R13', 'a finestra ferma: verificato dopo 7 giorni, non prima; il danno detto in una frase');
});

it('R13 whoever works stops the verification at once', async () => {
  const folder = aLedger('prova');
  swell(folder);
  const [core] = aWindow(folder, 600_000, () => march(1));
  await core.call('about.read', {});
  await core.close();
  const [again] = aWindow(folder, 50, () => march(1));
  await vi.waitFor(() => expect(drafts(folder).length).toBeGreaterThan(0), { ...patient, interval: 2 });
  const [draft] = drafts(folder);
  const began = performance.now();
  await again.call('about.read', {});
  const waited = performance.now() - began;
  await vi.waitFor(() => expect(drafts(folder)).not.toContain(draft), { ...patient, interval: 2 });
  await after(20);
  expect(readLastCheck(folder)).toBeNull();
  await again.close();
  expect(drafts(folder)).toEqual([]);
  expect(waited).toBeLessThan(1_000);
  found('R13', `chi torna al lavoro aspetta ${Math.round(waited)} ms, e la verifica smette`);
});

const patient = { timeout: 20_000 };

function aWindow(folder: string, idleMs: number, now: () => string): [Core, string[]] {
  const core = createCore({
    folder,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: true,
    backups: {
      everyMs: 60_000,
      atTheEnd: 'imports',
      idleCheck: { idleMs, everyMs: aWeek },
      tell: () => undefined,
    },
    today: () => '2026-03-31' as Day,
    now,
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });
  onTestFinished(() => core.close());
  const heard: string[] = [];
  core.listen(({ type }) => void (type === 'backups-changed' && heard.push(type)));
  return [core, heard];
}

/** As a bit that flips: behind the back of everybody. */
function damage(folder: string): void {
  const db = new Database(ledgerFile(folder));
  db.exec(`UPDATE preferences SET value = replace(value, 'x', 'y') WHERE key = 'zavorra-7'`);
  db.close();
}

/** Large enough that nobody verifies it in a moment. */
function swell(folder: string): void {
  const db = new Database(ledgerFile(folder));
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
    INSERT INTO revision_marks (revision, mark) SELECT 1000 + i, hex(randomblob(40)) FROM n`);
  db.close();
}

const drafts = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('parziale'));
