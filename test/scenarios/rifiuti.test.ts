import { describe, expect, it } from 'vitest';
import { inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { openOffice } from '../helpers/office.ts';
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
  only,
  outcomes,
  reportOf,
  threePapers,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const gdc = aGiornale([aSospeso('1', 10_000, causaleOf(iuf))]);
const fdr = aFlusso(iuf, [aPayment(1, 10_000)]);
const theirs = inventedProvincia.codiceFiscale;

const skeleton = gdc
  .replace(/<descrizione_ente>[^<]*/, '<descrizione_ente>string')
  .replace(/<identificativo_flusso_BT>[^<]*/, '<identificativo_flusso_BT>string')
  .replace(/<conto_evidenza>[^<]*/, '<conto_evidenza>string');

const refused: readonly { what: string; paper: string | Uint8Array; problem: object }[] = [
  {
    what: 'a letter',
    paper: 'Gentile collega, in allegato il giornale.',
    problem: { code: 'unknown-format' },
  },
  {
    what: 'some other XML',
    paper: '<fattura><numero>1</numero></fattura>',
    problem: { code: 'unknown-format' },
  },
  {
    what: 'an image',
    paper: Buffer.from('89504e470d0a1a0a0000', 'hex'),
    problem: { code: 'unknown-format' },
  },
  { what: 'an empty file', paper: '', problem: { code: 'empty-file' } },
  {
    what: 'a giornale cut in the middle',
    paper: gdc.slice(0, gdc.length / 2),
    problem: { code: 'incomplete-file' },
  },
  { what: 'a flusso without its last byte', paper: fdr.slice(0, -1), problem: { code: 'incomplete-file' } },
  {
    what: 'a damaged XML',
    paper: gdc.replace('</importo>', '</import>'),
    problem: { code: 'malformed-xml' },
  },
  {
    what: '20 a giornale of another ente',
    paper: aGiornale([aSospeso('2', 500, causaleOf(iuf))], { ente: inventedProvincia }),
    problem: { code: 'other-ente', found: theirs },
  },
  {
    what: '53 a flusso of another ente',
    paper: aFlusso(iuf, [aPayment(2, 500)], { enteCodiceFiscale: theirs }),
    problem: { code: 'other-ente', found: theirs },
  },
  {
    what: '9 the skeleton of a giornale',
    paper: skeleton,
    problem: { code: 'invalid-field', value: 'string' },
  },
  {
    what: '25 an XML with entities that grow',
    paper: gdc.replace('?>', '?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'),
    problem: { code: 'doctype-refused' },
  },
  {
    what: '58 a SOAP fault',
    paper:
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>' +
      '<faultcode>PPT_ID_FLUSSO_SCONOSCIUTO</faultcode></s:Fault></s:Body></s:Envelope>',
    problem: { code: 'not-importable', what: 'soap-fault' },
  },
  {
    what: 'a page of the portal',
    paper: '<html><body>Sessione scaduta</body></html>',
    problem: { what: 'web-page' },
  },
  { what: 'a printed giornale', paper: '%PDF-1.7 ...', problem: { what: 'pdf' } },
  {
    what: 'a flusso without its IUF',
    paper: fdr.replace(/<pay_i:identificativoFlusso>.*?<\/pay_i:identificativoFlusso>/, ''),
    problem: { code: 'missing-field', field: 'identificativoFlusso' },
  },
  {
    what: 'a broken archive',
    paper: aZip({ 'x.xml': gdc }).slice(0, 200),
    problem: { code: 'archive-damaged' },
  },
];

describe('a file that cannot be imported', () => {
  it.each(refused)('such as $what is refused, and the ledger does not notice', async ({ paper, problem }) => {
    const office = await anOffice();
    await office.drop(threePapers(3, 1_000));
    const before = await office.digest();
    const { documents, report } = await office.drop({ 'strano.xml': paper });
    expect(documents).toMatchObject([{ id: null, name: 'strano.xml', outcome: 'refused', problem }]);
    expect(report).toBeNull();
    expect(await office.digest()).toBe(before);
    expect(await office.history()).toHaveLength(3);
  });

  it('53 does not stop the others: the rest of the drop is imported as if alone', async () => {
    const office = await anOffice();
    const alone = await anOffice();
    const good = threePapers(1, 10_000);
    const bad = Object.fromEntries(refused.map(({ paper }, i) => [`bad-${i}.xml`, paper]));
    const dropped = await office.drop({ ...bad, ...good });
    await alone.drop(good);
    expect(outcomes(dropped)).toEqual([...refused.map(() => 'refused'), 'imported', 'imported', 'imported']);
    expect(reportOf(dropped)).toMatchObject({ movements: 1, new: 1, flussi: { imported: 1, reconciled: 1 } });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.digest()).toBe(await alone.digest());
  });

  it('inside an archive is told by its name, and the rest of the archive is imported', async () => {
    const office = await anOffice();
    const archive = aZip({ 'nota.txt': 'ciao', 'altri/fdr.xml': fdr, 'gdc.xml': gdc });
    const { documents } = await office.drop({ 'marzo.zip': archive });
    expect(documents.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['marzo.zip/nota.txt', 'refused'],
      ['marzo.zip/altri/fdr.xml', 'imported'],
      ['marzo.zip/gdc.xml', 'imported'],
    ]);
  });

  it('before the clerk has said who we are is any file', async () => {
    const office = await openOffice({ settings: null });
    const { documents } = await office.drop({ 'gdc.xml': gdc, 'rt.xml': aRicevuta(aPayment(1, 100)) });
    expect(documents.map(({ problem }) => problem?.code)).toEqual([
      'ente-not-configured',
      'ente-not-configured',
    ]);
  });
});

describe('a row that does not stand', () => {
  it('of a giornale is told by its position, and the others are imported', async () => {
    const office = await anOffice();
    const lines = [
      aSospeso('1', 100_000, 'UNO', { importo: '1000.00000000000' }),
      aSospeso('2', 0, 'DUE', { importo: '1000.005' }),
      aSospeso('3', 123_456, 'TRE', { importo: '1.234,56' }),
      aSospeso('4', 700, 'QUATTRO', { date: '2026-02-30' }),
    ];
    const document = only((await office.drop({ 'gdc.xml': aGiornale(lines) })).documents);
    expect(document.refusedRows).toEqual([
      { row: 2, code: 'invalid-amount', field: 'importo', value: '1000.005' },
      { row: 4, code: 'invalid-day', field: 'data_movimento', value: '2026-02-30' },
    ]);
    expect(document.warnings).toMatchObject([{ code: 'amount-tolerated', row: 3, value: '1.234,56' }]);
    expect(document.report).toMatchObject({ new: 2, cents: { total: 223_456 } });
    expect((await office.provvisori()).map(({ numero, cents }) => [numero, cents])).toEqual([
      ['1', 100_000],
      ['3', 123_456],
    ]);
  });

  it('of a flusso is told by its position, and the flusso does not add up any more', async () => {
    const office = await anOffice();
    const righe = [aPayment(1, 10_000), { ...aPayment(2, 500), importo: 'cinque' }];
    const document = only((await office.drop({ 'fdr.xml': aFlusso(iuf, righe) })).documents);
    expect(document).toMatchObject({
      outcome: 'imported',
      refusedRows: [{ row: 2, code: 'invalid-amount', field: 'singoloImportoPagato', value: 'cinque' }],
    });
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('1', 10_500, causaleOf(iuf))]) });
    expect(await verdicts(office)).toEqual(['flow-anomalous warning/warning/warning']);
  });

  it('is remembered with its document', async () => {
    const office = await anOffice();
    const lines = [aSospeso('1', 100, 'UNO'), aSospeso('2', 0, 'DUE', { importo: 'x' })];
    await office.drop({ 'gdc.xml': aGiornale(lines) });
    expect(only(await office.history()).refusedRows).toMatchObject([
      { row: 2, field: 'importo', value: 'x' },
    ]);
  });
});
