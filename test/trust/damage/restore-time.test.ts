import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createCore, type Core } from '../../../src/main/core.ts';
import { copiesFolder } from '../../../src/main/ledger/backup/backup-settings.ts';
import { listBackups } from '../../../src/main/ledger/backup/list-backups.ts';
import { makeBackup } from '../../../src/main/ledger/backup/make-backup.ts';
import { restoreBackup } from '../../../src/main/ledger/backup/restore.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import { windowBackups } from '../../../src/main/hosts/window-backups.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { officeSettings } from '../../helpers/office.ts';
import { aFolder, close, opened } from '../../helpers/small-ledger.ts';
import { aFlusso, aPayment, anIuf } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';
import { aLargeLedger, backToSchema15 } from './large-ledger.ts';

const now = '2026-03-10T10:00:00.000Z';

it('R15 the last import is in a copy soon after it was made', { timeout: 180_000 }, async () => {
  const folder = aFolder();
  const core = aWindow(folder);
  await core.call('settings.write', { settings: officeSettings });
  const waited: number[] = [];
  for (let n = 1; n <= times(2, 3); n++) {
    await bring(core, folder, n);
    const began = performance.now();
    await vi.waitFor(() => expect(newestCopy(folder)).toBe(n), { timeout: 60_000, interval: 50 });
    waited.push((performance.now() - began) / 1000);
    await after(50);
  }
  const most = Math.max(...waited).toFixed(1);
  found('R15', `importazioni di fila in una finestra: ognuna in una copia entro ${most} s`);
});

it(
  'R15, R18 a large ledger is brought back, and brought to the schema of today',
  { timeout: 1_800_000 },
  async () => {
    const payments = times(5_000, 1_000_000);
    const folder = aFolder();
    aLargeLedger(folder, payments);
    const made = await makeBackup({
      archive: folder,
      into: { folder: copiesFolder(folder), create: true },
      reason: 'request',
      now,
      day: '2026-03-10',
      program: '1.2.3',
    });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    truncateSync(ledgerFile(folder), 40_960);
    const began = performance.now();
    const restored = restoreBackup(folder, made.value.file, now);
    close(opened(folder), folder);
    const seconds = (performance.now() - began) / 1000;
    expect(restored).toMatchObject({ ok: true, value: { wasDamaged: true, ledger: { payments } } });
    expect(seconds).toBeLessThan(60);
    found(
      'R15',
      `${payments.toLocaleString('it')} pagamenti: di nuovo al loro posto in ${seconds.toFixed(1)} s`,
    );

    backToSchema15(folder);
    const start = performance.now();
    close(opened(folder), folder);
    const upgraded = (performance.now() - start) / 1000;
    const rows = 4 * payments;
    expect(upgraded).toBeLessThan(Math.max(30, (30 * rows) / 1e6));
    found('R18', `${rows.toLocaleString('it')} righe: aggiornate in ${upgraded.toFixed(1)} s`);
  },
);

function aWindow(folder: string): Core {
  const core = createCore({
    folder,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: true,
    backups: windowBackups,
    today: () => '2026-03-31' as Day,
    now: () => new Date().toISOString(),
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });
  onTestFinished(() => core.close());
  return core;
}

async function bring(core: Core, folder: string, n: number): Promise<void> {
  const path = join(folder, 'carte', `flusso-${n}.xml`);
  mkdirSync(join(folder, 'carte'), { recursive: true });
  writeFileSync(path, aFlusso(anIuf(n), [aPayment(n, 1_000)]));
  const told = await core.call('documents.import', { parcels: [core.handOver({ path, name: `${n}.xml` })] });
  expect(told.ok).toBe(true);
}

/** How many documents are in the newest copy. */
function newestCopy(folder: string): number {
  if (!readdirSync(folder).includes('copie')) return 0;
  return listBackups(copiesFolder(folder), false)[0]?.manifest?.documents ?? 0;
}
