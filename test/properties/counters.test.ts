import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ledgerFile } from '../../src/main/ledger/open.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { createDesk, deskSettings, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });

it('what is counted of the payments is what there is, after every import and every undo', async () => {
  const desk = createDesk();
  await fc.assert(
    fc.asyncProperty(office, numbers, async ({ papers }, which) => {
      await desk(async (ledger) => {
        const half = Math.ceil(papers.length / 2);
        const told = await drop(ledger, papers.slice(0, half));
        const seen = [countsOf(ledger)];
        await drop(ledger, papers.slice(half));
        seen.push(countsOf(ledger));
        const undone = new Set(told.map(({ id }) => id).filter((_id, n) => (which[n] ?? 0) % 2 === 0));
        for (const id of undone) {
          await ledger.undo(id ?? 0);
          seen.push(countsOf(ledger));
        }
        expect(seen.map(({ counted }) => counted)).toEqual(seen.map(({ live }) => live));
      });
    }),
    runs(25),
  );
}, 180_000);

it('a verification notices a wrong counter', async () => {
  const ledger = await openOffice({ settings: deskSettings });
  const [first] = fc.sample(office, { seed: 7, numRuns: 1 });
  await drop(ledger, first?.papers ?? []);
  const db = new Database(ledgerFile(join(ledger.folder, 'archivio')));
  expect(db.prepare('UPDATE payment_counts SET count = count + 1').run().changes).toBeGreaterThan(0);
  db.close();
  expect(await ledger.ask('ledger.verify', {})).toMatchObject({
    ok: false,
    findings: [{ code: 'verdicts-stale' }],
  });
});

function countsOf({ folder }: Office): { readonly counted: unknown; readonly live: unknown } {
  const db = new Database(ledgerFile(join(folder, 'archivio')), { readonly: true });
  try {
    const counted = db.prepare('SELECT * FROM payment_counts ORDER BY 1, 2, 3').all();
    const live = db
      .prepare(
        `SELECT evidence, coalesce(due_day, '') AS due_day, coalesce(paid_on, '') AS paid_on, count(*) AS count, sum(cents) AS cents
         FROM payments GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      )
      .all();
    return { counted, live };
  } finally {
    db.close();
  }
}
