import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  again,
  anIuf,
  anOffice,
  causaleOf,
  flowBuckets,
  moneyBuckets,
  only,
  outcomes,
  reportOf,
  states,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const sospeso = aSospeso('1', 10_000, causaleOf(iuf));
const storno = again(sospeso, 'STORNATO');
const next = { to: '2026-03-13' };
const reported = { 'rt.xml': aRicevuta(payment), 'fdr.xml': aFlusso(iuf, [payment]) };

describe('a provvisorio that the bank calls back', () => {
  it.each([
    { order: 'after the original', movimenti: [sospeso, storno] },
    { order: 'before the original', movimenti: [storno, sospeso] },
  ])('15 in the same giornale, $order, was never received', async ({ movimenti }) => {
    const office = await anOffice();
    const dropped = await office.drop({ ...reported, 'gdc.xml': aGiornale(movimenti) });
    expect(warnings(dropped)).toEqual([]);
    expect(reportOf(dropped)).toMatchObject({
      movements: 2,
      new: 0,
      alreadyKnown: 0,
      reversals: 1,
      flussi: { imported: 0, inError: 0 },
      cents: { total: 0 },
    });
    expect(await states(office)).toEqual({ '1': 'cancelled' });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });

  it('17 after it was reconciled takes the third dot away again', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([sospeso]) });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    const dropped = await office.drop({ 'storno.xml': aGiornale([storno], next) });
    expect(reportOf(dropped)).toMatchObject({ movements: 1, new: 0, reversals: 1, cents: { total: 0 } });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'cancelled' });
    expect(await office.flussi()).toMatchObject([{ receivedCents: 0, provvisori: [] }]);
    expect((await office.dashboard()).provvisori.cancelled).toEqual({ count: 1, cents: 10_000 });
  });

  it('while the due day is not over leaves the payment waiting for its money', async () => {
    const office = await anOffice('2026-03-13');
    await office.drop({ ...reported, 'gdc.xml': aGiornale([sospeso, storno]) });
    expect(await verdicts(office)).toEqual(['awaiting-settlement yes/yes/waiting']);
  });

  it('in part counts for what is left', async () => {
    const office = await anOffice();
    await office.drop({
      ...reported,
      'gdc.xml': aGiornale([sospeso]),
      'storno.xml': aGiornale([{ ...storno, cents: 4_000 }], next),
    });
    expect(await verdicts(office)).toEqual(['partly-settled yes/yes/warning']);
    expect(await office.flussi()).toMatchObject([{ cents: 10_000, receivedCents: 6_000, bucket: 'partial' }]);
    expect(await states(office)).toEqual({ '1': 'open' });
  });

  it('in part, told by two overlapping giornali, is called back once', async () => {
    const office = await anOffice();
    const part = { ...storno, cents: 4_000, date: '2026-03-13' };
    const opi14 = { version: '1.4', from: '2026-03-12' } as const;
    await office.drop({
      ...reported,
      'a.xml': aGiornale([sospeso, part], { ...opi14, to: '2026-03-13' }),
      'b.xml': aGiornale([part], { ...opi14, to: '2026-03-14' }),
    });
    expect(await office.flussi()).toMatchObject([{ receivedCents: 6_000, bucket: 'partial' }]);
  });

  it('with the sign of the money that leaves is called back all the same', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([sospeso, { ...storno, cents: -10_000 }]) });
    expect(await states(office)).toEqual({ '1': 'cancelled' });
  });

  it('in one conto leaves the provvisorio of that number in another conto alone', async () => {
    const office = await anOffice();
    const elsewhere = { ...sospeso, cents: 700, conto: '0000200' };
    await office.drop({ 'gdc.xml': aGiornale([sospeso, elsewhere, storno]) });
    expect((await office.provvisori()).map(({ cents, state }) => [cents, state])).toEqual([
      [10_000, 'cancelled'],
      [700, 'open'],
    ]);
  });

  it('under another number in the same giornale was never received', async () => {
    const office = await anOffice();
    const byBolletta = { ...storno, numero: '900', bolletta: '5900', bollettaStorno: '555' };
    const movimenti = [{ ...sospeso, bolletta: '555' }, byBolletta];
    const dropped = await office.drop({ ...reported, 'gdc.xml': aGiornale(movimenti) });
    expect(await states(office)).toEqual({ '1': 'cancelled' });
    expect(reportOf(dropped)).toMatchObject({ new: 0, reversals: 1, flussi: { imported: 0 } });
  });

  it('and pays again under a new number settles the flusso', async () => {
    const office = await anOffice();
    const replacement = { ...sospeso, numero: '2' };
    await office.drop({ ...reported, 'gdc.xml': aGiornale([sospeso, storno, replacement]) });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.payments()).toMatchObject([{ provvisori: [{ esercizio: 2026, numero: '2' }] }]);
  });
});

describe('a storno without its original', () => {
  it('16 is a warning of the giornale, not a flusso in error', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({ 'storno.xml': aGiornale([storno], next) });
    expect(documents).toMatchObject([
      {
        outcome: 'imported',
        warnings: [{ code: 'storno-without-original', esercizio: 2026, numero: '1', cents: 10_000 }],
        report: { movements: 1, new: 0, reversals: 1, flussi: { imported: 0, inError: 0 } },
      },
    ]);
    expect(await office.provvisori()).toEqual([]);
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('cancels the original that arrives later, which is not counted as new money', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'storno.xml': aGiornale([storno], next) });
    const dropped = await office.drop({ 'gdc.xml': aGiornale([sospeso]) });
    expect(reportOf(dropped)).toMatchObject({ new: 0, alreadyKnown: 0, flussi: { imported: 0 } });
    expect(reportOf(dropped).cents.total).toBe(0);
    expect(await states(office)).toEqual({ '1': 'cancelled' });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });

  it('in the same drop as its original, in another file, is no warning', async () => {
    const office = await anOffice();
    const dropped = await office.drop({
      'b.xml': aGiornale([storno], next),
      'a.xml': aGiornale([sospeso]),
    });
    expect(outcomes(dropped)).toEqual(['imported', 'imported']);
    expect(warnings(dropped)).toEqual([]);
  });

  it('of money that went out is not one of the reversals', async () => {
    const office = await anOffice();
    const out = { ...storno, documento: 'SOSPESO USCITA' } as const;
    const dropped = await office.drop({ 'gdc.xml': aGiornale([out]) });
    expect(only(dropped.documents).warnings).toEqual([]);
    expect(reportOf(dropped)).toMatchObject({ movements: 1, reversals: 0 });
  });
});

it('a storno of more than the provvisorio is told with both amounts', async () => {
  const office = await anOffice();
  const { documents } = await office.drop({
    'gdc.xml': aGiornale([sospeso, { ...storno, cents: 12_000 }]),
  });
  expect(only(documents).warnings).toEqual([
    { code: 'storno-amount-differs', esercizio: 2026, numero: '1', cents: 12_000, originalCents: 10_000 },
  ]);
  expect(await states(office)).toEqual({ '1': 'cancelled' });
});
