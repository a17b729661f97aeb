import { describe, expect, it } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import type { Input } from '../../src/shared/contract/api.ts';
import { reportBuckets } from '../../src/shared/domain/bucket.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import type { OpiReport } from '../../src/shared/domain/opi-report.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { flussi, iufs, movimenti } from './every-bucket.ts';
import {
  aFlusso,
  again,
  aGiornale,
  anIuf,
  anOffice,
  aPayment,
  aRicevuta,
  aSospeso,
  causaleOf,
  only,
  threePapers,
} from './papers.ts';

type PaymentFilter = Input<'payments.list'>['filter'];
type ProvvisorioFilter = Input<'provvisori.list'>['filter'];

async function iuvs(office: Office, filter: PaymentFilter): Promise<string[]> {
  return (await office.ask('payments.list', { filter })).rows.map(({ iuv }) => iuv);
}

async function numeri(office: Office, filter: ProvvisorioFilter): Promise<string[]> {
  return (await office.ask('provvisori.list', { filter, sort: { by: 'numero' } })).rows.map(
    ({ numero }) => numero,
  );
}

describe('looking for a payment', () => {
  const [first, second] = [aPayment(1, 2_200), aPayment(2, 150_050)];
  const papers = {
    'rt-1.xml': aRicevuta(first, {
      debtor: { codiceFiscale: 'RSSNCL80A01H501U', name: 'Nicolò Rossi' },
      description: 'TARI 2026, rata unica',
    }),
    'rt-2.xml': aRicevuta(second, { debtor: { codiceFiscale: 'BNCLRA85B41F205X', name: 'LAURA BIANCHI' } }),
    'fdr.xml': aFlusso(anIuf(1), [first, second]),
  };

  it.each([
    ['a part of the IUV', first.iuv.slice(-5)],
    ['the numero avviso', `3${first.iuv}`],
    ['the name in small letters', 'nicolò rossi'],
    ['the name in capitals, accent included', 'NICOLÒ'],
    ['the codice fiscale', 'rssncl80a01'],
    ['what was paid', 'rata unica'],
    ['the amount', '22,00'],
    ['the amount with its sign', '€ 22,00'],
  ])('finds it by %s, and nothing else', async (_by, search) => {
    const office = await anOffice();
    await office.drop(papers);
    expect(await iuvs(office, { search })).toEqual([first.iuv]);
    expect(await office.ask('payments.count', { filter: { search } })).toEqual({ count: 1, cents: 2_200 });
  });

  it('finds by IUF all that the flusso lists, and by an amount with thousands', async () => {
    const office = await anOffice();
    await office.drop(papers);
    expect(await iuvs(office, { search: anIuf(1).toLowerCase() })).toEqual([first.iuv, second.iuv]);
    expect(await iuvs(office, { iuf: anIuf(1).toLowerCase() })).toEqual([first.iuv, second.iuv]);
    expect(await iuvs(office, { search: '1.500,50' })).toEqual([second.iuv]);
  });

  it('takes a percent sign and an underscore for what they are, and blanks for nothing', async () => {
    const office = await anOffice();
    await office.drop(papers);
    expect(await iuvs(office, { search: '%' })).toEqual([]);
    expect(await iuvs(office, { search: '_' })).toEqual([]);
    expect(await iuvs(office, { search: '  ' })).toHaveLength(2);
  });

  it('filters by service, and by having none', async () => {
    const office = await anOffice();
    await office.drop({ ...papers, 'altro.xml': aFlusso(anIuf(2), [aPayment(3, 500, '05')]) });
    expect(await iuvs(office, { services: ['tari'] })).toHaveLength(2);
    expect(await iuvs(office, { services: [''] })).toEqual([aPayment(3, 500, '05').iuv]);
    expect(await iuvs(office, { partners: ['Altro Partner'] })).toEqual([aPayment(3, 500, '05').iuv]);
    expect(await iuvs(office, { partners: [''] })).toHaveLength(2);
  });

  it('finds what one document tells, a flusso as well as a receipt', async () => {
    const office = await anOffice();
    const { documents } = await office.drop(papers);
    const idOf = (name: string): number | null => documents.find((one) => one.name === name)?.id ?? null;
    expect(await iuvs(office, { document: idOf('rt-2.xml') })).toEqual([second.iuv]);
    expect(await iuvs(office, { document: idOf('fdr.xml') })).toHaveLength(2);
    expect(only((await office.ask('flussi.list', { filter: { document: idOf('fdr.xml') } })).rows).iuf).toBe(
      anIuf(1),
    );
  });

  it('finds the payments whose money a provvisorio brings', async () => {
    const office = await anOffice();
    const single = aPayment(8, 900);
    await office.drop({
      ...threePapers(7, 4_000),
      'rt-8.xml': aRicevuta(single),
      'gdc-8.xml': aGiornale([aSospeso('8', 900, `/RFB/${single.iuv}/9.00`)], { to: '2026-03-13' }),
    });
    const [seventh, eighth] = await office.provvisori();
    if (!seventh || !eighth) throw new Error('two provvisori');
    const keyOf = ({ esercizio, numero, conto }: typeof seventh) => ({ esercizio, numero, conto });
    expect(await iuvs(office, { provvisorio: keyOf(seventh) })).toEqual([aPayment(7, 4_000).iuv]);
    expect(await iuvs(office, { provvisorio: keyOf(eighth) })).toEqual([single.iuv]);
  });
});

describe('looking for a flusso and for its money', () => {
  it('finds a flusso by its PSP, its regolamento, its amount', async () => {
    const office = await anOffice();
    await office.drop({
      'a.xml': aFlusso(anIuf(1), [aPayment(1, 10_000)], { regolamento: 'TRN-ABC-1' }),
      'b.xml': aFlusso(anIuf(2), [aPayment(2, 7_000)]),
    });
    const found = async (search: string): Promise<string[]> =>
      (await office.ask('flussi.list', { filter: { search } })).rows.map(({ iuf }) => iuf);
    expect(await found('trn-abc')).toEqual([anIuf(1)]);
    expect(await found('70,00')).toEqual([anIuf(2)]);
    const [{ psp } = { psp: null }] = await office.flussi();
    expect(await found(psp?.code ?? 'none')).toHaveLength(2);
  });

  it('finds a provvisorio by its number with the year, its causale, its amount', async () => {
    const office = await anOffice();
    await office.drop({ ...flussi, 'gdc.xml': aGiornale(movimenti) });
    expect(await numeri(office, { search: '21/2026' })).toEqual(['21']);
    expect(await numeri(office, { search: 'mutuo' })).toEqual(['9']);
    expect(await numeri(office, { search: '100,01' })).toEqual(['5']);
    expect(await numeri(office, { iuf: iufs.partial })).toEqual(['2', '21']);
  });

  it('shows first what must be cleared up, then the newest', async () => {
    const office = await anOffice();
    await office.drop({ ...flussi, 'gdc.xml': aGiornale(movimenti) });
    const { rows } = await office.ask('provvisori.list', { sort: { by: 'attention' } });
    const buckets = rows.map(({ bucket, suspect }) => (suspect ? 'suspect' : bucket));
    const open = new Set(['inError', 'notReported', 'partial']);
    expect(buckets.slice(0, 6).every((bucket) => open.has(bucket))).toBe(true);
    expect(buckets[6]).toBe('suspect');
    expect(buckets.slice(7).filter((bucket) => open.has(bucket))).toEqual([]);
  });

  it('begins again from the first row when a cursor says nothing, or is of another order', async () => {
    const office = await anOffice();
    await office.drop({ ...flussi, 'gdc.xml': aGiornale(movimenti) });
    const sort = { by: 'cents' } as const;
    const whole = await office.ask('payments.list', { sort });
    const byDay = await office.ask('payments.list', { sort: { by: 'paidOn' }, limit: 2 });
    const backwards = await office.ask('payments.list', {
      sort: { by: 'cents', descending: true },
      limit: 2,
    });
    for (const after of ['', 'x', '[]', '{"a":1}', '["+cents","1","2","3",4]', byDay.next, backwards.next])
      expect((await office.ask('payments.list', { sort, after })).rows).toEqual(whole.rows);
  });
});

describe('what belongs to the difference', () => {
  it('is, in payments and provvisori together, the difference of the dashboard', async () => {
    for (const office of [await everyBucket(), await invented()]) {
      const filter = { attention: true };
      const payments = await office.ask('payments.count', { filter });
      const provvisori = await office.ask('provvisori.count', { filter });
      const { difference } = await office.dashboard();
      expect(difference.count).toBeGreaterThan(4);
      expect(payments.count + provvisori.count).toBe(difference.count);
      expect(payments.cents + provvisori.cents).toBe(difference.cents);
    }
  });

  it('leaves out money that a payment of the difference names already', async () => {
    const office = await everyBucket();
    expect(await numeri(office, { attention: true })).toEqual(['3', '8']);
  });
});

describe('the rows behind the counts of a report', () => {
  it('are as many flussi as each count says, of every giornale', async () => {
    for (const office of [await everyBucket(), await invented()]) {
      const giornali = (await office.history()).filter(({ kind }) => kind === 'giornale-opi');
      expect(giornali.length).toBeGreaterThan(0);
      for (const { id, reportToday } of giornali) await expectRowsBehind(office, id, reportToday);
    }
  });

  it('stay open when the bank calls the money back later', async () => {
    const office = await anOffice();
    const called = aSospeso('3', 4_000, causaleOf(iufs.notReported));
    const { documents } = await office.drop({ 'gdc.xml': aGiornale([called]) });
    await office.drop({ 'dopo.xml': aGiornale([again(called, 'STORNATO')], { to: '2026-03-13' }) });
    const { id } = only(documents);
    const report = (await office.ask('documents.read', { id: id ?? 0 })).reportToday;
    expect(report).toMatchObject({ flussi: { notReported: 1 } });
    await expectRowsBehind(office, id ?? 0, report);
    const { rows } = await office.ask('provvisori.list', {
      filter: { document: id, universe: true, buckets: ['notReported'] },
    });
    expect(rows.map(({ bucket }) => bucket)).toEqual(['cancelled']);
  });

  it('are of the giornale that told them first', async () => {
    const office = await anOffice();
    const [one, two] = [aSospeso('1', 1_000, 'MUTUO 1'), aSospeso('2', 2_000, 'MUTUO 2')];
    const first = await office.drop({ 'a.xml': aGiornale([one]) });
    const second = await office.drop({ 'b.xml': aGiornale([one, two], { to: '2026-03-13' }) });
    const of = (drop: typeof first): number => only(drop.documents).id ?? 0;
    expect(await numeri(office, { document: of(first), universe: true })).toEqual(['1']);
    expect(await numeri(office, { document: of(second), universe: true })).toEqual(['2']);
    expect(await numeri(office, { document: of(second) })).toEqual(['1', '2']);
  });
});

async function everyBucket(): Promise<Office> {
  const office = await anOffice();
  await office.drop({
    ...flussi,
    'rt.xml': aRicevuta(aPayment(1, 10_000)),
    'gdc.xml': aGiornale(movimenti),
  });
  return office;
}

async function invented(): Promise<Office> {
  const comune = demoComune('2026-03-31' as Day);
  const office = await openOffice({ settings: comune.settings });
  await office.drop(Object.fromEntries(comune.files.map(({ path, bytes }) => [path, bytes])));
  return office;
}

async function expectRowsBehind(office: Office, document: number, report: OpiReport | null): Promise<void> {
  if (report === null) throw new Error('no report');
  const counted = (filter: ProvvisorioFilter) =>
    office.ask('provvisori.count', { filter: { ...filter, document, universe: true } });
  for (const bucket of reportBuckets)
    expect({ bucket, ...(await counted({ buckets: [bucket] })) }).toMatchObject({
      bucket,
      flussi: report.flussi[bucket],
    });
  expect(await counted({})).toMatchObject({ count: report.new, flussi: report.flussi.imported });
  expect(await counted({ buckets: ['notPagoPa'] })).toMatchObject({
    count: report.notPagoPa.count,
    flussi: 0,
  });
}
