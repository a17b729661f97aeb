import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import { found, times } from '../figures.ts';

const child = fileURLToPath(new URL('soak-child.ts', import.meta.url));

interface Told {
  readonly early: number;
  readonly late: number;
  readonly walBytes: number;
  readonly verified: boolean;
}

it(
  'R40 a month of imports at a desk that is never closed: log, memory and file stay small',
  { timeout: times(1_200_000, 7_200_000) },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-mese-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const drops = times(40, 1_000);
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      child,
      folder,
      String(drops),
    ]);
    const { early, late, walBytes, verified } = JSON.parse(stdout) as Told;
    expect(verified).toBe(true);
    // A few imports cannot fill it: for them a tenth.
    expect(walBytes).toBeLessThanOrEqual(times(6, 64) * 1024 * 1024);
    // Of a few imports the caches that fill are most of what is seen.
    expect(late / early).toBeLessThanOrEqual(times(2, 1.1));

    const file = ledgerFile(join(folder, 'archivio'));
    const ledger = new Database(file);
    const before = statSync(file).size;
    ledger.exec('VACUUM');
    ledger.close();
    const ratio = before / statSync(file).size;
    expect(ratio).toBeLessThanOrEqual(1.3);
    const figures = [
      `log al più ${(walBytes / 1e6).toFixed(1)} MB`,
      `memoria × ${(late / early).toFixed(2)}`,
    ];
    found(
      'R40',
      `${drops} importazioni, 30 giorni: ${figures.join(', ')}, file ${ratio.toFixed(2)} volte quello compattato`,
    );
  },
);
