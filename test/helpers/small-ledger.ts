import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openReadable, openWritable, type WritableLedger } from '../../src/main/ledger/open.ts';
import { keepSentinel, momentOf, noteCommit } from '../../src/main/ledger/sentinel.ts';
import { readSettings } from '../../src/main/ledger/settings.ts';
import { runJob } from '../../src/main/worker/run-job.ts';
import { emptySettings } from '../../src/shared/domain/settings.ts';
import { readHere } from './read-here.ts';

/** A folder that goes when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-copie-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A ledger whose only content is a name, as the writer leaves it. Some pages of ballast make damage possible. */
export function aLedger(name: string, folder = aFolder()): string {
  const ledger = opened(folder);
  const insert = ledger.prepare('INSERT OR REPLACE INTO preferences (key, value) VALUES (?, ?)');
  ledger.transaction(() => {
    for (let n = 0; n < 200; n++) insert.run(`zavorra-${n}`, JSON.stringify('x'.repeat(1_000)));
  })();
  write(ledger, folder, name);
  close(ledger, folder);
  return folder;
}

/** Writes another name, as a program does that comes, writes and goes. */
export function rename(folder: string, name: string): void {
  const ledger = opened(folder);
  write(ledger, folder, name);
  close(ledger, folder);
}

/** Writes a name as the worker does. */
export function write(ledger: WritableLedger, folder: string, name: string): void {
  const settings = { ...emptySettings, ente: { codiceFiscale: '80001234567', denominazione: name } };
  const outside = {
    now: '2026-03-10T10:00:00.000Z',
    isStopped: () => false,
    progress: () => undefined,
    reader: readHere,
  };
  const answer = runJob(ledger, 'settings', { settings }, outside);
  if ('stopped' in answer || !answer.ok) throw new Error('the name was not written');
  noteCommit(ledger, folder);
}

export function opened(folder: string): WritableLedger {
  const ledger = openWritable(folder);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problem));
  return ledger.value;
}

export function close(ledger: WritableLedger, folder: string): void {
  const moment = momentOf(ledger);
  ledger.close();
  keepSentinel(folder, { ...moment, documents: 0, trail: null, next: null });
}

/** What the ledger of a folder holds, or why it cannot be opened. */
export function nameIn(folder: string): string {
  const ledger = openReadable(folder);
  if (!ledger.ok) return JSON.stringify(ledger.problem);
  if (ledger.value === null) return 'none';
  const name = readSettings(ledger.value).ente?.denominazione ?? 'nobody';
  ledger.value.close();
  return name;
}
