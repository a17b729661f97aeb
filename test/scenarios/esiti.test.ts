import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  anIuf,
  anOffice,
  aPayment,
  aRicevuta,
  aSospeso,
  causaleOf,
  flowBuckets,
  only,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const one = aPayment(1, 10_000);
const two = aPayment(2, 5_000);
const receipts = { 'rt1.xml': aRicevuta(one), 'rt2.xml': aRicevuta(two) };
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, causaleOf(iuf))]);

describe('the outcome of a row', () => {
  it.each([4, 8])('45 %i, unknown to the old schemas, is accepted', async (esito) => {
    const office = await anOffice();
    const dropped = await office.drop({
      'rt1.xml': receipts['rt1.xml'],
      'fdr.xml': aFlusso(iuf, [{ ...one, esito }]),
      'gdc.xml': moneyOf(10_000),
    });
    expect(warnings(dropped)).toEqual([]);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it.each([1, 7])('45 %i, unknown to all, is an anomaly of that row alone', async (esito) => {
    const office = await anOffice();
    const dropped = await office.drop({
      ...receipts,
      'fdr.xml': aFlusso(iuf, [{ ...one, esito }, two]),
      'gdc.xml': moneyOf(15_000),
    });
    expect(only(dropped.documents.flatMap((document) => document.warnings))).toMatchObject({
      code: 'flow-anomalous',
      anomalies: [{ code: 'unknown-esito', row: 1, esito }],
    });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    expect(await verdicts(office)).toEqual(['flow-anomalous yes/warning/yes', 'complete yes/yes/yes']);
  });

  it.each([8, 9])('46 %i without a receipt is paid without RT, until the receipt comes', async (esito) => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': aFlusso(iuf, [{ ...one, esito }]), 'gdc.xml': moneyOf(10_000) });
    expect(await verdicts(office)).toEqual(['paid-without-receipt warning/yes/yes']);
    await office.drop({ 'rt1.xml': receipts['rt1.xml'] });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it.each([0, 4])('%i without a receipt is a receipt to import', async (esito) => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': aFlusso(iuf, [{ ...one, esito }]), 'gdc.xml': moneyOf(10_000) });
    expect(await verdicts(office)).toEqual(['receipt-missing warning/yes/yes']);
    expect(await office.payments()).toMatchObject([
      { iur: one.iur, index: 1, cents: 10_000, paidOn: '2026-03-10', noticeNumber: null, service: 'tari' },
    ]);
  });

  it('47 a 3 is a revocation, worse without a receipt than with it', async () => {
    const office = await anOffice();
    const revoked = { ...one, esito: 3, cents: -10_000 };
    const dropped = await office.drop({
      'fdr.xml': aFlusso(iuf, [revoked, { ...two, cents: 15_000 }]),
      'gdc.xml': moneyOf(5_000),
    });
    expect(warnings(dropped)).toEqual([]);
    expect(await verdicts(office)).toEqual([
      'revoked problem/warning/yes',
      'receipt-missing warning/yes/yes',
    ]);
    await office.drop({ 'rt1.xml': receipts['rt1.xml'] });
    expect((await verdicts(office))[0]).toBe('revoked warning/warning/yes');
  });

  it('47 a 3 with a positive amount that the total leaves out adds up', async () => {
    const office = await anOffice();
    const righe = [{ ...one, esito: 3 }, two];
    await office.drop({
      'fdr.xml': aFlusso(iuf, righe, { declaredCents: 5_000 }),
      'gdc.xml': moneyOf(5_000),
    });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    expect(await verdicts(office)).toEqual([
      'revoked problem/warning/yes',
      'receipt-missing warning/yes/yes',
    ]);
  });
});
