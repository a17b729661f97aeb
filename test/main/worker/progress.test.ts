import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { giornaleXml } from '../../../src/main/demo/write-giornale.ts';
import { zip } from '../../../src/main/demo/zip.ts';
import { openWritable } from '../../../src/main/ledger/open.ts';
import { createByteMeter } from '../../../src/main/worker/byte-meter.ts';
import type { JobProgress } from '../../../src/main/worker/job-context.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { createThrottle } from '../../../src/main/worker/throttle.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { deskSettings } from '../../properties/desk.ts';
import { readHere } from '../../helpers/read-here.ts';

const movimenti = Array.from({ length: 8_000 }, (_, n) => ({
  numero: String(n + 1),
  cents: n + 1,
  causale: `VERSAMENTO ${n} DI UN CONTRIBUENTE`,
}));
const giornale = Buffer.from(giornaleXml({ to: '2026-02-03', movimenti }));

/** All that is told of an import, the bytes of the drop, and what it answers; somebody may stop it when something is told. */
function tell(
  papers: Readonly<Record<string, Uint8Array>>,
  job: 'import' | 'preview' = 'import',
  isEnough: (progress: JobProgress) => boolean = () => false,
) {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const opened = openWritable(join(folder, 'archivio'));
  if (!opened.ok) throw new Error(opened.problem.code);
  onTestFinished(() => void opened.value.close());
  const files = Object.entries(papers).map(([name, bytes], i) => {
    const path = join(folder, String(i));
    writeFileSync(path, bytes);
    return { path, name };
  });
  const told: JobProgress[] = [];
  const outside = { now: '2026-03-31T10:00:00.000Z', isStopped: () => false, reader: readHere };
  runJob(opened.value, 'settings', { settings: deskSettings }, { ...outside, progress: () => undefined });
  const answer = runJob(
    opened.value,
    job,
    { files },
    {
      ...outside,
      progress: (progress) => told.push(progress),
      isStopped: () => told.some(isEnough),
    },
  );
  return { told, answer, bytes: files.reduce((sum, { path }) => sum + statSync(path).size, 0) };
}

const shares = (told: readonly JobProgress[], step: JobProgress['step']): number[] =>
  told.filter((progress) => progress.step === step).map(({ done, total }) => done / total);

const stepsBetween = (numbers: readonly number[]): number[] =>
  numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0));

describe('what is told while a drop is read', () => {
  it.each([
    ['one large giornale', { 'gdc.xml': giornale }],
    ['an archive of one large giornale', { 'gdc.zip': zip([{ name: 'gdc.xml', bytes: giornale }]) }],
    [
      'an archive inside an archive, beside a loose file',
      {
        'tutto.zip': zip([
          { name: 'rotto.xml', bytes: giornale.subarray(0, 300_000) },
          { name: 'dentro.zip', bytes: zip([{ name: 'gdc.xml', bytes: giornale }]) },
        ]),
        'lettera.txt': Buffer.from('Gentile collega, in allegato il giornale.'),
      },
    ],
  ])('%s: the bytes of the drop, evenly and to the last', (_what, papers) => {
    const { told, bytes } = tell(papers);
    const read = told.filter(({ step }) => step === 'read');
    expect(read.every(({ total, unit }) => total === bytes && unit === 'bytes')).toBe(true);
    expect(read.at(-1)?.done).toBe(bytes);
    const jumps = stepsBetween(shares(told, 'read'));
    // Told again where it stands, while what was put off is made.
    expect(Math.min(...jumps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...jumps)).toBeLessThan(0.15);
    expect(new Set(read.map(({ file }) => file))).toEqual(new Set(Object.keys(papers)));
  });

  it('goes as far when everything is known already, or nothing can be read', () => {
    const { told, bytes } = tell({ 'a.txt': Buffer.from('no'), 'b.xml': giornale, 'c.xml': giornale });
    expect(told.findLast(({ step }) => step === 'read')?.done).toBe(bytes);
    expect(tell({ 'vuoto.xml': new Uint8Array(0) }).told).toMatchObject([{ done: 0, total: 0 }]);
  });

  it('is the same for a preview, which does not match', () => {
    const { told, bytes } = tell({ 'gdc.xml': giornale }, 'preview');
    expect(told.at(-1)).toMatchObject({ step: 'read', done: bytes, total: bytes, file: 'gdc.xml' });
  });
});

it('while nothing new is read it is told again how far the reading is', () => {
  const told: JobProgress[] = [];
  const meter = createByteMeter(100, { progress: (progress) => told.push(progress) });
  meter.beginReading('gdc.xml', 100);
  meter.at(50);
  meter.wait();
  expect(told.map(({ done }) => done)).toEqual([0, 45, 45]);
});

it('what is told while a drop is matched and saved goes on and never back, to the end', () => {
  const { files } = demoComune('2026-03-31' as Day);
  const { told } = tell(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
  expect(told.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1])).toEqual([
    'read',
    'match',
    'save',
  ]);
  for (const step of ['match', 'save'] as const) {
    const done = shares(told, step);
    expect(done.length).toBeGreaterThan(2);
    expect(Math.min(...stepsBetween(done))).toBeGreaterThanOrEqual(0);
    expect(done.at(-1)).toBeGreaterThan(0.95);
  }
  expect(told.every(({ step, unit, file }) => step === 'read' || (unit === 'items' && file === null))).toBe(
    true,
  );
});

it.each([
  ['when half of it was matched', 'match', 0.5],
  ['while it is held against the rest', 'save', 0],
  ['while its report is made', 'save', 0.3],
  ['while it is sealed', 'save', 0.6],
] as const)('a giornale is stopped %s', (_when, step, share) => {
  const { answer, told } = tell(
    { 'gdc.xml': giornale },
    'import',
    (progress) => progress.step === step && progress.done >= progress.total * share,
  );
  expect(answer).toEqual({ stopped: true });
  // Heard at the next look, not at the end.
  expect(shares(told, step).at(-1)).toBeLessThan(share + 0.35);
});

const at = (step: JobProgress['step'], done: number): JobProgress => ({
  step,
  done,
  total: 10,
  unit: 'items',
  file: null,
});

describe('reports of progress', () => {
  it('come at most ten a second, and the last one of each step is never lost', () => {
    let now = 0;
    const heard: string[] = [];
    const throttle = createThrottle(
      100,
      ({ step, done }) => heard.push(`${step} ${done}`),
      () => now,
    );
    for (let done = 0; done <= 10; done += 1, now += 30) throttle.tell(at('read', done));
    throttle.tell(at('match', 1));
    throttle.tell(at('match', 2));
    throttle.flush();
    throttle.flush();
    expect(heard).toEqual(['read 0', 'read 4', 'read 8', 'read 10', 'match 1', 'match 2']);
  });
});
