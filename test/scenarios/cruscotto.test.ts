import { describe, expect, it } from 'vitest';
import { flussi, iufs, movimenti } from './every-bucket.ts';
import { aGiornale, anOffice, aPayment, aRicevuta, flowBuckets } from './papers.ts';

describe('the dashboard', () => {
  const papers = { ...flussi, 'rt.xml': aRicevuta(aPayment(1, 10_000)), 'gdc.xml': aGiornale(movimenti) };

  it('counts payments, flussi and provvisori where the lists show them', async () => {
    const office = await anOffice();
    await office.drop(papers);
    const dashboard = await office.dashboard();
    expect(dashboard.payments).toEqual({ count: 7, cents: 65_000 });
    expect(dashboard.byStatus).toMatchObject({
      complete: { count: 1, cents: 10_000 },
      'flow-anomalous': { count: 1, cents: 10_000 },
      'receipt-missing': { count: 3, cents: 30_000 },
      'other-partner': { count: 2, cents: 15_000 },
    });
    expect(dashboard.flussi).toEqual({
      reconciled: { count: 2, cents: 25_000 },
      partial: { count: 1, cents: 10_000 },
      notReported: { count: 1, cents: 4_000 },
      otherPartner: { count: 1, cents: 10_000 },
      inError: { count: 2, cents: 20_000 },
      awaiting: { count: 0, cents: 0 },
      missing: { count: 0, cents: 0 },
    });
    expect(dashboard.provvisori).toEqual({
      reconciled: { count: 2, cents: 25_000 },
      partial: { count: 2, cents: 5_000 },
      notReported: { count: 1, cents: 4_000 },
      otherPartner: { count: 1, cents: 10_000 },
      inError: { count: 3, cents: 20_701 },
      notPagoPa: { count: 2, cents: 1_700 },
      cancelled: { count: 1, cents: 100 },
    });
  });

  it('counts in the difference each thing to look at once', async () => {
    const office = await anOffice();
    await office.drop(papers);
    // Payments 2, 5, 6 and 7; of the money only what no such payment names: the flusso nobody reported, the unreadable one.
    expect((await office.dashboard()).difference).toEqual({ count: 6, cents: 40_000 + 4_000 + 700 });
  });

  it('tells how fresh each source is, and null for none', async () => {
    const office = await anOffice();
    expect((await office.dashboard()).freshness).toEqual({
      giornale: null,
      rendicontazione: null,
      ricevute: null,
    });
    await office.drop(papers);
    expect((await office.dashboard()).freshness).toEqual({
      giornale: '2026-03-12',
      rendicontazione: '2026-03-11',
      ricevute: '2026-03-10',
    });
  });

  it('of an empty office is all zeros', async () => {
    const { payments, difference, byStatus } = await (await anOffice()).dashboard();
    expect([payments, difference, byStatus.complete]).toEqual([1, 2, 3].map(() => ({ count: 0, cents: 0 })));
  });

  it('has an empty difference when all that is not ours stays aside', async () => {
    const office = await anOffice('2026-03-12');
    await office.drop({
      'rt.xml': aRicevuta(aPayment(1, 10_000)),
      '1.xml': flussi['1.xml'],
      '4.xml': flussi['4.xml'],
      'rt9.xml': aRicevuta(aPayment(9, 10_000), { enteCodiceFiscale: '90905670379' }),
      'gdc.xml': aGiornale([movimenti[0], movimenti[9], movimenti[10]].flatMap((line) => line ?? [])),
    });
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
    expect(await flowBuckets(office)).toMatchObject({ [iufs.otherPartner]: 'awaiting' });
  });
});
