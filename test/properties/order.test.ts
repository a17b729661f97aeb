import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesk, clear, deal, deskSettings, drop, runs, some } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });

describe('the order in which papers arrive', () => {
  // Guards ties broken by the order of arrival, and what a paper touches beside its own.
  it('decides nothing: one drop or many, loose or in an archive, the ledger says the same', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, numbers, async ({ papers }, once, again) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const digest = await ledger.digest();
          for (const order of [once, again]) {
            await clear(ledger);
            for (const dealt of deal(papers, order)) {
              await drop(ledger, dealt.papers, dealt.form);
              await ledger.digest();
            }
            expect(await ledger.digest()).toBe(digest);
          }
        });
      }),
      runs(40),
    );
  }, 180_000);

  it('decides nothing when they come one by one, forwards or backwards', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, async ({ papers }) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const digest = await ledger.digest();
          for (const order of [papers, papers.toReversed()]) {
            await clear(ledger);
            for (const paper of order) {
              await drop(ledger, [paper]);
              await ledger.digest();
            }
            expect(await ledger.digest()).toBe(digest);
          }
        });
      }),
      runs(30),
    );
  }, 180_000);
});

describe('papers that are in the ledger already', () => {
  it('change nothing when some of them are dropped again', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, async ({ papers }, which) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const digest = await ledger.digest();
          const again = some(papers, which);
          const documents = [...(await drop(ledger, again)), ...(await drop(ledger, again, 'zipped'))];
          expect(documents.filter(({ outcome }) => outcome !== 'already-imported')).toEqual([]);
          for (const report of documents.flatMap((document) => document.report ?? []))
            expect(report).toMatchObject({ new: 0, cents: { total: 0 } });
          expect(await ledger.digest()).toBe(digest);
        });
      }),
      runs(40),
    );
  }, 180_000);

  it('change nothing when they come back among new ones', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, numbers, async ({ papers }, which, order) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const digest = await ledger.digest();
          await clear(ledger);
          await drop(ledger, some(papers, which));
          for (const dealt of deal(papers, order)) await drop(ledger, dealt.papers, dealt.form);
          expect(await ledger.digest()).toBe(digest);
        });
      }),
      runs(40),
    );
  }, 180_000);
});

describe('the settings', () => {
  const otherSettings = {
    ...deskSettings,
    codiciPropri: ['05', 'app:01'],
    altriPartner: [
      { codice: '01', nome: 'Partner di Prima' },
      { codice: 'RF', nome: 'Partner dei Riferimenti' },
    ],
    servizi: [],
  };

  it('say the same when they are written twice, or changed and changed back, before or after the papers', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, async ({ papers }, which) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const digest = await ledger.digest();
          await ledger.settings(deskSettings);
          expect(await ledger.digest()).toBe(digest);
          await ledger.settings(otherSettings);
          const otherDigest = await ledger.digest();
          await ledger.settings(deskSettings);
          expect(await ledger.digest()).toBe(digest);
          await clear(ledger);
          await drop(ledger, some(papers, which));
          await ledger.settings(otherSettings);
          await drop(ledger, papers);
          expect(await ledger.digest()).toBe(otherDigest);
          await ledger.settings(deskSettings);
        });
      }),
      runs(30),
    );
  }, 180_000);
});
