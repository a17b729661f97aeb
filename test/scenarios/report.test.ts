import { describe, expect, it } from 'vitest';
import { flussi, iufs, movimenti } from './every-bucket.ts';
import { aGiornale, aSospeso, aZip, anOffice, causaleOf, only, outcomes, reportOf } from './papers.ts';

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
