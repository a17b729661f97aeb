import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aSospeso,
  aZip,
  again,
  anIuf,
  anOffice,
  causaleOf,
  only,
  outcomes,
  reportOf,
} from './papers.ts';

const iufs = {
  reconciled: anIuf(1),
  partial: anIuf(2),
  notReported: anIuf(3),
  otherPartner: anIuf(4),
  over: anIuf(5),
  anomalous: anIuf(6),
  mixed: anIuf(7),
};
const flussi = {
  '1.xml': aFlusso(iufs.reconciled, [aPayment(1, 10_000)]),
  '2.xml': aFlusso(iufs.partial, [aPayment(2, 10_000)]),
  '4.xml': aFlusso(iufs.otherPartner, [aPayment(4, 10_000, '05')]),
  '5.xml': aFlusso(iufs.over, [aPayment(5, 10_000)]),
  '6.xml': aFlusso(iufs.anomalous, [aPayment(6, 10_000)], { declaredCount: 2 }),
  '7.xml': aFlusso(iufs.mixed, [aPayment(7, 10_000), aPayment(8, 5_000, '05')]),
};
const arrived = aSospeso('20', 100, causaleOf(anIuf(20)));
const movimenti = [
  aSospeso('1', 10_000, causaleOf(iufs.reconciled)),
  aSospeso('2', 3_000, causaleOf(iufs.partial)),
  aSospeso('21', 2_000, causaleOf(iufs.partial, 1)),
  aSospeso('3', 4_000, causaleOf(iufs.notReported)),
  aSospeso('4', 10_000, causaleOf(iufs.otherPartner)),
  aSospeso('5', 10_001, causaleOf(iufs.over)),
  aSospeso('6', 10_000, causaleOf(iufs.anomalous)),
  aSospeso('7', 15_000, causaleOf(iufs.mixed)),
  aSospeso('8', 700, '/PUR/LGPE-RIVERSAMENTO/URI/2'),
  aSospeso('9', 800, 'MUTUO 1234'),
  aSospeso('10', 900, 'VERSAMENTO PAGOPA'),
  arrived,
  again(arrived, 'STORNATO'),
  aSospeso('30', 5_000, 'F24', { documento: 'SOSPESO USCITA' }),
  aSospeso('31', 5_000, 'STIPENDI', { documento: 'MANDATO' }),
  aReversale('32', 500, []),
];

describe('the report of a giornale', () => {
  it('counts every bucket, every cent, and adds up', async () => {
    const office = await anOffice();
    const { documents, report } = await office.drop({ ...flussi, 'gdc.xml': aGiornale(movimenti) });
    expect(report).toEqual({
      movements: 16,
      new: 11,
      alreadyKnown: 0,
      reversals: 1,
      flussi: {
        imported: 8,
        reconciled: 2,
        partial: 1,
        notReported: 1,
        otherPartner: 1,
        inError: 3,
        mixed: 1,
      },
      notPagoPa: { count: 2, suspect: 1 },
      cents: {
        total: 66_401,
        reconciled: 25_000,
        partial: 5_000,
        notReported: 4_000,
        otherPartner: 10_000,
        inError: 20_701,
        notPagoPa: 1_700,
      },
    });
    expect(documents.at(-1)?.report).toEqual(report);
    expect(documents.slice(0, -1).map((document) => document.report)).toEqual(
      documents.slice(0, -1).map(() => null),
    );
  });

  it('is null in a drop without a giornale', async () => {
    const office = await anOffice();
    expect((await office.drop(flussi)).report).toBeNull();
  });

  it('judges a flusso on all the money, but counts only the money of this giornale', async () => {
    const office = await anOffice();
    const [one, two] = [0, 1].map((prog) => aSospeso(String(prog), 5_000, causaleOf(iufs.reconciled, prog)));
    if (!one || !two) throw new Error('two halves');
    await office.drop({ ...flussi, 'a.xml': aGiornale([one]) });
    const second = await office.drop({ 'b.xml': aGiornale([one, two], { to: '2026-03-13' }) });
    expect(reportOf(second)).toMatchObject({
      movements: 2,
      new: 1,
      alreadyKnown: 1,
      flussi: { imported: 1, reconciled: 1, partial: 0 },
      cents: { total: 5_000, reconciled: 5_000, partial: 0 },
    });
  });

  it('of two giornali in one drop is the sum of theirs', async () => {
    const office = await anOffice();
    const { documents, report } = await office.drop({
      'a.xml': aGiornale(movimenti.slice(0, 8)),
      'b.xml': aGiornale(movimenti.slice(8), { to: '2026-03-13' }),
    });
    const sum = documents.reduce((total, document) => total + (document.report?.cents.total ?? 0), 0);
    expect(report).toMatchObject({ movements: 16, new: 11, reversals: 1, cents: { total: 66_401 } });
    expect(sum).toBe(66_401);
  });

  it('of a giornale that was there already has nothing new in it', async () => {
    const office = await anOffice();
    const xml = aGiornale(movimenti);
    await office.drop({ 'gdc.xml': xml });
    const second = await office.drop({ 'copia.zip': aZip({ 'gdc.xml': xml }) });
    expect(outcomes(second)).toEqual(['already-imported']);
    expect(reportOf(second)).toMatchObject({
      movements: 16,
      new: 0,
      flussi: { imported: 0 },
      notPagoPa: { count: 0, suspect: 0 },
      cents: { total: 0, notPagoPa: 0 },
    });
  });

  it('stays as it was at import, while that of today follows what came after', async () => {
    const office = await anOffice();
    const before = reportOf(await office.drop({ 'gdc.xml': aGiornale(movimenti) }));
    expect(before.flussi).toMatchObject({ imported: 8, notReported: 7, inError: 1, mixed: 0 });
    await office.drop(flussi);
    const record = only((await office.history()).filter(({ kind }) => kind === 'giornale-opi'));
    expect(record.report).toEqual(before);
    expect(record.reportToday).toMatchObject({
      new: 11,
      flussi: {
        imported: 8,
        reconciled: 2,
        partial: 1,
        notReported: 1,
        otherPartner: 1,
        inError: 3,
        mixed: 1,
      },
      cents: { total: 66_401, reconciled: 25_000, inError: 20_701 },
    });
  });
});
