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
  only,
  outcomes,
  verdicts,
  warnings,
} from './papers.ts';
import { found } from '../trust/figures.ts';

const once = aPayment(1, 10_000);
const twice = { ...once, iur: 'second-time' };
const [first, second] = [anIuf(1), anIuf(2)];
const bothMoney = aGiornale([
  aSospeso('1', 10_000, causaleOf(first)),
  aSospeso('2', 10_000, causaleOf(second)),
]);

describe('a notice that was paid twice', () => {
  it('67 is two payments, both to look at, whose money has arrived', async () => {
    const office = await anOffice();
    await office.drop({
      'rt1.xml': aRicevuta(once),
      'rt2.xml': aRicevuta(twice),
      'fdr1.xml': aFlusso(first, [once]),
      'fdr2.xml': aFlusso(second, [twice]),
      'gdc.xml': bothMoney,
    });
    expect(await verdicts(office)).toEqual([
      'double-payment warning/warning/yes',
      'double-payment warning/warning/yes',
    ]);
    expect((await office.dashboard()).difference).toEqual({ count: 2, cents: 20_000 });
    expect((await office.flussi()).map(({ bucket }) => bucket)).toEqual(['reconciled', 'reconciled']);
  });

  it('tells also what else holds: the flussi are still missing', async () => {
    const office = await anOffice();
    await office.drop({ 'rt1.xml': aRicevuta(once), 'rt2.xml': aRicevuta(twice) });
    expect(await verdicts(office)).toEqual([
      'double-payment warning/problem/problem',
      'double-payment warning/problem/problem',
    ]);
    const reasons = (await office.payments()).map((payment) => payment.reasons);
    expect(reasons).toEqual([['not-reported'], ['not-reported']]);
  });

  it('H18 inside one flusso is two payments all the same', async () => {
    const office = await anOffice();
    await office.drop({
      'fdr.xml': aFlusso(first, [once, twice]),
      'gdc.xml': aGiornale([aSospeso('1', 20_000, causaleOf(first))]),
    });
    expect((await office.payments()).map(({ status, cents }) => [status, cents])).toEqual([
      ['double-payment', 10_000],
      ['double-payment', 10_000],
    ]);
    found('H18', 'due pagamenti, segnati doppi');
  });

  it('and reported twice, once revoked, is not double', async () => {
    const office = await anOffice();
    await office.drop({
      'fdr.xml': aFlusso(first, [once, { ...twice, esito: 3, cents: -10_000 }], { declaredCents: 0 }),
    });
    expect((await office.payments()).map(({ status }) => status).toSorted()).toEqual([
      'receipt-missing',
      'revoked',
    ]);
  });

  it('is no longer double when the second receipt is taken back', async () => {
    const office = await anOffice();
    await office.drop({
      'rt1.xml': aRicevuta(once),
      'fdr1.xml': aFlusso(first, [once]),
      'gdc.xml': bothMoney,
    });
    const before = await office.digest();
    const { documents } = await office.drop({ 'rt2.xml': aRicevuta(twice) });
    expect((await office.payments('double-payment')).length).toBe(2);
    await office.undo(only(documents).id ?? 0);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.digest()).toBe(before);
  });
});

describe('one payment in two flussi', () => {
  it('is one payment that somebody must look at', async () => {
    const office = await anOffice();
    await office.drop({
      'rt.xml': aRicevuta(once),
      'fdr1.xml': aFlusso(first, [once]),
      'fdr2.xml': aFlusso(second, [once]),
      'gdc.xml': bothMoney,
    });
    expect(await verdicts(office)).toEqual(['double-payment warning/warning/yes']);
    expect(await office.payments()).toMatchObject([{ iur: once.iur, cents: 10_000 }]);
  });
});

describe('one payment in two flussi of which one is taken back', () => {
  it.each([0, 1])('is no longer double (flusso %i)', async (at) => {
    const office = await anOffice('2026-03-12');
    const { documents } = await office.drop({
      'fdr1.xml': aFlusso(first, [once]),
      'fdr2.xml': aFlusso(second, [once]),
      'rt.xml': aRicevuta(once),
    });
    expect(await verdicts(office)).toEqual(['double-payment warning/warning/waiting']);
    await office.undo(documents[at]?.id ?? 0);
    expect(await verdicts(office)).toEqual(['awaiting-settlement yes/yes/waiting']);
    await office.digest();
  });
});

describe('a receipt that is sent again', () => {
  it('the same is known already', async () => {
    const office = await anOffice();
    await office.drop({ 'a.xml': aRicevuta(once) });
    expect(outcomes(await office.drop({ 'b.xml': aRicevuta(once, { indent: false }) }))).toEqual([
      'already-imported',
    ]);
    expect(await office.payments()).toHaveLength(1);
  });

  it('with another amount is told, and the later one counts in any order', async () => {
    const office = await anOffice();
    const other = await anOffice();
    const early = { 'a.xml': aRicevuta(once, { issuedAt: '2026-03-10T10:00:00' }) };
    const late = { 'b.xml': aRicevuta({ ...once, cents: 9_000 }, { issuedAt: '2026-03-10T11:00:00' }) };
    await office.drop(early);
    expect(warnings(await office.drop(late))).toEqual(['receipts-disagree']);
    await other.drop(late);
    await other.drop(early);
    expect(await office.payments()).toMatchObject([{ cents: 9_000, reasons: ['receipts-disagree'] }]);
    expect(await office.digest()).toBe(await other.digest());
  });
});
