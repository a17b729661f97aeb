import { describe, expect, it } from 'vitest';
import { makeIuvAux0 } from '../../src/shared/domain/iuv.ts';
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
  ourSettings,
  reportOf,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const ours = aPayment(1, 1_000);
const theirs = Array.from({ length: 9 }, (_, i) => aPayment(i + 2, 2_000, '05'));
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, causaleOf(iuf))]);

describe('a flusso of another Partner Tecnologico', () => {
  it('60 is theirs when all its rows are', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'fdr.xml': aFlusso(iuf, theirs), 'gdc.xml': moneyOf(18_000) });
    expect(reportOf(dropped).flussi).toMatchObject({ imported: 1, otherPartner: 1, reconciled: 0, mixed: 0 });
    expect(reportOf(dropped).cents).toMatchObject({ total: 18_000, otherPartner: 18_000 });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'otherPartner' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'otherPartner' });
    expect(new Set(await verdicts(office))).toEqual(new Set(['other-partner none/none/none']));
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('is theirs also when its money is not all here', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'fdr.xml': aFlusso(iuf, theirs), 'gdc.xml': moneyOf(17_000) });
    expect(reportOf(dropped).flussi).toMatchObject({ otherPartner: 1, partial: 0 });
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('is in error, before it is theirs, when there is too much money', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'fdr.xml': aFlusso(iuf, theirs), 'gdc.xml': moneyOf(18_001) });
    expect(reportOf(dropped).flussi).toMatchObject({ otherPartner: 0, inError: 1 });
  });

  it('without money waits, and then is missing, like any other', async () => {
    const office = await anOffice('2026-03-13');
    await office.drop({ 'fdr.xml': aFlusso(iuf, theirs) });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'awaiting' });
    office.today('2026-03-14');
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing' });
  });

  it('60 with one row of ours is mixed, and our row has the dots of the whole', async () => {
    const office = await anOffice();
    const dropped = await office.drop({
      'rt.xml': aRicevuta(ours),
      'fdr.xml': aFlusso(iuf, [ours, ...theirs]),
      'gdc.xml': moneyOf(19_000),
    });
    expect(reportOf(dropped).flussi).toMatchObject({ imported: 1, reconciled: 1, otherPartner: 0, mixed: 1 });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    expect((await verdicts(office)).toSorted()).toEqual([
      'complete yes/yes/yes',
      ...theirs.map(() => 'other-partner none/none/none'),
    ]);
    expect((await office.dashboard()).byStatus['other-partner']).toEqual({ count: 9, cents: 18_000 });
  });

  it('mixed and not all here is partial, and only our row asks for attention', async () => {
    const office = await anOffice();
    const dropped = await office.drop({
      'rt.xml': aRicevuta(ours),
      'fdr.xml': aFlusso(iuf, [ours, ...theirs]),
      'gdc.xml': moneyOf(18_000),
    });
    expect(reportOf(dropped).flussi).toMatchObject({ partial: 1, mixed: 1 });
    expect(await office.payments('partly-settled')).toMatchObject([{ iuv: ours.iuv }]);
    expect((await office.dashboard()).difference).toEqual({ count: 1, cents: 1_000 });
  });
});

describe('whose payment it is', () => {
  it('tells the name of the other partner', async () => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': aFlusso(iuf, theirs.slice(0, 1)) });
    expect(await office.payments()).toMatchObject([
      { partner: 'Altro Partner', service: null, cents: 2_000 },
    ]);
  });

  it('under a code that nobody knows is ours, with that reason', async () => {
    const office = await anOffice();
    const unknown = aPayment(1, 1_000, '77');
    await office.drop({ 'fdr.xml': aFlusso(iuf, [unknown]), 'gdc.xml': moneyOf(1_000) });
    expect(await verdicts(office)).toEqual(['receipt-missing warning/yes/yes']);
    expect(await office.payments()).toMatchObject([{ partner: null, reasons: ['unknown-code'] }]);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
  });

  it('under a code that nobody knows is ours without that reason once a receipt pays us', async () => {
    const office = await anOffice();
    const unknown = aPayment(1, 1_000, '77');
    await office.drop({
      'rt.xml': aRicevuta(unknown),
      'fdr.xml': aFlusso(iuf, [unknown]),
      'gdc.xml': moneyOf(1_000),
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(only(await office.payments()).reasons).toEqual([]);
  });

  it('follows the settings, also those that change later', async () => {
    const office = await anOffice();
    const unknown = aPayment(1, 1_000, '77');
    await office.drop({ 'fdr.xml': aFlusso(iuf, [unknown]), 'gdc.xml': moneyOf(1_000) });
    await office.settings({ ...ourSettings, altriPartner: [{ codice: '77', nome: 'Nuovo' }] });
    expect(await verdicts(office)).toEqual(['other-partner none/none/none']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'otherPartner' });
    await office.settings({ ...ourSettings, codiciPropri: ['01', '77'] });
    expect(await verdicts(office)).toEqual(['receipt-missing warning/yes/yes']);
    expect(only(await office.payments()).reasons).toEqual([]);
  });

  it('61 of aux digit 0 is told by the application code that its check digits hide', async () => {
    const office = await anOffice('2026-03-31', {
      codiciPropri: ['app:01'],
      altriPartner: [{ codice: 'app:02', nome: 'Secondo' }],
    });
    const mine = { iuv: makeIuvAux0('01', '1234567890123'), iur: 'a', cents: 700 };
    const other = { iuv: makeIuvAux0('02', '1234567890124'), iur: 'b', cents: 800 };
    await office.drop({ 'fdr.xml': aFlusso(iuf, [mine, other]) });
    const partners = Object.fromEntries((await office.payments()).map(({ iuv, partner }) => [iuv, partner]));
    expect(partners).toEqual({ [mine.iuv]: null, [other.iuv]: 'Secondo' });
    expect((await office.payments()).flatMap(({ reasons }) => reasons)).not.toContain('unknown-code');
  });

  it('is told by the longer prefix, which wins over the segregation code', async () => {
    const office = await anOffice('2026-03-31', {
      altriPartner: [{ codice: '0100', nome: 'Multe' }],
    });
    await office.drop({ 'fdr.xml': aFlusso(iuf, [ours]) });
    expect(await office.payments()).toMatchObject([{ partner: 'Multe', status: 'other-partner' }]);
  });
});
