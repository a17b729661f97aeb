import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core, type CoreEnvironment } from '../../../src/main/core.ts';
import { openReadable } from '../../../src/main/ledger/open.ts';
import { ledgerDigest } from '../../../src/main/ledger/digest.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { flusso, ourSettings } from '../../main/hosts/papers.ts';

/** A folder that goes when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-disco-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A core on a real folder; what is thrown anywhere fails the test. */
export function aCore(folder: string, more: Partial<CoreEnvironment> = {}): Core {
  const core = createCore({
    folder,
    demo: false,
    author: 'impiegata',
    version: '1.0.0',
    alone: true,
    today: () => '2026-03-31' as Day,
    now: () => '2026-03-31T10:00:00.000Z',
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
    ...more,
  });
  onTestFinished(() => core.close());
  return core;
}

/** A flusso of so many payments of ours. */
export function aFlusso(iuf: string, rows: number, from = 1): string {
  return flusso(
    `2026-03-02ABI1-${iuf}`,
    Array.from({ length: rows }, (_, i) => ({ n: from + i, cents: 1_000 + i })),
  );
}

export function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A ledger with our settings and one flusso, closed as a window closes it. */
export async function aClosedLedger(folder: string): Promise<void> {
  const core = aCore(folder);
  await core.call('settings.write', { settings: ourSettings });
  await bring(core, { 'primo.xml': aFlusso('PRIMO', 20) }, aFolder());
  await core.close();
}

/** Imports papers that lie in a folder; answers what became of each, or the problem of all. */
export async function bring(
  core: Core,
  papers: Readonly<Record<string, string | Uint8Array>>,
  folder: string,
) {
  const parcels = Object.entries(papers).map(([name, content]) =>
    core.handOver({ path: write(join(folder, name), content), name }),
  );
  return core.call('documents.import', { parcels });
}

/** One digest of everything that a ledger says. */
export function digestOf(folder: string): string {
  const opened = openReadable(folder);
  if (!opened.ok || opened.value === null) throw new Error(JSON.stringify(opened));
  const digest = ledgerDigest(opened.value);
  opened.value.close();
  return digest;
}

/** The same ledger in another folder. */
export function copyOf(folder: string, to: string): string {
  cpSync(folder, to, { recursive: true });
  return to;
}
