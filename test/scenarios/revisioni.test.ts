import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aSospeso,
  anIuf,
  anOffice,
  causaleOf,
  flowBuckets,
  only,
  outcomes,
  reportOf,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const one = aPayment(1, 10_000);
const two = aPayment(2, 5_000);
const first = aFlusso(iuf, [one], { revision: 1 });
const second = aFlusso(iuf, [one, two], { revision: 2 });
const money = aGiornale([aSospeso('1', 10_000, causaleOf(iuf))]);

describe('a flusso that is sent again', () => {
  it('51 with one more payment turns a reconciled flusso into a partial one', async () => {
    const office = await anOffice();
    await office.drop({ 'r1.xml': first, 'gdc.xml': money });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    const { documents } = await office.drop({ 'r2.xml': second });
    expect(only(documents).warnings).toMatchObject([{ code: 'flow-revised', iuf, fromRevision: 1 }]);
    expect(await office.flussi()).toMatchObject([
      { iuf, revision: 2, cents: 15_000, rows: 2, receivedCents: 10_000, bucket: 'partial' },
    ]);
    expect(await verdicts(office)).toEqual([
      'receipt-missing warning/yes/warning',
      'receipt-missing warning/yes/warning',
    ]);
  });

  it('without a payment forgets that payment', async () => {
    const office = await anOffice();
    await office.drop({ 'r2.xml': second, 'r3.xml': aFlusso(iuf, [two], { revision: 3 }) });
    expect((await office.payments()).map(({ iuv }) => iuv)).toEqual([two.iuv]);
  });

  it('52 in its older version after the newer changes nothing, and the clerk is told', async () => {
    const office = await anOffice();
    const other = await anOffice();
    await office.drop({ 'r2.xml': second });
    const { documents } = await office.drop({ 'r1.xml': first });
    expect(documents).toMatchObject([
      { outcome: 'imported', warnings: [{ code: 'flow-superseded', iuf, byRevision: 2 }] },
    ]);
    expect(await office.flussi()).toMatchObject([{ revision: 2, cents: 15_000, rows: 2 }]);
    await other.drop({ 'r1.xml': first });
    await other.drop({ 'r2.xml': second });
    expect(await office.digest()).toBe(await other.digest());
  });

  it('under the same revision counts by dataOraFlusso', async () => {
    const office = await anOffice();
    const early = aFlusso(iuf, [one, two], { createdAt: '2026-03-11T18:30:00.500+01:00' });
    const late = aFlusso(iuf, [one], { createdAt: '2026-03-11T17:45:00Z' });
    const dropped = await office.drop({ 'late.xml': late, 'early.xml': early });
    expect(warnings(dropped)).toEqual(expect.arrayContaining(['flow-superseded']));
    expect(await office.flussi()).toMatchObject([{ cents: 10_000, rows: 1 }]);
  });

  it('with a higher revision wins over a later dataOraFlusso', async () => {
    const office = await anOffice();
    await office.drop({
      'r2.xml': aFlusso(iuf, [one, two], { revision: 2, createdAt: '2026-03-11T10:00:00' }),
      'r1.xml': aFlusso(iuf, [one], { revision: 1, createdAt: '2026-03-12T10:00:00' }),
    });
    expect(await office.flussi()).toMatchObject([{ revision: 2, rows: 2 }]);
  });

  it('with other content and nothing newer is decided the same way in any order', async () => {
    const office = await anOffice();
    const other = await anOffice();
    const a = { 'a.xml': aFlusso(iuf, [one]) };
    const b = { 'b.xml': aFlusso(iuf, [one, two]) };
    await office.drop(a);
    expect(warnings(await office.drop(b))).toHaveLength(1);
    await other.drop(b);
    await other.drop(a);
    expect(await office.digest()).toBe(await other.digest());
  });

  it('33 with its IUF in other letters is the same flusso', async () => {
    const office = await anOffice();
    await office.drop({ 'r1.xml': first, 'r2.xml': aFlusso(iuf.toLowerCase(), [two], { revision: 2 }) });
    expect(await office.flussi()).toMatchObject([{ revision: 2, cents: 5_000, rows: 1 }]);
  });

  it('and taken back leaves the version before it', async () => {
    const office = await anOffice();
    await office.drop({ 'r1.xml': first, 'gdc.xml': money });
    const before = await office.digest();
    const { documents } = await office.drop({ 'r2.xml': second });
    await office.undo(only(documents).id ?? 0);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    expect(await office.digest()).toBe(before);
  });
});

describe('the same IUF for two enti', () => {
  it('54 does not mix them up: the flusso of the other ente is refused', async () => {
    const office = await anOffice();
    const foreign = aFlusso(iuf, [two], { enteCodiceFiscale: '90905670379', enteDenominazione: 'Provincia' });
    const dropped = await office.drop({ 'theirs.xml': foreign, 'ours.xml': aFlusso(iuf, [one]) });
    expect(outcomes(dropped)).toEqual(['refused', 'imported']);
    expect(only(dropped.documents.slice(0, 1)).problem).toMatchObject({
      code: 'other-ente',
      found: '90905670379',
    });
    await office.drop({ 'gdc.xml': money });
    expect(await office.flussi()).toMatchObject([{ cents: 10_000, rows: 1, bucket: 'reconciled' }]);
  });
});

describe('the report of a giornale', () => {
  it('stays as it was at import when the flusso is revised, beside the one of today', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'r1.xml': first, 'gdc.xml': money });
    expect(reportOf(dropped).flussi).toMatchObject({ reconciled: 1, partial: 0 });
    await office.drop({ 'r2.xml': second });
    const giornale = only((await office.history()).filter(({ kind }) => kind === 'giornale-opi'));
    expect(giornale.report?.flussi).toMatchObject({ reconciled: 1, partial: 0 });
    expect(giornale.reportToday?.flussi).toMatchObject({ reconciled: 0, partial: 1 });
    expect(giornale.reportToday?.cents).toMatchObject({ total: 10_000, partial: 10_000 });
  });
});
