import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/shared/contract/api.ts';
import { giornalePages } from '../../src/main/demo/write-giornale.ts';
import { inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { openOffice, type Office, type Paper } from '../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  aZip,
  again,
  anIuf,
  anOffice,
  bookedOn,
  causaleOf,
  only,
  paidOn,
  settledOn,
  threePapers,
} from './papers.ts';

type Preview = Output<'documents.preview'>;

function preview(office: Office, papers: Readonly<Record<string, Paper>>): Promise<Preview> {
  return office.ask('documents.preview', { parcels: office.handOver(papers) });
}

function shown({ shown: documents }: Preview, name: string): Preview['shown'][number] {
  return only(documents.filter((document) => document.name === name));
}

const sospeso = aSospeso('1', 10_000, causaleOf(anIuf(1)));
const giornale = aGiornale([
  sospeso,
  aSospeso('2', 2_500, 'MUTUO'),
  aSospeso('3', 700, 'F24', { documento: 'SOSPESO USCITA' }),
  again(sospeso, 'STORNATO'),
]);

describe('before an import the clerk sees', () => {
  it('what each paper is: its period, its rows and their amount', async () => {
    const office = await anOffice();
    const [first, second] = [aPayment(1, 10_000), aPayment(2, 2_000)];
    const seen = await preview(office, {
      'gdc.xml': giornale,
      'fdr.xml': aFlusso(anIuf(1), [first, second]),
      'rt.xml': aRicevuta(first),
    });
    const news = { outcome: 'new', problem: null, knownRows: 0, refusedRows: 0 };
    expect(shown(seen, 'gdc.xml')).toMatchObject({
      ...news,
      kind: 'giornale-opi',
      to: bookedOn,
      rows: { count: 2, cents: 12_500 },
    });
    expect(shown(seen, 'fdr.xml')).toMatchObject({
      ...news,
      kind: 'flusso',
      from: settledOn,
      to: settledOn,
      rows: { count: 2, cents: 12_000 },
    });
    expect(shown(seen, 'rt.xml')).toMatchObject({
      ...news,
      kind: 'ricevuta',
      from: paidOn,
      to: paidOn,
      rows: { count: 1, cents: 10_000 },
    });
    expect(seen.documents).toEqual({ new: 3, known: 0, refused: 0 });
    expect(seen.kinds.map(({ kind, rows }) => [kind, rows.count, rows.cents])).toEqual([
      ['giornale-opi', 2, 12_500],
      ['flusso', 2, 12_000],
      ['ricevuta', 1, 10_000],
    ]);
  });

  it('what is wrong with a paper, first of all', async () => {
    const office = await anOffice();
    const row = aPayment(1, 10_000);
    const broken = aFlusso(anIuf(1), [row, { ...aPayment(2, 500), importo: 'cinque' }]);
    const seen = await preview(office, {
      'rt.xml': aRicevuta(row),
      'fdr.xml': broken,
      'lettera.txt': 'Gentile collega',
      'altro.xml': aGiornale([sospeso], { ente: inventedProvincia }),
      'vuoto.xml': '',
    });
    expect(seen.shown.map(({ name }) => name)).toEqual([
      'lettera.txt',
      'altro.xml',
      'vuoto.xml',
      'fdr.xml',
      'rt.xml',
    ]);
    expect(seen.shown.slice(0, 3).map(({ problem }) => problem?.code)).toEqual([
      'unknown-format',
      'other-ente',
      'empty-file',
    ]);
    expect(shown(seen, 'altro.xml')).toMatchObject({ kind: 'giornale-opi', rows: { count: 0, cents: 0 } });
    expect(shown(seen, 'fdr.xml')).toMatchObject({ refusedRows: 1, rows: { count: 1 } });
    expect(shown(seen, 'fdr.xml').warnings.map(({ code }) => code)).toEqual(['flow-anomalous']);
    expect(seen.documents).toEqual({ new: 2, known: 0, refused: 3 });
  });

  it('which sospesi, righe and receipts another document told already', async () => {
    const office = await anOffice();
    const row = aPayment(1, 10_000);
    await office.drop({ ...threePapers(1, 10_000) });
    const seen = await preview(office, {
      'gdc.xml': aGiornale([sospeso, aSospeso('2', 300, 'MUTUO')], { to: '2026-03-13' }),
      'fdr.xml': aFlusso(anIuf(1), [row, aPayment(2, 500)], { revision: 2 }),
      'rt.xml': aRicevuta(row, { description: 'La stessa, raccontata di nuovo' }),
    });
    expect(
      seen.shown.map(({ name, outcome, rows, knownRows }) => [name, outcome, rows.count, knownRows]),
    ).toEqual(
      expect.arrayContaining([
        ['gdc.xml', 'new', 2, 1],
        ['fdr.xml', 'new', 2, 1],
        ['rt.xml', 'new', 1, 1],
      ]),
    );
  });

  it('that a paper is in the ledger already, or twice in the same drop', async () => {
    const office = await anOffice();
    const papers = threePapers(1, 10_000);
    await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    const { 'fdr.xml': fdr, 'gdc.xml': gdc } = papers;
    const seen = await preview(office, {
      'a.xml': gdc,
      'b.xml': fdr,
      'c.xml': fdr,
      'd.zip': aZip({ 'e.xml': fdr }),
    });
    expect(shown(seen, 'a.xml')).toMatchObject({
      outcome: 'already-imported',
      rows: { count: 1 },
      knownRows: 1,
    });
    expect(shown(seen, 'b.xml')).toMatchObject({ outcome: 'new', knownRows: 0 });
    expect(shown(seen, 'c.xml')).toMatchObject({ outcome: 'already-imported', knownRows: 1 });
    expect(shown(seen, 'd.zip/e.xml')).toMatchObject({ outcome: 'already-imported' });
    expect(seen.documents).toEqual({ new: 1, known: 3, refused: 0 });
  });

  it('the pages of one giornale as one document', async () => {
    const office = await anOffice();
    const movimenti = Array.from({ length: 6 }, (_, i) => aSospeso(String(i + 1), 100, 'F24'));
    const pages = giornalePages({ to: bookedOn, movimenti }, 3);
    const zipped = aZip(Object.fromEntries(pages.map((page, i) => [`${i}.xml`, page])));
    const seen = await preview(office, { 'gdc.zip': zipped });
    expect(only(seen.shown)).toMatchObject({ name: 'gdc.zip/0.xml', rows: { count: 6, cents: 600 } });
  });

  it('what the papers are, also while nobody has said who we are', async () => {
    const office = await openOffice({ settings: null });
    const seen = await preview(office, { ...threePapers(1, 10_000) });
    for (const document of seen.shown)
      expect(document).toMatchObject({
        outcome: 'refused',
        problem: { code: 'ente-not-configured' },
        rows: { count: 1, cents: 10_000 },
        to: expect.stringMatching(/^2026-03-1\d$/) as string,
      });
    expect(seen.documents).toEqual({ new: 0, known: 0, refused: 3 });
    expect(seen.kinds.map(({ kind }) => kind)).toEqual(['giornale-opi', 'flusso', 'ricevuta']);
  });
});

describe('a preview', () => {
  it('changes nothing, and the same files can be imported after it', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': threePapers(1, 10_000)['gdc.xml'] });
    const digest = await office.digest();
    const parcels = office.handOver({ ...threePapers(1, 10_000), 'altra.xml': aRicevuta(aPayment(2, 500)) });
    const seen = await office.ask('documents.preview', { parcels });
    expect(await office.digest()).toBe(digest);
    expect(await office.history()).toHaveLength(1);
    expect(await office.ask('documents.preview', { parcels })).toEqual(seen);
    await office.ask('documents.import', { parcels });
    expect(await office.history()).toHaveLength(4);
  });

  it('shows five hundred documents and counts them all', async () => {
    const office = await anOffice();
    const receipts = Array.from({ length: 510 }, (_, n) => [`${n}.xml`, aRicevuta(aPayment(n, 100))]);
    const seen = await preview(office, { 'rt.zip': aZip(Object.fromEntries(receipts)), 'no.txt': 'no' });
    expect(seen.shown).toHaveLength(500);
    expect(seen.shown[0]?.name).toBe('no.txt');
    expect(seen.documents).toEqual({ new: 510, known: 0, refused: 1 });
    expect(only(seen.kinds)).toMatchObject({ rows: { count: 510, cents: 51_000 } });
  });

  it('that is stopped leaves everything as it was', async () => {
    const office = await anOffice();
    const parcels = office.handOver({ ...threePapers(1, 10_000) });
    const digest = await office.digest();
    const stop = new AbortController();
    const seen = office.core.call(
      'documents.preview',
      { parcels },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    stop.abort();
    expect(await seen).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(await office.digest()).toBe(digest);
    expect((await office.ask('documents.preview', { parcels })).documents.new).toBe(3);
  });

  it('of a file that nobody handed over is refused', async () => {
    const office = await anOffice();
    const parcels = [...office.handOver({ ...threePapers(1, 10_000) }), 'mai-consegnato'];
    expect(await office.core.call('documents.preview', { parcels })).toEqual({
      ok: false,
      problem: { code: 'no-such-parcel', parcel: 'mai-consegnato' },
    });
  });
});
