import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWritable } from '../../../src/main/ledger/open.ts';
import type { Jobs } from '../../../src/main/worker/jobs.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { readHere } from '../../helpers/read-here.ts';
import { deskSettings } from '../../properties/desk.ts';
import { threePapers } from '../../scenarios/papers.ts';

const outside = {
  now: '2026-03-31T10:00:00.000Z',
  isStopped: () => false,
  progress: () => undefined,
  reader: readHere,
};

function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-da-capo-'));
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  onTestFinished(() => {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  function done<Name extends keyof Jobs>(name: Name, input: Jobs[Name]['input']): void {
    const output = runJob(ledger, name, input, outside);
    if ('stopped' in output || !output.ok) throw new Error(JSON.stringify(output));
  }
  return {
    done,
    tell(papers: Readonly<Record<string, string>>): void {
      const files = Object.entries(papers).map(([name, content]) => {
        const path = join(folder, name);
        writeFileSync(path, content);
        return { path, name };
      });
      done('import', { files });
    },
    /** The number of each payment, the revision that wrote it, and its status. */
    rows: () =>
      ledger
        .prepare<[], [string, number, number, string]>(
          'SELECT iuv, id, changed, status FROM payments ORDER BY iuv',
        )
        .raw()
        .all(),
  };
}

it('matches again what settings touch, and writes only what comes out otherwise', () => {
  const desk = openDesk();
  desk.done('settings', { settings: deskSettings });
  const [first, second] = [threePapers(1, 10_000), threePapers(2, 5_000)];
  desk.tell({ '1-rt.xml': first['rt.xml'], '1-fdr.xml': first['fdr.xml'], '1-gdc.xml': first['gdc.xml'] });
  desk.tell({ '2-rt.xml': second['rt.xml'] });
  const before = desk.rows();
  expect(before.map(([, , , status]) => status)).toEqual(['complete', 'awaiting-report']);

  desk.done('settings', {
    settings: { ...deskSettings, codiciPropri: [...deskSettings.codiciPropri, '77'] },
  });
  expect(desk.rows()).toEqual(before);

  desk.tell({ '2-fdr.xml': second['fdr.xml'] });
  const after = desk.rows();
  expect(after[0]).toEqual(before[0]);
  expect(after[1]?.[2]).toBeGreaterThan(before[1]?.[2] ?? Infinity);
  expect(after[1]?.[3]).not.toBe('awaiting-report');
});
