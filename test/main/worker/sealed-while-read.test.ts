import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { brokenSeals } from '../../../src/main/ledger/seals/broken-seals.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { readHere } from '../../helpers/read-here.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';
import { deskSettings } from '../../properties/desk.ts';
import { aGiornale, aPayment, aRicevuta, aZip } from '../../scenarios/papers.ts';

const outside = {
  now: '2026-03-31T10:00:00.000Z',
  isStopped: () => false,
  progress: () => undefined,
  reader: readHere,
};
const perArchive = 700;

it('every document of large archives has its seal, with whatever was written of it afterwards', () => {
  const folder = aFolder();
  const ledger = opened(folder);
  onTestFinished(() => void ledger.close());
  const receipts = (first: number) =>
    Object.fromEntries(
      Array.from({ length: perArchive }, (_, i) => [
        `${first + i}.xml`,
        aRicevuta(aPayment(first + i, 1_000 + i)),
      ]),
    );
  const files = [
    { name: 'a.zip', bytes: aZip(receipts(1)) },
    { name: 'ancora-a.zip', bytes: aZip({ ...receipts(1), 'altro.xml': aRicevuta(aPayment(5_000, 9)) }) },
    { name: 'gdc.xml', bytes: Buffer.from(aGiornale([])) },
    { name: 'b.zip', bytes: aZip(receipts(2_001)) },
  ].map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { path, name };
  });
  expect(runJob(ledger, 'settings', { settings: deskSettings }, outside)).toMatchObject({ ok: true });
  expect(runJob(ledger, 'import', { files }, outside)).toMatchObject({ ok: true });
  const count = (sql: string): unknown => ledger.prepare(sql).pluck().get();
  expect(count('SELECT count(*) FROM documents')).toBe(2 * perArchive + 2);
  expect(count(`SELECT count(*) FROM seals WHERE tbl = 'documents'`)).toBe(2 * perArchive + 2);
  // Its report is written when all is matched.
  expect(count('SELECT count(*) FROM documents WHERE report IS NOT NULL')).toBe(1);
  expect([...brokenSeals(ledger, () => undefined)]).toEqual([]);
});
