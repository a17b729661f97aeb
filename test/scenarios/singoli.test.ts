import { describe, expect, it } from 'vitest';
import {
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  anOffice,
  moneyBuckets,
  reportOf,
  verdicts,
} from './papers.ts';

const payment = aPayment(1, 10_000);
const rt = aRicevuta(payment);
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, `/RFB/${payment.iuv}/100.00`)]);

describe('money for one IUV alone', () => {
  it('settles the receipt without any flusso', async () => {
    const office = await anOffice();
    const report = reportOf(await office.drop({ 'rt.xml': rt, 'gdc.xml': moneyOf(10_000) }));
    expect(await verdicts(office)).toEqual(['settled-singly yes/none/yes']);
    expect(report.flussi).toMatchObject({ imported: 1, reconciled: 1 });
    expect(report.cents).toMatchObject({ total: 10_000, reconciled: 10_000 });
    expect(await office.payments()).toMatchObject([
      { iuf: null, provvisori: [{ esercizio: 2026, numero: '1' }] },
    ]);
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('is a flusso of its own in the report, but none in the list of flussi', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': rt, 'gdc.xml': moneyOf(10_000) });
    expect(await office.flussi()).toEqual([]);
    expect(await moneyBuckets(office)).toEqual({ '1': 'reconciled' });
  });

  it('of another amount settles nothing', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': rt, 'gdc.xml': moneyOf(9_999) });
    expect(await verdicts(office)).toEqual(['not-reported yes/problem/problem']);
  });

  it('settles it also when the receipt comes last', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': moneyOf(10_000) });
    await office.drop({ 'rt.xml': rt });
    expect(await verdicts(office)).toEqual(['settled-singly yes/none/yes']);
    expect(await moneyBuckets(office)).toEqual({ '1': 'reconciled' });
  });

  it('settles two transfers to us of one receipt with their sum', async () => {
    const office = await anOffice();
    const transfers = [{ cents: 6_000 }, { cents: 4_000 }];
    await office.drop({ 'rt.xml': aRicevuta(payment, { transfers }), 'gdc.xml': moneyOf(10_000) });
    expect(await verdicts(office)).toEqual(['settled-singly yes/none/yes', 'settled-singly yes/none/yes']);
  });
});
