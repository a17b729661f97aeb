import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mayPass, patiently, patientlyLater } from '../../../src/main/disk/patience.ts';
import { found, isLong, times } from '../figures.ts';
import { aFolder } from './a-desk.ts';
import { errnos } from './errnos.ts';

interface Tally {
  readonly tries: number;
  readonly calls: number;
  readonly untouched: number;
  readonly whole: number;
  readonly held: number;
  readonly wrong: readonly string[];
}

const here = (name: string): string => join(import.meta.dirname, name);
const refused = (code: string): Error => Object.assign(new Error(code), { code });

/** Runs the child in which calls of the file system fail. */
function fail(scenario: string, plan: object, inAHurry: boolean): Promise<Tally> {
  const root = join(aFolder(), scenario);
  mkdirSync(root);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', here('faults.ts'), here('faults-child.ts'), scenario, root, JSON.stringify(plan)],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          TREPALLINI_GUASTI: root,
          TREPALLINI_GUASTI_IN_FRETTA: inAHurry ? '1' : '',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let told = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(told) as Tally);
      else reject(new Error(`${scenario} ended with ${code}: ${complaint.slice(-3_000)}`));
    });
  });
}

const scenarios = [
  ['importa', 'un file importato da dov’è'],
  ['carica', 'un file caricato e importato'],
  ['copia', 'una copia di sicurezza'],
  ['ripristina', 'un ripristino'],
  ['esporta', 'un’esportazione'],
  ['seconda', 'la seconda cartella delle copie'],
  ['porte', 'le impostazioni per gli altri programmi'],
  ['giornale', 'il giornale degli invii'],
] as const;

const plan = isLong
  ? { errnos, forever: [false, true], step: 1 }
  : { errnos: ['EIO'], forever: [true], step: 30 };

it.each(isLong ? scenarios : [scenarios[1], scenarios[4], scenarios[7]])(
  'R44 the n-th call that fails leaves everything as before or whole, and says so: %s',
  async (scenario, what) => {
    const { tries, calls, untouched, whole, wrong } = await fail(scenario, plan, true);
    expect(wrong).toEqual([]);
    expect(tries).toBeGreaterThan(0);
    found(
      'R44',
      `${what}: ${tries} guasti su ${calls} chiamate, ${untouched} come prima, ${whole} interi, 0 a metà`,
    );
  },
  times(120_000, 3_600_000),
);

it.each(isLong ? (['carica', 'copia', 'ripristina', 'esporta'] as const) : (['carica'] as const))(
  'R37 a file that is held for a while is waited for, and nothing is lost: %s',
  async (scenario) => {
    // Longer than a reader takes to start, or it would find nothing held.
    const heldMs = times(2_000, 10_000);
    const rounds = times(1, 5);
    const { tries, held, whole, wrong } = await fail(scenario, { rounds, heldMs }, false);
    expect(wrong).toEqual([]);
    expect([tries, whole]).toEqual([rounds, rounds]);
    expect(held).toBeGreaterThan(0);
    found(
      'R37',
      `${scenario}: ${rounds} giri con file tenuti fino a ${heldMs} ms, ${held} rifiuti superati, 0 persi`,
    );
  },
  times(120_000, 3_600_000),
);

it('R37 on Windows also what is refused may pass; elsewhere only what is busy; in the end the last refusal is told', async () => {
  expect(['EBUSY', 'EPERM', 'EACCES'].map((code) => mayPass(refused(code), 'win32'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['EBUSY', 'EPERM', 'EACCES'].map((code) => mayPass(refused(code), 'linux'))).toEqual([
    true,
    false,
    false,
  ]);
  let tries = 0;
  const work = (until: number) => (): number => {
    tries += 1;
    if (tries < until) throw refused('EPERM');
    return tries;
  };
  expect(patiently(work(3), [1, 1, 1], 'win32')).toBe(3);
  tries = 0;
  expect(await patientlyLater(work(4), [1, 1, 1], 'win32')).toBe(4);
  tries = 0;
  expect(() => patiently(work(9), [1, 1], 'win32')).toThrow('EPERM');
  expect(tries).toBe(3);
  tries = 0;
  expect(() => patiently(work(9), [1, 1], 'linux')).toThrow('EPERM');
  expect(tries).toBe(1);
});
