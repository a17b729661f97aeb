import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Jobs } from '../../../src/main/worker/jobs.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { readHere } from '../../helpers/read-here.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';
import { deskSettings } from '../../properties/desk.ts';
import { aPayment, threePapers } from '../../scenarios/papers.ts';

const outside = {
  now: '2026-03-31T10:00:00.000Z',
  isStopped: () => false,
  progress: () => undefined,
  reader: readHere,
};

function openDesk() {
  const folder = aFolder();
  const ledger = opened(folder);
  onTestFinished(() => void ledger.close());
  ledger.exec(`
    CREATE TEMP TABLE taken (iuv TEXT);
    CREATE TEMP TRIGGER taking AFTER DELETE ON main.payments BEGIN INSERT INTO taken VALUES (OLD.iuv); END;`);
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
    statuses: () => ledger.prepare<[], string>('SELECT status FROM payments ORDER BY iuv').pluck().all(),
    /** The payments that were taken away, to be written anew or not, since it was asked last. */
    taken() {
      const iuvs = ledger.prepare<[], string>('SELECT iuv FROM taken').pluck().all();
      ledger.exec('DELETE FROM taken');
      return iuvs;
    },
  };
}

it('matches again what settings touch, and writes anew only what comes out otherwise', () => {
  const desk = openDesk();
  desk.done('settings', { settings: deskSettings });
  const [first, second] = [threePapers(1, 10_000), threePapers(2, 5_000)];
  desk.tell({ '1-rt.xml': first['rt.xml'], '1-fdr.xml': first['fdr.xml'], '1-gdc.xml': first['gdc.xml'] });
  desk.tell({ '2-rt.xml': second['rt.xml'] });
  expect(desk.statuses()).toEqual(['complete', 'awaiting-report']);
  expect(desk.taken()).toEqual([]);

  desk.done('settings', {
    settings: { ...deskSettings, codiciPropri: [...deskSettings.codiciPropri, '77'] },
  });
  expect(desk.taken()).toEqual([]);

  desk.tell({ '2-fdr.xml': second['fdr.xml'] });
  expect(desk.taken()).toEqual([aPayment(2, 5_000).iuv]);
  expect(desk.statuses()).toEqual(['complete', 'awaiting-settlement']);
});
