import { describe, expect, it } from 'vitest';
import { sayWarning } from '../../src/shared/wording/warnings.ts';
import { elencoXml } from '../helpers/elenco.ts';
import type { Office } from '../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  anIuf,
  anOffice,
  causaleOf,
  digestsOfAllOrders,
  flowBuckets,
  moneyBuckets,
  only,
  outcomes,
  verdicts,
} from './papers.ts';

const anElenco = (...named: Parameters<typeof elencoXml>[0]): string => elencoXml(named);

/** A page of the list of the new service. */
function aPage(iuf: string, revision: number): string {
  const entry = { fdr: iuf, pspId: 'BINVIT9X', revision, created: '2026-03-12T05:00:00Z' };
  return JSON.stringify({ metadata: { pageSize: 1, pageNumber: 1, totPage: 1 }, count: 1, data: [entry] });
}

const one = anIuf(1);
const two = anIuf(2);
const payment = aPayment(1, 10_000);
const createdAt = '2026-03-11T22:14:05';
const fdr = aFlusso(one, [payment], { createdAt });

const states = async (office: Office) =>
  (await office.ask('expected.list', {})).rows.map(({ iuf, state }) => [iuf, state]);

async function told(office: Office, papers: Parameters<Office['drop']>[0]): Promise<readonly string[]> {
  const { documents } = await office.drop(papers);
  return documents.flatMap(({ warnings }) => warnings.map(sayWarning));
}

describe('59 a list of flussi that is dropped', () => {
  it('is recorded as flussi to be had, and what is missing is told with the import', async () => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': fdr });
    const dropped = await office.drop({
      'elenco.xml': anElenco({ iuf: one }, { iuf: two }, { iuf: anIuf(3) }),
    });
    expect(only(dropped.documents)).toMatchObject({
      kind: 'elenco-flussi',
      outcome: 'imported',
      warnings: [{ code: 'flussi-missing', named: 3, count: 2, older: 0, iufs: [two, anIuf(3)] }],
    });
    const [history] = await office.history();
    expect(history?.warnings).toEqual(only(dropped.documents).warnings);
    const { rows } = await office.ask('expected.list', {});
    expect(rows).toMatchObject([
      { iuf: anIuf(3), state: 'missing', createdAt, pspCode: null, document: { name: 'elenco.xml' } },
      { iuf: two, state: 'missing' },
      { iuf: one, state: 'arrived' },
    ]);
    expect(await office.ask('expected.count', {})).toEqual({ missing: 2, 'older-version': 0, arrived: 1 });
    const missing = await office.ask('expected.list', { filter: { states: ['missing'] }, limit: 1 });
    expect(missing.rows.map(({ iuf }) => iuf)).toEqual([anIuf(3)]);
    const next = await office.ask('expected.list', { filter: { states: ['missing'] }, after: missing.next });
    expect(next).toMatchObject({ rows: [{ iuf: two }], next: null });
    // Awaiting a flusso is no money and no payment.
    expect(await flowBuckets(office)).toEqual({ [one]: 'missing' });
  });

  it.each([
    ['of nothing', anElenco(), '0 flussi attesi: l’elenco è vuoto.'],
    ['of one that is here', anElenco({ iuf: one }), '1 flusso atteso: è già nel registro.'],
    [
      'of two that are not',
      anElenco({ iuf: two }, { iuf: anIuf(3) }),
      `2 flussi attesi: nessuno nel registro, 2 mancano (${two}, ${anIuf(3)}). Scaricarli e importarli.`,
    ],
    [
      'of five, one of them here in an older version',
      anElenco(
        { iuf: one, createdAt: '2026-03-12T09:00:00' },
        ...[2, 3, 4, 5].map((n) => ({ iuf: anIuf(n) })),
      ),
      `5 flussi attesi: 1 nel registro, 4 mancano (${[2, 3, 4].map((n) => anIuf(n)).join(', ')} e un altro). Scaricarli e importarli. Di 1 flusso l’elenco annuncia una versione più recente.`,
    ],
  ])('%s says so', async (_, elenco, sentence) => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': fdr });
    expect(await told(office, { 'elenco.xml': elenco })).toEqual([sentence]);
    await office.digest();
  });

  it('of nothing is in the history, can be taken back and says nothing new the second time', async () => {
    const office = await anOffice();
    const blank = await office.digest();
    const { documents } = await office.drop({ 'vuoto.xml': anElenco() });
    await office.digest();
    expect(outcomes(await office.drop({ 'altro.xml': `<!-- x -->${anElenco()}` }))).toEqual([
      'already-imported',
    ]);
    await office.undo(only(documents).id ?? 0);
    expect(await office.digest()).toBe(blank);
  });

  it('with its flussi in the same drop misses none of them', async () => {
    const office = await anOffice();
    expect(await told(office, { 'elenco.xml': anElenco({ iuf: one }), 'fdr.xml': fdr })).toEqual([
      '1 flusso atteso: è già nel registro.',
    ]);
  });
});

describe('a flusso that a list names', () => {
  it('is the same in other letters, and arrives with its file', async () => {
    const office = await anOffice();
    await office.drop({ 'elenco.xml': anElenco({ iuf: one.toLowerCase() }) });
    expect(await states(office)).toEqual([[one.toLowerCase(), 'missing']]);
    const { documents } = await office.drop({ 'fdr.xml': fdr });
    expect(await states(office)).toEqual([[one.toLowerCase(), 'arrived']]);
    await office.undo(only(documents).id ?? 0);
    expect(await states(office)).toEqual([[one.toLowerCase(), 'missing']]);
  });

  it.each([
    ['2026-03-11T22:14:05.000+01:00', 'arrived'],
    ['2026-03-11T22:14:05.9', 'arrived'],
    ['2026-03-11T22:14:06', 'older-version'],
    ['2026-03-11T21:14:06Z', 'older-version'],
    ['2026-03-11T20:00:00', 'arrived'],
  ])('as of %s, beside a file of 22:14:05, is %s', async (moment, state) => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': fdr, 'elenco.xml': anElenco({ iuf: one, createdAt: moment }) });
    expect(await states(office)).toEqual([[one, state]]);
  });

  it('in the new service is told by its revision: `created` is a later moment than that of the flusso', async () => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': fdr, 'pagina.json': aPage(one, 1) });
    expect(await states(office)).toEqual([[one, 'arrived']]);
    await office.drop({ 'pagina2.json': aPage(one, 2) });
    const { rows } = await office.ask('expected.list', {});
    expect(rows).toMatchObject([
      { iuf: one, state: 'older-version', pspCode: 'BINVIT9X', document: { name: 'pagina2.json' } },
    ]);
    await office.drop({ 'fdr2.xml': aFlusso(one, [payment], { createdAt, revision: 2 }) });
    expect(await states(office)).toEqual([[one, 'arrived']]);
  });

  it('in two lists is awaited once, in its later version', async () => {
    const office = await anOffice();
    const later = anElenco({ iuf: one, createdAt: '2026-03-12T08:00:00' });
    await office.drop({ 'dopo.xml': later, 'prima.xml': anElenco({ iuf: one }), 'fdr.xml': fdr });
    expect((await office.ask('expected.list', {})).rows).toMatchObject([
      { state: 'older-version', createdAt: '2026-03-12T08:00:00', document: { name: 'dopo.xml' } },
    ]);
    expect(await office.ask('expected.count', {})).toEqual({ missing: 0, 'older-version': 1, arrived: 0 });
  });
});

const reading = async (office: Office) => {
  const { extraction, bucket } = only(await office.provvisori());
  return { iuf: extraction.iuf, confidence: extraction.confidence, bucket };
};

describe('a causale that only a list explains', () => {
  // The bank has lost the marker and put a blank in the code: alone it means nothing.
  const damaged = causaleOf(one, null)
    .replace('/PUR/LGPE-RIVERSAMENTO/URI/', 'BONIFICO ')
    .replace('-000', '-0 00');
  const gdc = aGiornale([aSospeso('1', 10_000, damaged)]);

  it('is certain when the list arrives, awaits its report, and goes back when the list is taken back', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': gdc });
    const before = await office.digest();
    expect((await reading(office)).iuf).not.toBe(one);
    const { documents } = await office.drop({ 'elenco.xml': anElenco({ iuf: one }) });
    expect(await reading(office)).toEqual({ iuf: one, confidence: 'certain', bucket: 'notReported' });
    expect(await flowBuckets(office)).toEqual({ [one]: 'notReported' });
    await office.digest();
    await office.undo(only(documents).id ?? 0);
    expect(await office.digest()).toBe(before);
  });

  it('is reconciled once the flusso itself is here, and stays so without the list', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({ 'elenco.xml': anElenco({ iuf: one }), 'gdc.xml': gdc });
    await office.drop({ 'fdr.xml': fdr, 'rt.xml': aRicevuta(payment) });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    await office.undo(documents[0]?.id ?? 0);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await moneyBuckets(office)).toEqual({ 1: 'reconciled' });
    await office.digest();
  });

  it('does not depend on the order of the papers', async () => {
    const papers = { 'gdc.xml': gdc, 'elenco.xml': anElenco({ iuf: one }, { iuf: two }), 'fdr.xml': fdr };
    expect((await digestsOfAllOrders(papers)).size).toBe(1);
  });

  it('may name an IUF without a day', async () => {
    const old = '10c4f341267947eca9f8f6a7a567a414';
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('1', 100, `BONIFICO ${old} /BEN`)]) });
    const before = await office.digest();
    const { documents } = await office.drop({ 'elenco.xml': anElenco({ iuf: old }) });
    expect(only(await office.provvisori()).extraction.iuf).toBe(old);
    await office.undo(only(documents).id ?? 0);
    expect(await office.digest()).toBe(before);
  });
});
