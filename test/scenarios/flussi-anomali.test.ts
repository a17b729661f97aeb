import { describe, expect, it } from 'vitest';
import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import type { RigaDraft } from '../../src/main/demo/write-flusso.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  aZip,
  anIuf,
  anOffice,
  causaleOf,
  flowBuckets,
  only,
  outcomes,
  paidOn,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const one = aPayment(1, 10_000);
const two = aPayment(2, 5_000);
const receipts = { 'rt1.xml': aRicevuta(one), 'rt2.xml': aRicevuta(two) };
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, causaleOf(iuf))]);

describe('a flusso that does not add up', () => {
  it.each([
    { how: 'declares one payment and lists two', more: { declaredCount: 1 }, cents: 15_000 },
    { how: 'declares a cent less than its rows', more: { declaredCents: 14_999 }, cents: 14_999 },
    {
      how: 'declares one payment of 999 euro',
      more: { declaredCount: 1, declaredCents: 99_900 },
      cents: 99_900,
    },
  ])('44 because it $how is not reconciled by itself', async ({ more, cents }) => {
    const office = await anOffice();
    const dropped = await office.drop({
      ...receipts,
      'fdr.xml': aFlusso(iuf, [one, two], more),
      'gdc.xml': moneyOf(cents),
    });
    expect(warnings(dropped)).toEqual(['flow-anomalous']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'inError' });
    expect(await verdicts(office)).toEqual([
      'flow-anomalous yes/warning/warning',
      'flow-anomalous yes/warning/warning',
    ]);
  });

  it('waits for its money like any other, with a yellow second dot', async () => {
    const office = await anOffice('2026-03-13');
    await office.drop({ ...receipts, 'fdr.xml': aFlusso(iuf, [one, two], { declaredCount: 1 }) });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'awaiting' });
    expect(await verdicts(office)).toEqual([
      'flow-anomalous yes/warning/waiting',
      'flow-anomalous yes/warning/waiting',
    ]);
  });

  it('tells the clerk both figures', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({
      'fdr.xml': aFlusso(iuf, [one, two], { declaredCount: 1, declaredCents: 99_900 }),
    });
    expect(only(documents).warnings).toMatchObject([
      {
        code: 'flow-anomalous',
        iuf,
        anomalies: expect.arrayContaining([
          { code: 'count-differs', declared: 1, found: 2 },
          { code: 'total-differs', declaredCents: 99_900, foundCents: 15_000 },
        ]) as unknown,
      },
    ]);
  });

  it('58 because it has no rows is kept, and says so', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'fdr.xml': aFlusso(iuf, []), 'gdc.xml': moneyOf(10_000) });
    expect(outcomes(dropped)).toEqual(['imported', 'imported']);
    expect(warnings(dropped)).toEqual(['flow-anomalous']);
    expect(await office.flussi()).toMatchObject([{ rows: 0, cents: 0, bucket: 'inError' }]);
  });

  it('50 because a row stands there twice counts that row once', async () => {
    const office = await anOffice();
    const dropped = await office.drop({
      ...receipts,
      'fdr.xml': aFlusso(iuf, [one, one, two]),
      'gdc.xml': moneyOf(25_000),
    });
    expect(warnings(dropped)).toEqual(['flow-anomalous']);
    expect((await office.payments()).map(({ cents }) => cents)).toEqual([10_000, 5_000]);
    expect(await verdicts(office)).toEqual([
      'flow-anomalous yes/warning/warning',
      'flow-anomalous yes/warning/warning',
    ]);
  });
});

describe('the index of a row', () => {
  it('48 that is missing is 1, and the clerk is told once', async () => {
    const office = await anOffice();
    const dropped = await office.drop({
      'rt1.xml': receipts['rt1.xml'],
      'fdr.xml': aFlusso(iuf, [{ ...one, index: null }]),
      'gdc.xml': moneyOf(10_000),
    });
    expect(warnings(dropped)).toEqual(['index-missing']);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(only(await office.payments()).index).toBe(1);
  });

  it('48 that is missing on two rows of one receipt is 1 and 2', async () => {
    const office = await anOffice();
    const righe = [
      { ...one, cents: 6_000, index: null },
      { ...one, cents: 4_000, index: null },
    ];
    const transfers = [{ cents: 6_000 }, { cents: 4_000 }];
    await office.drop({
      'rt.xml': aRicevuta(one, { transfers }),
      'fdr.xml': aFlusso(iuf, righe),
      'gdc.xml': moneyOf(10_000),
    });
    expect((await office.payments()).map(({ index, cents }) => [index, cents])).toEqual([
      [1, 6_000],
      [2, 4_000],
    ]);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes', 'complete yes/yes/yes']);
  });

  it('49 that counts the rows of the flusso does not hide the receipt', async () => {
    const office = await anOffice();
    await office.drop({
      ...receipts,
      'fdr.xml': aFlusso(iuf, [
        { ...one, index: 26 },
        { ...two, index: 27 },
      ]),
      'gdc.xml': moneyOf(15_000),
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes', 'complete yes/yes/yes']);
    expect((await office.payments()).map(({ index }) => index)).toEqual([1, 1]);
    expect(only((await office.payments()).slice(0, 1)).reasons).toEqual(['index-differs']);
  });

  it('that Regione Piemonte counts from 1 to 27 pays each by its IUV and IUR', async () => {
    const office = await anOffice();
    const payments = Array.from({ length: 27 }, (_, i) => aPayment(i + 1, 1_000 + i));
    const total = payments.reduce((sum, { cents }) => sum + cents, 0);
    await office.drop({
      'ricevute.zip': aZip(Object.fromEntries(payments.map((paid, i) => [`rt${i}.xml`, aRicevuta(paid)]))),
      'ext.xml': aPiemonte(payments, total),
      'gdc.xml': moneyOf(total),
    });
    expect(new Set(await verdicts(office))).toEqual(new Set(['complete yes/yes/yes']));
    expect((await office.payments()).map(({ index }) => index)).toEqual(payments.map(() => 1));
    // The original is the newer version: it says the same of the payments, and tells when it was made.
    const dropped = await office.drop({ 'fdr.xml': aFlusso(iuf, payments) });
    expect(warnings(dropped)).toEqual([]);
    expect(new Set(await verdicts(office))).toEqual(new Set(['complete yes/yes/yes']));
  });
});

const euro = (cents: number): string => (cents / 100).toFixed(2);

/** An enriched flusso that was saved without its original. */
function aPiemonte(payments: readonly RigaDraft[], total: number): string {
  const rows = payments.map(
    ({ iuv, iur, cents }, i) =>
      `<PagamentoIntermediato><DatiSingoliPagamenti><DatiSingoloPagamento><IUV>${iuv}</IUV><IUR>${iur}</IUR><IndiceDatiPagamento>${i + 1}</IndiceDatiPagamento><CodiceEsitoPagamento>0</CodiceEsitoPagamento><SingoloImportoPagato>${euro(cents)}</SingoloImportoPagato><DataEsitoSingoloPagamento>${paidOn}Z</DataEsitoSingoloPagamento></DatiSingoloPagamento></DatiSingoliPagamenti></PagamentoIntermediato>`,
  );
  return `<n:trasmettiFlussoRendicontazioneExtRequestType xmlns:n="http://www.csi.it/epay/epaywso/types" xmlns="http://www.csi.it/epay/epaywso/rendicontazione-ext"><Testata><CFEnteCreditore>${inventedEnte.codiceFiscale}</CFEnteCreditore><IdPSP>BINVIT9X</IdPSP><IdentificativoFlusso>${iuf}</IdentificativoFlusso><IdentificativoUnivocoRegolamento>TRN1</IdentificativoUnivocoRegolamento><DataRegolamento>2026-03-11Z</DataRegolamento><NumeroTotalePagamentiFlusso>${payments.length}</NumeroTotalePagamentiFlusso><ImportoTotalePagamentiFlusso>${euro(total)}</ImportoTotalePagamentiFlusso></Testata><FlussoRiversamento>FLUSSOBASE64</FlussoRiversamento><PagamentiIntermediati>${rows.join('')}</PagamentiIntermediati></n:trasmettiFlussoRendicontazioneExtRequestType>`;
}
