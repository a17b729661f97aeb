import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportBuckets } from '../../src/shared/domain/bucket.ts';
import type { Office } from '../helpers/office.ts';
import { act, perform, takeAllBack } from './acts.ts';
import { clear, createDesk, deal, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });

describe('what a person decides', () => {
  it('gives, in any order among imports and undos, the ledger that matching everything again gives', async () => {
    const desk = createDesk();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(office, numbers, fc.array(act, { maxLength: 12 }), async ({ papers }, order, acts) => {
        await desk(async (ledger) => {
          const drops = deal(papers, order);
          await drop(ledger, drops[0]?.papers ?? []);
          for (const one of acts) {
            await perform(ledger, one, drops);
            // `verifica` matches everything again and compares.
            await ledger.digest();
            await expectEveryCent(ledger);
            for (const { decision, state } of (await ledger.ask('decisions.list', {})).rows)
              seen.add(decision.kind).add(state);
          }
          await takeAllBack(ledger);
        });
      }),
      runs(80),
    );
    const kinds = ['link', 'share', 'correct', 'unlink', 'exclude', 'partner', 'note'];
    const all = [...kinds, 'standing', 'to-review', 'replaced', 'broken', 'undone'];
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  }, 180_000);

  it('survives its papers: undone and imported again, they give the same ledger; taken back, the one without', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, fc.array(act, { maxLength: 8 }), async ({ papers }, order, acts) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const without = await ledger.digest();
          for (const one of acts)
            if (one.type === 'decide' || one.type === 'take-back') await perform(ledger, one, []);
          const decided = await ledger.digest();
          await clear(ledger);
          for (const dealt of deal(papers, order)) await drop(ledger, dealt.papers, dealt.form);
          expect(await ledger.digest(), 'imported again').toBe(decided);
          await takeAllBack(ledger);
          expect(await ledger.digest(), 'taken back').toBe(without);
        });
      }),
      runs(60),
    );
  }, 180_000);
});

/** Every cent of a provvisorio is in a share or left over, and every share is money of its flusso. */
async function expectEveryCent(ledger: Office): Promise<void> {
  const standing = (await ledger.provvisori()).filter(({ state }) => state !== 'cancelled');
  const shares = standing.flatMap((one) => one.shares);
  for (const one of standing) expect(sumOf(one.shares)).toBeLessThanOrEqual(one.cents);
  for (const { iuf, receivedCents } of await ledger.flussi())
    expect(sumOf(shares.filter((share) => share.iuf.toUpperCase() === iuf.toUpperCase()))).toBe(
      receivedCents,
    );
  for (const { reportToday: report } of await ledger.history()) {
    if (report === null) continue;
    const { flussi, cents, notPagoPa } = report;
    const inBuckets = (of: typeof flussi | typeof cents): number =>
      reportBuckets.reduce((sum, bucket) => sum + of[bucket], 0);
    expect(inBuckets(flussi)).toBe(flussi.imported);
    expect(inBuckets(cents) + cents.notPagoPa).toBe(cents.total);
    expect(notPagoPa.count).toBeLessThanOrEqual(report.new);
  }
}

function sumOf(shares: readonly { readonly cents: number }[]): number {
  return shares.reduce((sum, { cents }) => sum + cents, 0);
}
