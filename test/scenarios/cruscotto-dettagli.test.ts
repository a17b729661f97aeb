import { describe, expect, it } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { flussi, movimenti } from './every-bucket.ts';
import { aFlusso, aGiornale, anIuf, anOffice, aPayment, aRicevuta, aSospeso, causaleOf } from './papers.ts';

interface Amount {
  readonly count: number;
  readonly cents: number;
}

function sumOf(amounts: readonly Amount[]): Amount {
  return {
    count: amounts.reduce((sum, { count }) => sum + count, 0),
    cents: amounts.reduce((sum, { cents }) => sum + cents, 0),
  };
}

/** Pays on a day, with a receipt alone. */
function paid(n: number, cents: number, day: string): Record<string, string> {
  return { [`rt-${n}.xml`]: aRicevuta(aPayment(n, cents), { paidOn: day }) };
}

describe('what the dashboard draws beside its figures', () => {
  it('tells the difference by reason, the greatest amount first, and loses nothing of it', async () => {
    const office = await anOffice();
    await office.drop({
      ...flussi,
      'rt.xml': aRicevuta(aPayment(1, 10_000)),
      'gdc.xml': aGiornale(movimenti),
    });
    const { reasons } = await office.ask('dashboard.details', {});
    expect(reasons).toEqual([
      { of: 'payments', status: 'receipt-missing', count: 3, cents: 30_000 },
      { of: 'payments', status: 'flow-anomalous', count: 1, cents: 10_000 },
      { of: 'provvisori', bucket: 'notReported', count: 1, cents: 4_000 },
      { of: 'provvisori', bucket: 'inError', count: 1, cents: 700 },
    ]);
    expect(sumOf(reasons)).toEqual((await office.dashboard()).difference);
  });

  it('adds up over the invented Comune, whatever the day', async () => {
    const comune = demoComune('2026-03-31' as Day);
    const office = await openOffice({ settings: comune.settings });
    await office.drop(Object.fromEntries(comune.files.map(({ path, bytes }) => [path, bytes])));
    for (const day of ['2026-03-20', '2026-03-31', '2027-06-30']) {
      office.today(day);
      const { reasons, ageing, dots } = await office.ask('dashboard.details', {});
      const { difference, payments, byStatus } = await office.dashboard();
      expect(sumOf(reasons)).toEqual(difference);
      expect(sumOf(ageing)).toEqual(difference);
      const others = byStatus['not-ours'].count + byStatus['other-partner'].count;
      expect(dots.total.count).toBe(payments.count - others);
    }
  });

  it('ages payments by the day they were made, and money by the day it came', async () => {
    const office = await anOffice('2026-12-31');
    await office.drop({
      ...paid(1, 100, '2026-12-24'),
      ...paid(2, 200, '2026-12-23'),
      ...paid(3, 400, '2026-12-01'),
      ...paid(4, 800, '2026-11-30'),
      ...paid(5, 1_600, '2025-12-31'),
      ...paid(6, 3_200, '2025-12-30'),
      'gdc.xml': aGiornale([aSospeso('1', 6_400, causaleOf(anIuf(9)), { date: '2026-10-02' })]),
    });
    expect((await office.ask('dashboard.details', {})).ageing).toEqual([
      { upTo: 7, count: 1, cents: 100 },
      { upTo: 30, count: 2, cents: 600 },
      { upTo: 90, count: 2, cents: 7_200 },
      { upTo: 365, count: 1, cents: 1_600 },
      { upTo: null, count: 1, cents: 3_200 },
    ]);
  });

  it('tells of each month what was paid, reported and settled, the last twelve that have payments', async () => {
    const office = await anOffice();
    const months = Array.from(
      { length: 13 },
      (_, i) => `${i < 10 ? 2025 : 2026}-${twoDigits(((i + 2) % 12) + 1)}`,
    );
    const receipts = months.map((month, i) => paid(100 + i, 100, `${month}-10`));
    const [first, second] = [aPayment(1, 2_000), aPayment(2, 500)];
    await office.drop({
      ...Object.assign({}, ...receipts),
      ...paid(1, 2_000, '2026-03-10'),
      ...paid(2, 500, '2026-03-11'),
      'fdr-1.xml': aFlusso(anIuf(1), [first]),
      'fdr-2.xml': aFlusso(anIuf(2), [second]),
      'altro.xml': aFlusso(anIuf(3), [aPayment(3, 7_000, '05')]),
      'gdc.xml': aGiornale([aSospeso('1', 2_000, causaleOf(anIuf(1)))]),
    });
    const shown = (await office.ask('dashboard.details', {})).months;
    expect(shown.map(({ month }) => month)).toEqual(months.slice(1));
    expect(shown.at(-1)).toEqual({
      month: '2026-03',
      paid: { count: 3, cents: 2_600 },
      reported: { count: 2, cents: 2_500 },
      settled: { count: 1, cents: 2_000 },
    });
  });

  it('says how far each dot has come with our payments', async () => {
    const office = await anOffice();
    const [whole, single, unpaid] = [aPayment(1, 2_000), aPayment(2, 500), aPayment(3, 300)];
    await office.drop({
      ...paid(1, 2_000, '2026-03-10'),
      ...paid(2, 500, '2026-03-10'),
      ...paid(4, 100, '2026-03-10'),
      'ko.xml': aRicevuta(unpaid, { outcome: 'failed' }),
      'fdr.xml': aFlusso(anIuf(1), [whole]),
      'altro.xml': aFlusso(anIuf(3), [aPayment(5, 7_000, '05')]),
      'gdc.xml': aGiornale([
        aSospeso('1', 2_000, causaleOf(anIuf(1))),
        aSospeso('2', 500, `/RFB/${single.iuv}/5.00`),
      ]),
    });
    const { dots } = await office.ask('dashboard.details', {});
    expect(countsOf(dots)).toEqual({ total: 4, pagamento: 3, rendicontazione: 3, riconciliazione: 3 });
  });

  it('of an empty office draws nothing', async () => {
    const details = await (await anOffice()).ask('dashboard.details', {});
    expect(details).toMatchObject({ reasons: [], months: [], dots: { total: { count: 0, cents: 0 } } });
    expect(sumOf(details.ageing)).toEqual({ count: 0, cents: 0 });
  });
});

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

type Dots = Awaited<ReturnType<typeof detailsOf>>['dots'];
const detailsOf = (office: Office) => office.ask('dashboard.details', {});

function countsOf(dots: Dots): Record<string, number> {
  return Object.fromEntries(Object.entries(dots).map(([name, { count }]) => [name, count]));
}
