import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aSospeso,
  anIuf,
  anOffice,
  bookedOn,
  causaleOf,
  flowBuckets,
  only,
  outcomes,
  reportOf,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const sospeso = aSospeso('64422', 10_000, causaleOf(iuf));

describe('the giornale di cassa of any treasurer', () => {
  it('1 of layout 1.8, with an instant transfer, is imported', async () => {
    const office = await anOffice();
    const instant = { ...sospeso, tipoEsecuzione: 'SEPA INSTANT CREDIT TRANSFER' };
    const { documents } = await office.drop({ 'gdc.xml': aGiornale([instant], { version: '1.8' }) });
    expect(documents).toMatchObject([
      { kind: 'giornale-opi', outcome: 'imported', problem: null, warnings: [], report: { new: 1 } },
    ]);
  });

  it('2 of layout 1.4, for a period and without page numbers, is one whole page', async () => {
    const office = await anOffice();
    const xml = aGiornale([sospeso], { version: '1.4', from: '2026-03-01', page: null });
    expect(warnings(await office.drop({ 'gdc.xml': xml }))).toEqual([]);
    expect(await office.provvisori()).toMatchObject([{ esercizio: 2026, numero: '64422', cents: 10_000 }]);
  });

  it.each([
    { how: 'a prefix on every name', more: { prefix: 'ns1' } },
    { how: 'a namespace of the bank', more: { namespace: 'urn:banca:gdc' } },
  ])('3 with $how says the same as without', async ({ more }) => {
    const plain = await anOffice();
    const other = await anOffice();
    await plain.drop({ 'gdc.xml': aGiornale([sospeso]) });
    await other.drop({ 'gdc.xml': aGiornale([sospeso], more) });
    expect(await other.digest()).toBe(await plain.digest());
  });

  it('4 without a signature is imported, and the clerk is told', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'gdc.xml': aGiornale([sospeso], { signature: 'none' }) });
    expect(outcomes(dropped)).toEqual(['imported']);
    expect(warnings(dropped)).toEqual(['not-signed']);
  });

  it.each([
    { how: 'in UTF-8 with a byte order mark', encode: (xml: string) => `\uFEFF${xml}`, told: [] },
    {
      how: 'in UTF-16',
      encode: (xml: string) => Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      told: [],
    },
    {
      how: 'in ISO-8859-1, as declared',
      encode: (xml: string) => Buffer.from(xml.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
      told: [],
    },
    {
      how: 'in ISO-8859-1 under the name of UTF-8',
      encode: (xml: string) => Buffer.from(xml, 'latin1'),
      told: ['encoding-recovered'],
    },
  ])('8 $how keeps its accents', async ({ encode, told }) => {
    const office = await anOffice();
    const xml = aGiornale([aSospeso('1', 500, 'Città di Forlì, così è')]);
    expect(warnings(await office.drop({ 'gdc.xml': encode(xml) }))).toEqual(told);
    expect(only(await office.provvisori()).causale).toBe('Città di Forlì, così è');
  });

  it('11 without numero bolletta is imported: the provvisorio is its identity', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([{ ...sospeso, bolletta: null }]) });
    expect(await office.provvisori()).toMatchObject([{ numero: '64422', state: 'open', cents: 10_000 }]);
  });

  it('22 with all totals at zero is imported with a single warning', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'gdc.xml': aGiornale([sospeso], { totals: 'zero' }) });
    expect(warnings(dropped)).toEqual(['all-totals-zero']);
    expect(reportOf(dropped)).toMatchObject({ new: 1, cents: { total: 10_000 } });
  });

  it('whose totals do not add up is imported, and the clerk is told both figures', async () => {
    const office = await anOffice();
    const wrong = { totale_entrate_conto_evidenza: '99.00' };
    const { documents } = await office.drop({ 'gdc.xml': aGiornale([sospeso], { totals: wrong }) });
    expect(only(documents).warnings).toContainEqual({
      code: 'totals-disagree',
      field: 'totale_entrate_conto_evidenza',
      statedCents: 9_900,
      foundCents: 10_000,
    });
    expect(await office.provvisori()).toHaveLength(1);
  });

  it('23 never takes money that goes out for a collection, whatever its causale says', async () => {
    const office = await anOffice();
    const out = { documento: 'SOSPESO USCITA', ...sospeso } as const;
    const dropped = await office.drop({
      'fdr.xml': aFlusso(iuf, [aPayment(1, 10_000)]),
      'gdc.xml': aGiornale([out, { ...sospeso, documento: 'MANDATO', numero: '7' }]),
    });
    expect(reportOf(dropped)).toMatchObject({ movements: 2, new: 0, flussi: { imported: 0 } });
    expect(await office.provvisori()).toEqual([]);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing' });
  });

  it('25 of twenty thousand movements is counted to the last cent', { timeout: 60_000 }, async () => {
    const office = await anOffice();
    const many = Array.from({ length: 20_000 }, (_, i) =>
      aSospeso(String(i + 1), 100 + i, causaleOf(anIuf(i + 1))),
    );
    const total = many.reduce((sum, { cents }) => sum + cents, 0);
    const dropped = await office.drop({ 'gdc.xml': aGiornale(many) });
    expect(reportOf(dropped)).toMatchObject({
      movements: 20_000,
      new: 20_000,
      flussi: { imported: 20_000, notReported: 20_000 },
      cents: { total, notReported: total },
    });
    const { provvisori, difference } = await office.dashboard();
    expect(provvisori.notReported).toEqual({ count: 20_000, cents: total });
    expect(difference).toEqual({ count: 20_000, cents: total });
  });
});

describe('the same provvisorio told again', () => {
  it('12 with and without leading zeros is one provvisorio', async () => {
    const office = await anOffice();
    const bare = aGiornale([sospeso], { createdAt: '2026-03-13T08:00:00' }).replace('>0064422<', '>64422<');
    await office.drop({ 'a.xml': aGiornale([sospeso]) });
    const second = await office.drop({ 'b.xml': bare });
    expect(reportOf(second)).toMatchObject({ new: 0, alreadyKnown: 1, cents: { total: 0 } });
    expect(await office.provvisori()).toMatchObject([{ numero: '64422', cents: 10_000 }]);
  });

  it('14 by the giornale of a period adds only the days that were not there', async () => {
    const office = await anOffice();
    const later = aSospeso('64423', 2_500, causaleOf(iuf, 1), { date: '2026-03-13' });
    await office.drop({ 'day.xml': aGiornale([sospeso]) });
    const dropped = await office.drop({
      'period.xml': aGiornale([{ ...sospeso, date: bookedOn }, later], { version: '1.4', to: '2026-03-13' }),
    });
    expect(reportOf(dropped)).toMatchObject({
      movements: 2,
      new: 1,
      alreadyKnown: 1,
      cents: { total: 2_500 },
    });
    expect(await office.flussi()).toMatchObject([{ iuf, receivedCents: 12_500, bucket: 'notReported' }]);
  });

  it('13 by the very same file brings nothing new, and the report says so', async () => {
    const office = await anOffice();
    const xml = aGiornale([sospeso, aSospeso('2', 700, 'MUTUO')]);
    await office.drop({ 'gdc.xml': xml });
    const second = await office.drop({ 'gdc.xml': xml });
    expect(outcomes(second)).toEqual(['already-imported']);
    expect(reportOf(second)).toMatchObject({ movements: 2, new: 0, alreadyKnown: 2, cents: { total: 0 } });
  });

  it.each([
    { when: 'in two esercizi', first: {}, second: { esercizio: 2025 } },
    { when: 'in two conti of one esercizio', first: {}, second: {} },
  ])('21 number $when is two provvisori', async ({ first, second }) => {
    const office = await anOffice();
    const other = { ...sospeso, cents: 3_300, conto: '0000200' };
    await office.drop({ 'a.xml': aGiornale([sospeso], first), 'b.xml': aGiornale([other], second) });
    const cents = (await office.provvisori()).map((provvisorio) => provvisorio.cents);
    expect(cents.toSorted((a, b) => a - b)).toEqual([3_300, 10_000]);
    expect(only(await office.flussi()).receivedCents).toBe(13_300);
  });

  it('twice in one file is one provvisorio', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'gdc.xml': aGiornale([sospeso, sospeso]) });
    expect(reportOf(dropped)).toMatchObject({ movements: 2, new: 1, cents: { total: 10_000 } });
    expect(only(await office.flussi()).receivedCents).toBe(10_000);
  });

  it('number in two conti of one file is two provvisori', async () => {
    const office = await anOffice();
    const other = { ...sospeso, cents: 3_300, conto: '0000200' };
    const dropped = await office.drop({ 'gdc.xml': aGiornale([sospeso, other]) });
    expect(reportOf(dropped)).toMatchObject({ new: 2, alreadyKnown: 0, cents: { total: 13_300 } });
  });
});
