import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ledgerFile } from '../../src/main/ledger/open.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { act, perform, takeAllBack } from './acts.ts';
import { createDesk, deal, deskSettings, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });

const otherSettings = {
  ...deskSettings,
  codiciPropri: ['02'],
  altriPartner: [{ codice: '01', nome: 'Altro' }],
};

it('what is counted of the payments is what there is, whatever was imported, undone, decided and set, on any day', async () => {
  const desk = createDesk();
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(office, numbers, fc.array(act, { maxLength: 8 }), async ({ papers }, order, acts) => {
      await desk(async (ledger) => {
        const drops = deal(papers, order);
        await drop(ledger, drops[0]?.papers ?? []);
        const counts = [countsOf(ledger)];
        for (const [i, one] of acts.entries()) {
          await perform(ledger, one, drops);
          counts.push(countsOf(ledger));
          seen.add(one.type);
          if (i % 3 !== 1) continue;
          ledger.today(`2026-0${1 + (one.which % 9)}-15`);
          await ledger.settings(i % 2 === 0 ? deskSettings : otherSettings);
          counts.push(countsOf(ledger));
        }
        expect(counts.map(({ counted }) => counted)).toEqual(counts.map(({ live }) => live));
        await takeAllBack(ledger);
        await ledger.settings(deskSettings);
      });
    }),
    runs(40),
  );
  expect([...seen].toSorted()).toEqual(['decide', 'drop', 'revise', 'take-back', 'undo']);
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
