import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { createCores } from '../../../src/main/hosts/cores.ts';
import { takeLock } from '../../../src/main/hosts/lock.ts';
import { sayProblem } from '../../../src/shared/wording/problems.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { cliFile, projectFolder, run, stackTrace } from '../../main/hosts/command-line.ts';
import { found } from '../figures.ts';

const browserFile = join(projectFolder, 'src/main/hosts/browser/main.mjs');
/** Plain JavaScript, which no compiler of ours knows. */
const runtime: string = join(projectFolder, 'src/main/hosts/runtime.mjs');
const now = '2026-03-31T10:00:00.000Z';

it('R45 a Node that is too old is told so in one line, before anything else is loaded', async () => {
  const { missingRuntime } = (await import(runtime)) as {
    missingRuntime: (napi?: string, version?: string) => string | null;
  };
  const tooOld = [
    ['', 'v6.0.0'],
    ['8', 'v12.22.12'],
    ['9', 'v18.20.8'],
    ['9', 'v20.20.2'],
    ['9', 'v22.12.0'],
  ] as const;
  for (const [napi, version] of tooOld) {
    const told = missingRuntime(napi, version);
    expect(told).toMatch(
      /^Tre Pallini ha bisogno di Node 24; questo è v\d+\.\d+\.\d+\. Avviarlo con «npm run»[^\n]*$/,
    );
  }
  expect(missingRuntime('10', 'v22.14.0')).toBe(null);
  expect(missingRuntime(process.versions['napi'], process.version)).toBe(null);
  for (const file of [cliFile, browserFile])
    expect(readFileSync(file, 'utf8').match(/^import .*/gm)).toEqual([
      "import { missingRuntime, startFaster } from '../runtime.mjs';",
    ]);
  const real = anOldNode();
  for (const file of real === null ? [] : [cliFile, browserFile]) {
    const { code, stdout, stderr } = await run(real ?? '', [file]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Tre Pallini ha bisogno di Node 24; [^\n]*\n$/);
  }
  found(
    'R45',
    `${tooOld.length} versioni troppo vecchie, 1 riga, uscita 1${real === null ? '' : '; anche con quella di questo computer'}`,
  );
});

it('R11, R47 of two programs on one folder the second is told whose it is, and writes nothing', () => {
  const home = aFolder();
  const first = takeLock(home, 'browser', now);
  if (!first.ok) throw new Error('the folder is taken');
  onTestFinished(() => first.value.release());
  const before = filesIn(home);
  const began = performance.now();
  const second = takeLock(home, 'window', now);
  const ms = Math.round(performance.now() - began);
  if (second.ok) throw new Error('two windows');
  expect(ms).toBeLessThan(500);
  expect(sayProblem(second.problem)).toMatch(
    /già aperto nella finestra del browser di «.+».*usare quella finestra/,
  );
  expect(filesIn(home)).toEqual(before);
  found('R11', `risposta in ${ms} ms, nessun secondo scrittore`);
});

it('R47 an older release beside a newer one refuses its ledger, and changes no byte', async () => {
  const home = aFolder();
  const newer = coresIn(home);
  await newer.of('own').call('settings.write', { settings: {} });
  await newer.close();
  const database = new Database(join(home, 'tre-pallini.db'));
  database.pragma('user_version = 999');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const before = filesIn(home);

  const older = coresIn(home);
  const answer = await older.of('own').call('payments.list', {});
  expect(answer).toMatchObject({ problem: { code: 'ledger-from-the-future', version: 999 } });
  await older.close();
  const line = await run(process.execPath, [cliFile, '--archivio', home, 'pagamenti']);
  expect(line.code).not.toBe(0);
  expect(line.stderr).not.toMatch(stackTrace);
  expect(line.stderr).toMatch(/più recente|versione/);

  expect(filesIn(home)).toEqual(before);
  found(
    'R47',
    'un lucchetto per tutte le versioni; registro più nuovo rifiutato da finestra e riga di comando, 0 byte cambiati',
  );
});

function coresIn(home: string) {
  return createCores({
    home,
    author: 'c.bianchi',
    version: '1.0.0',
    alone: true,
    today: () => '2026-03-31' as Day,
    now: () => now,
    onDefect: (_incident, _operation, error) => {
      throw error;
    },
  });
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-due-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Name and digest of every file. */
function filesIn(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // The log tells that it was refused.
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('log'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
      .toSorted()
  );
}

/** The Node of this computer, when it has one that is too old; ours stands before it. */
function anOldNode(): string | null {
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  return (
    folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path) && isOld(path)) ?? null
  );
}

function isOld(program: string): boolean {
  const { stdout } = spawnSync(program, ['-p', 'process.versions.napi'], { encoding: 'utf8' });
  return Number(stdout) < 10;
}
