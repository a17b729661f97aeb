import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  anIuf,
  anOffice,
  causaleOf,
  flowBuckets,
  verdicts,
} from './papers.ts';

const payment = aPayment(1, 10_000);

describe('a receipt waits for its flusso', () => {
  it.each([
    { day: 'a Tuesday', paid: '2026-03-10', due: '2026-03-12', late: '2026-03-13' },
    { day: 'a Friday', paid: '2026-03-06', due: '2026-03-10', late: '2026-03-11' },
    { day: 'a Sunday', paid: '2026-03-08', due: '2026-03-10', late: '2026-03-11' },
    { day: 'the Thursday before Easter', paid: '2026-04-02', due: '2026-04-07', late: '2026-04-08' },
    { day: 'the eve of Christmas Eve', paid: '2026-12-23', due: '2026-12-28', late: '2026-12-29' },
    { day: 'the last day of the year', paid: '2026-12-31', due: '2027-01-05', late: '2027-01-06' },
    { day: 'the eve of the Liberazione', paid: '2026-04-24', due: '2026-04-28', late: '2026-04-29' },
  ])('81 two working days when it was paid on $day', async ({ paid, due, late }) => {
    const office = await anOffice(paid);
    const issuedAt = `${paid}T15:30:00`;
    await office.drop({ 'rt.xml': aRicevuta(payment, { paidOn: paid, issuedAt }) });
    expect(await verdicts(office)).toEqual(['awaiting-report yes/waiting/waiting']);
    office.today(due);
    expect(await verdicts(office)).toEqual(['awaiting-report yes/waiting/waiting']);
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
    office.today(late);
    expect(await verdicts(office)).toEqual(['not-reported yes/problem/problem']);
    expect((await office.dashboard()).difference).toEqual({ count: 1, cents: 10_000 });
  });

  it('from the Italian day of the payment, whatever the offset says', async () => {
    const office = await anOffice('2026-03-11');
    const issuedAt = '2026-03-10T23:30:00Z';
    const xml = aRicevuta(payment, { paidOn: '2026-03-10', issuedAt });
    await office.drop({ 'rt.xml': xml });
    expect(await office.payments()).toMatchObject([{ paidOn: '2026-03-11' }]);
  });
});

describe('a flusso waits for its money', () => {
  it.each([
    { day: 'a Wednesday', settled: '2026-03-11', due: '2026-03-13', late: '2026-03-14' },
    { day: 'a Thursday', settled: '2026-03-12', due: '2026-03-16', late: '2026-03-17' },
    { day: 'the last day of the year', settled: '2026-12-31', due: '2027-01-05', late: '2027-01-06' },
  ])('two working days when dataRegolamento is $day', async ({ settled, due, late }) => {
    const office = await anOffice(settled);
    const iuf = anIuf(1, settled);
    await office.drop({
      'rt.xml': aRicevuta(payment),
      'fdr.xml': aFlusso(iuf, [payment]),
    });
    office.today(due);
    expect(await verdicts(office)).toEqual(['awaiting-settlement yes/yes/waiting']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'awaiting' });
    expect((await office.dashboard()).difference.count).toBe(0);
    office.today(late);
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing' });
    expect((await office.dashboard()).flussi.missing).toEqual({ count: 1, cents: 10_000 });
    expect((await office.dashboard()).difference).toEqual({ count: 1, cents: 10_000 });
  });

  it('from dataRegolamento, not from the day that its name begins with', async () => {
    const office = await anOffice('2026-03-16');
    await office.drop({ 'fdr.xml': aFlusso(anIuf(1, '2026-03-09'), [payment], { date: '2026-03-12' }) });
    expect(Object.values(await flowBuckets(office))).toEqual(['awaiting']);
  });

  it('and however late the money comes, it is complete', async () => {
    const office = await anOffice('2026-12-01');
    await office.drop({ 'rt.xml': aRicevuta(payment), 'fdr.xml': aFlusso(anIuf(), [payment]) });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
    const late = aSospeso('9', 10_000, causaleOf(anIuf()));
    await office.drop({ 'gdc.xml': aGiornale([late], { to: '2026-11-30' }) });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it('and without a receipt tells both things', async () => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': aFlusso(anIuf(), [payment]) });
    expect(await verdicts(office)).toEqual(['receipt-missing warning/yes/problem']);
    expect(await office.payments()).toMatchObject([{ reasons: ['settlement-missing'] }]);
  });
});
