import { describe, expect, it } from 'vitest';
import type { MovimentoDraft } from '../../src/main/demo/write-giornale.ts';
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
  reportOf,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const fdr = aFlusso(iuf, [payment]);
const reported = { 'rt.xml': aRicevuta(payment), 'fdr.xml': fdr };

/** What becomes of a flusso of 100 euro whose money comes with these texts. */
async function withMoney(movimento: Partial<MovimentoDraft>, papers: Record<string, string> = reported) {
  const office = await anOffice();
  const dropped = await office.drop({
    ...papers,
    'gdc.xml': aGiornale([{ numero: '1', cents: 10_000, ...movimento }]),
  });
  return { office, report: reportOf(dropped) };
}

describe('the money names its flusso', () => {
  it.each([
    { how: 'in the form of the specification', causale: causaleOf(iuf) },
    { how: 'in the form in use until 2021', causale: causaleOf(iuf, null) },
    { how: '33 in lower case', causale: causaleOf(iuf).toLowerCase() },
    { how: 'between the words of the bank', causale: `ACCREDITI VARI ${causaleOf(iuf)} /BON.SEPA TRN 1201` },
    { how: 'broken by a blank', causale: `/PUR/LGPE-RIVERSAMENTO/URI/${iuf.slice(0, 8)} ${iuf.slice(8)}` },
    {
      how: 'with an invented word for the progressive',
      causale: causaleOf(iuf).replace('/0/', '/Integrazione/'),
    },
    { how: 'with a dash at the end', causale: `${causaleOf(iuf, null)}-` },
    {
      how: 'with a second, dotted and truncated copy',
      causale: `${causaleOf(iuf, null)} .PUR.LGPE-RIVERSAMENTO.URI.2026-03-`,
    },
  ])('$how', async ({ causale }) => {
    const { office } = await withMoney({ causale });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(only(await office.provvisori())).toMatchObject({ causale, extraction: { iuf, kind: 'iuf' } });
  });

  it('split on two elements', async () => {
    const { office } = await withMoney({ causali: [causaleOf(iuf).slice(0, 45), causaleOf(iuf).slice(45)] });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it('30 in the end-to-end alone, which is trusted less', async () => {
    const { office } = await withMoney({ causale: 'ACCREDITO', endToEnd: causaleOf(iuf, null).slice(5) });
    expect(only(await office.provvisori()).extraction).toMatchObject({ iuf, confidence: 'likely' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
  });

  it('32 with an IUF of 35 characters and a stray dash', async () => {
    const long = `2026-03-11BINVIT9X-${'1'.repeat(16)}`;
    const papers = { 'rt.xml': aRicevuta(payment), 'fdr.xml': aFlusso(long, [payment]) };
    const { office } = await withMoney({ causale: `${causaleOf(long, null)}-` }, papers);
    expect(long).toHaveLength(35);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it('28 and an IUV of another payment: the flusso wins, the IUV is kept', async () => {
    const other = aPayment(2, 1_000).iuv;
    const { office } = await withMoney({ causale: `/RFB/${other}/10.00 ${causaleOf(iuf)}` });
    expect(only(await office.provvisori()).extraction).toMatchObject({ kind: 'iuf', iuf, iuv: other });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });
});

describe('the money names a flusso that cannot be told', () => {
  const cut = causaleOf(iuf).slice(0, -3);

  it('29 cut short, with one flusso that fits: somebody must confirm', async () => {
    const { office, report } = await withMoney({ causale: cut });
    expect(only(await office.provvisori()).extraction).toMatchObject({
      kind: 'truncated',
      confidence: 'confirm',
    });
    expect(report.flussi).toMatchObject({ imported: 1, inError: 1 });
    expect(report.cents).toMatchObject({ total: 10_000, inError: 10_000 });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });

  it('29 cut short, with two flussi that fit: nobody is chosen', async () => {
    const { office } = await withMoney(
      { causale: cut },
      { ...reported, 'other.xml': aFlusso(`${iuf.slice(0, -3)}777`, [aPayment(2, 10_000)]) },
    );
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError' });
    expect(new Set(Object.values(await flowBuckets(office)))).toEqual(new Set(['missing']));
  });

  it('cut short, before its flusso is known: the same in the end', async () => {
    const { office } = await withMoney({ causale: cut });
    const other = await anOffice();
    await other.drop({ 'gdc.xml': aGiornale([aSospeso('1', 10_000, cut)]) });
    await other.drop(reported);
    expect(await other.digest()).toBe(await office.digest());
  });

  it.each([
    { how: '31 only in a dotted, truncated copy', causale: '.PUR.LGPE-RIVERSAMENTO.URI.2026-03-' },
    { how: 'with more than 35 characters', causale: `${causaleOf(iuf)}${'X'.repeat(20)}` },
  ])('$how: it is a flusso of its own, in error', async ({ causale }) => {
    const office = await anOffice();
    const dropped = await office.drop({
      'gdc.xml': aGiornale([aSospeso('1', 4_000, causale), aSospeso('2', 6_000, causale)]),
    });
    expect((await office.provvisori()).map(({ extraction }) => extraction.kind)).toEqual([
      'unreadable',
      'unreadable',
    ]);
    expect(reportOf(dropped).flussi).toMatchObject({ imported: 2, inError: 2 });
    expect(reportOf(dropped).cents).toMatchObject({ total: 10_000, inError: 10_000 });
    expect((await office.dashboard()).difference).toEqual({ count: 2, cents: 10_000 });
  });

  it('34 with the letter O for a zero: it is another flusso', async () => {
    const { office } = await withMoney({ causale: causaleOf(iuf.replace(/0+1$/, 'OOOOOOOOO1')) });
    expect(await moneyBuckets(office)).toEqual({ '1': 'notReported' });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });

  it('27 together with another one: neither is reconciled by the machine', async () => {
    const second = anIuf(2);
    const { office, report } = await withMoney(
      { causale: `${causaleOf(iuf)} ${causaleOf(second)}`, cents: 12_000 },
      { ...reported, 'other.xml': aFlusso(second, [aPayment(2, 5_000)]) },
    );
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing', [second]: 'missing' });
    expect(report.cents).toMatchObject({ total: 12_000, inError: 12_000 });
  });

  it('85 while another of the same amount and day does: the doubtful one is not applied', async () => {
    const second = anIuf(2);
    const office = await anOffice();
    await office.drop({
      ...reported,
      'other.xml': aFlusso(second, [aPayment(2, 10_000)]),
      'gdc.xml': aGiornale([
        aSospeso('1', 10_000, causaleOf(iuf)),
        aSospeso('2', 10_000, '/PUR/LGPE-RIVERSAMENTO/URI/2'),
      ]),
    });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled', [second]: 'missing' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'reconciled', '2': 'inError' });
  });
});

describe('money that pagoPA did not bring', () => {
  it.each(['MUTUO 620184257 CUP H94G19030460029 TRXID: 0122492727202545', 'CIG 8877665544', 'GIROFONDI'])(
    '38 such as %s is not pagoPA',
    async (causale) => {
      const { office, report } = await withMoney({ causale });
      expect(report).toMatchObject({ flussi: { imported: 0 }, notPagoPa: { count: 1, suspect: 0 } });
      expect(report.cents).toMatchObject({ total: 10_000, notPagoPa: 10_000 });
      expect(await office.provvisori()).toMatchObject([{ bucket: 'notPagoPa', suspect: false }]);
    },
  );

  it('39 but speaks of pagoPA is suspect', async () => {
    const { office, report } = await withMoney({ causale: 'ACCREDITO PAGOPA DEL 10/03' });
    expect(report).toMatchObject({ flussi: { imported: 0 }, notPagoPa: { count: 1, suspect: 1 } });
    expect(await office.provvisori()).toMatchObject([
      { bucket: 'notPagoPa', suspect: true, extraction: { kind: 'suspect' } },
    ]);
  });
});
