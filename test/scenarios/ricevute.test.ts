import { describe, expect, it } from 'vitest';
import { inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  anIuf,
  anOffice,
  bookedOn,
  causaleOf,
  only,
  outcomes,
  paidOn,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const fdr = aFlusso(iuf, [payment]);
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, causaleOf(iuf))]);
const provincia = inventedProvincia.codiceFiscale;

describe('a receipt', () => {
  it.each(['rt', 'paSendRT', 'paSendRTV2', 'receipt'] as const)('in the shape %s is paid', async (shape) => {
    const office = await anOffice();
    const dropped = await office.drop({ 'rt.xml': aRicevuta(payment, { shape }), 'fdr.xml': fdr });
    expect(outcomes(dropped)).toEqual(['imported', 'imported']);
    expect(dropped.documents[0]?.kind).toBe('ricevuta');
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });

  it('71 inside and outside its SOAP envelope is the same one', async () => {
    const office = await anOffice();
    await office.drop({ 'a.xml': aRicevuta(payment, { soap: true }) });
    const again = await office.drop({ 'b.xml': aRicevuta(payment, { soap: false }) });
    expect(outcomes(again)).toEqual(['already-imported']);
  });

  it('75 that was not paid is red, not counted as paid, and asks for attention', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': aRicevuta(payment, { outcome: 'failed' }) });
    expect(await verdicts(office)).toEqual(['not-paid problem/none/none']);
    const { byStatus, difference } = await office.dashboard();
    expect(byStatus['not-paid']).toEqual({ count: 1, cents: 10_000 });
    expect(difference).toEqual({ count: 1, cents: 10_000 });
  });

  it('72 an RT that was not paid, without any line, is red until another RT of the same notice is paid', async () => {
    const office = await anOffice();
    const failed = aRicevuta(payment, { shape: 'rt', outcome: 'failed', transfers: [], receiptId: 'ccp1' });
    await office.drop({ 'ko.xml': failed });
    expect(await verdicts(office)).toEqual(['not-paid problem/none/none']);
    await office.drop({
      'ok.xml': aRicevuta(payment, { shape: 'rt' }),
      'fdr.xml': fdr,
      'gdc.xml': moneyOf(10_000),
    });
    const ours = (await office.payments()).filter(({ iur }) => iur === payment.iur);
    expect(ours).toMatchObject([{ status: 'complete', cents: 10_000 }]);
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('73 an RT of five lines is five payments by position', async () => {
    const office = await anOffice();
    const transfers = [1, 2, 3, 4, 5].map((n) => ({ cents: n * 100, iur: `riga-${n}` }));
    const righe = transfers.map((line, i) => ({ ...payment, ...line, index: i + 1 }));
    await office.drop({
      'rt.xml': aRicevuta(payment, { shape: 'rt', transfers }),
      'fdr.xml': aFlusso(iuf, righe),
      'gdc.xml': moneyOf(1_500),
    });
    const payments = await office.payments();
    expect(payments.map(({ index, cents, status }) => [index, cents, status])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [n, n * 100, 'complete']),
    );
  });

  it('that does not say when it was paid waits, and is complete with its flusso', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': aRicevuta(payment, { paidOn: null }) });
    expect(await office.payments()).toMatchObject([{ paidOn: null, status: 'awaiting-report' }]);
    await office.drop({ 'fdr.xml': fdr, 'gdc.xml': moneyOf(10_000) });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it('76 whose numero avviso is of another IUV is imported with a warning', async () => {
    const office = await anOffice();
    const noticeNumber = `3${aPayment(2, 1).iuv}`;
    const dropped = await office.drop({ 'rt.xml': aRicevuta(payment, { noticeNumber }) });
    expect(warnings(dropped)).toEqual(['notice-differs-from-iuv']);
    expect(only(await office.payments())).toMatchObject({ iuv: payment.iuv, noticeNumber });
  });

  it('77 for another ente alone is not ours and counts nowhere', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'rt.xml': aRicevuta(payment, { enteCodiceFiscale: provincia }) });
    expect(outcomes(dropped)).toEqual(['imported']);
    expect(await verdicts(office)).toEqual(['not-ours none/none/none']);
    expect(await office.payments('not-ours')).toMatchObject([{ cents: 0, partner: null }]);
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('68 for another ente under the same IUV does not stand for ours', async () => {
    const office = await anOffice();
    const theirs = aRicevuta(payment, { enteCodiceFiscale: provincia });
    await office.drop({ 'theirs.xml': theirs, 'fdr.xml': fdr, 'gdc.xml': moneyOf(10_000) });
    expect(await office.payments('receipt-missing')).toMatchObject([
      { cents: 10_000, dots: { pagamento: 'warning', rendicontazione: 'yes', riconciliazione: 'yes' } },
    ]);
  });
});

describe('papers that look like receipts', () => {
  const rt = aRicevuta(payment, { shape: 'rt' });
  const under = (root: string) =>
    rt.replace('<pay_i:RT ', `<pay_i:${root} `).replace('/pay_i:RT>', `/pay_i:${root}>`);

  it.each([
    { paper: 'RPT', what: 'richiesta-pagamento' },
    { paper: 'RR', what: 'revoca' },
    { paper: 'ER', what: 'revoca' },
  ])('74 such as $paper are recognised, explained and not kept', async ({ paper, what }) => {
    const office = await anOffice();
    const { documents } = await office.drop({ 'paper.xml': under(paper) });
    expect(documents).toMatchObject([{ outcome: 'refused', problem: { code: 'not-importable', what } }]);
    expect(await office.payments()).toEqual([]);
  });
});

describe('a receipt and a row that do not quite agree', () => {
  it('on the amount leave the second dot yellow', async () => {
    const office = await anOffice();
    const row = { ...payment, cents: 9_000 };
    await office.drop({
      'rt.xml': aRicevuta(payment),
      'fdr.xml': aFlusso(iuf, [row]),
      'gdc.xml': moneyOf(9_000),
    });
    expect(await verdicts(office)).toEqual(['reported-amount-differs yes/warning/yes']);
    expect(only(await office.payments()).cents).toBe(10_000);
  });

  it('66 on the IUR, but on IUV, amount and day, are one payment with a flag', async () => {
    const office = await anOffice();
    const row = { ...payment, iur: 'another-iur' };
    await office.drop({
      'rt.xml': aRicevuta(payment),
      'fdr.xml': aFlusso(iuf, [row]),
      'gdc.xml': moneyOf(10_000),
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.payments()).toMatchObject([{ iur: payment.iur, reasons: ['iur-differs'] }]);
  });

  it.each([
    { what: 'day', row: { date: bookedOn } },
    { what: 'amount', row: { cents: 9_999 } },
  ])('on the IUR and on the $what are never paired', async ({ row }) => {
    const office = await anOffice();
    const other = { ...payment, iur: 'another-iur', ...row };
    await office.drop({ 'rt.xml': aRicevuta(payment, { paidOn }), 'fdr.xml': aFlusso(iuf, [other]) });
    const paired = (await office.payments()).filter(({ iur }) => iur === payment.iur);
    expect(paired).toMatchObject([{ iuf: null, dots: { rendicontazione: 'problem' } }]);
  });
});
