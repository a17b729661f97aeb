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
  moneyBuckets,
  only,
  outcomes,
  reportOf,
  threePapers,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const rt = aRicevuta(payment);
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, causaleOf(iuf))]);

describe('the flusso of any PSP', () => {
  it('41 whose file begins with a comment before the declaration is imported', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'fdr.xml': `<!-- licenza -->\n${aFlusso(iuf, [payment])}` });
    expect(outcomes(dropped)).toEqual(['imported']);
    expect(await office.flussi()).toMatchObject([{ iuf, revision: 1, cents: 10_000, rows: 1 }]);
  });

  it.each([{ prefix: '' }, { prefix: 'ns2' }])(
    '42 with the prefix "$prefix" is the same one',
    async (more) => {
      const office = await anOffice();
      await office.drop({ 'fdr.xml': aFlusso(iuf, [payment]) });
      const before = await office.digest();
      const again = await office.drop({ 'other.xml': aFlusso(iuf, [payment], more) });
      expect(outcomes(again)).toEqual(['already-imported']);
      expect(await office.digest()).toBe(before);
    },
  );

  it('with amounts of no, one or two decimals loses no cent', async () => {
    const office = await anOffice();
    const righe = [aPayment(1, 2_200), aPayment(2, 21_840), aPayment(3, 3_873)];
    const xml = aFlusso(iuf, righe, { decimals: 'short' });
    expect(xml).toContain('>22<');
    expect(xml).toContain('>218.4<');
    expect(warnings(await office.drop({ 'fdr.xml': xml }))).toEqual([]);
    expect((await office.payments()).map(({ cents }) => cents)).toEqual([2_200, 21_840, 3_873]);
    expect(await office.flussi()).toMatchObject([{ cents: 27_913, rows: 3 }]);
  });

  it('43 of 143 rows is reconciled to the cent by one provvisorio', async () => {
    const office = await anOffice();
    const righe = Array.from({ length: 143 }, (_, i) => aPayment(i + 1, 16_600 + i));
    const total = righe.reduce((sum, { cents }) => sum + cents, 0);
    await office.drop({ 'fdr.xml': aFlusso(iuf, righe, { decimals: 'short' }), 'gdc.xml': moneyOf(total) });
    expect(await office.flussi()).toMatchObject([{ rows: 143, cents: total, bucket: 'reconciled' }]);
    expect((await office.dashboard()).byStatus['receipt-missing']).toEqual({ count: 143, cents: total });
  });
});

describe('the third dot', () => {
  it('is green when receipt, flusso and provvisorio agree to the cent', async () => {
    const office = await anOffice();
    await office.drop(threePapers(1, 10_000));
    expect(await office.payments()).toMatchObject([
      {
        iuv: payment.iuv,
        iur: payment.iur,
        index: 1,
        noticeNumber: `3${payment.iuv}`,
        cents: 10_000,
        paidOn: '2026-03-10',
        service: 'tari',
        partner: null,
        status: 'complete',
        iuf,
        provvisori: [{ esercizio: 2026, numero: '1' }],
        reasons: [],
      },
    ]);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it.each([
    { cents: 9_999, verdict: 'partly-settled yes/yes/warning', bucket: 'partial' },
    { cents: 10_001, verdict: 'over-settled yes/yes/warning', bucket: 'inError' },
  ])('70 is not green for money of $cents cents against 10000', async ({ cents, verdict, bucket }) => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': rt, 'fdr.xml': aFlusso(iuf, [payment]), 'gdc.xml': moneyOf(cents) });
    expect(await verdicts(office)).toEqual([verdict]);
    expect(await office.flussi()).toMatchObject([{ cents: 10_000, receivedCents: cents, bucket }]);
    expect(await moneyBuckets(office)).toEqual({ '1': bucket });
  });

  it('of money without its flusso is told apart: reconciled but not reported', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'rt.xml': rt, 'gdc.xml': moneyOf(10_000) });
    expect(reportOf(dropped).flussi).toMatchObject({ imported: 1, notReported: 1 });
    expect(await office.flussi()).toEqual([
      {
        iuf,
        revision: null,
        psp: null,
        date: '2026-03-11',
        cents: 10_000,
        rows: 0,
        receivedCents: 10_000,
        bucket: 'notReported',
        provvisori: [{ esercizio: 2026, numero: '1' }],
      },
    ]);
    expect(await verdicts(office)).toEqual(['not-reported yes/problem/problem']);
  });
});

describe('several transfers of one flusso', () => {
  const ordinary = aSospeso('1', 6_000, causaleOf(iuf, 0));
  const supplementary = aSospeso('2', 4_000, causaleOf(iuf, 1));
  const reported = { 'rt.xml': rt, 'fdr.xml': aFlusso(iuf, [payment]) };

  it('35 are added up: 60 and 40 settle a flusso of 100', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ ...reported, 'gdc.xml': aGiornale([ordinary, supplementary]) });
    expect(reportOf(dropped)).toMatchObject({ new: 2, flussi: { imported: 1, reconciled: 1 } });
    expect(reportOf(dropped).cents).toMatchObject({ total: 10_000, reconciled: 10_000 });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(only(await office.payments()).provvisori).toEqual([
      { esercizio: 2026, numero: '1' },
      { esercizio: 2026, numero: '2' },
    ]);
  });

  it('36 a supplementary bonifico of a later giornale completes it', async () => {
    const office = await anOffice();
    const first = await office.drop({ ...reported, 'a.xml': aGiornale([ordinary]) });
    expect(reportOf(first).flussi).toMatchObject({ imported: 1, partial: 1, reconciled: 0 });
    expect(await verdicts(office)).toEqual(['partly-settled yes/yes/warning']);
    const second = await office.drop({ 'b.xml': aGiornale([supplementary], { to: '2026-03-13' }) });
    expect(reportOf(second).flussi).toMatchObject({ imported: 1, partial: 0, reconciled: 1 });
    expect(reportOf(second).cents).toMatchObject({ total: 4_000, reconciled: 4_000 });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it('37 a supplementary bonifico alone leaves it partial', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([supplementary]) });
    expect(await verdicts(office)).toEqual(['partly-settled yes/yes/warning']);
    expect(only(await office.provvisori()).extraction).toMatchObject({ iuf, prog: '1', kind: 'iuf' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'partial' });
  });

  it('a cent too much in all of them together is over-settled', async () => {
    const office = await anOffice();
    const more = { ...supplementary, cents: 4_001 };
    await office.drop({ ...reported, 'gdc.xml': aGiornale([ordinary, more]) });
    expect(await verdicts(office)).toEqual(['over-settled yes/yes/warning']);
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError', '2': 'inError' });
  });
});

describe('a settlement over the end of the year', () => {
  it('24 books the payment of December on a provvisorio of January', async () => {
    const office = await anOffice('2027-01-31');
    const yearEnd = anIuf(9, '2026-12-31');
    const december = { ...payment, date: '2026-12-31' };
    await office.drop({
      'rt.xml': aRicevuta(december, { paidOn: '2026-12-31' }),
      'fdr.xml': aFlusso(yearEnd, [december]),
      'gdc.xml': aGiornale([aSospeso('3', 10_000, causaleOf(yearEnd))], { to: '2027-01-04' }),
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.payments()).toMatchObject([{ provvisori: [{ esercizio: 2027, numero: '3' }] }]);
  });
});
