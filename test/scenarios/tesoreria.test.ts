import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Office } from '../helpers/office.ts';
import { workbook } from '../main/importers/table/workbooks.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  anIuf,
  anOffice,
  bookedOn,
  causaleOf,
  digestsOfAllOrders,
  flowBuckets,
  moneyBuckets,
  only,
  outcomes,
  reportOf,
  verdicts,
  warnings,
} from './papers.ts';

const payment = aPayment(1, 125_040);
const iuf = anIuf(1);
const reported = { 'rt.xml': aRicevuta(payment), 'fdr.xml': aFlusso(iuf, [payment]) };

const sample = (path: string) => readFileSync(new URL(`../main/importers/${path}`, import.meta.url));

/** A bank's sheet with the least that it needs. */
const sheet = workbook({
  Movimenti: [
    ['ABI', 'CAB', 'CONTO', 'DATA CONTABILE', 'DATA VALUTA', 'IMPORTO', 'SEGNO', 'DESCRIZIONE ESTESA'],
    ['99008', '12345', '1', '12/03/2026', '12/03/2026', 1250.4, '+', `:RI1:${causaleOf(iuf)}`],
  ],
});

const lists = {
  'tesoreria.csv': sample('tesoreria-csv/tesoreria.csv'),
  'completo.csv': sample('tesoreria-completo/completo.csv'),
  'poste.csv': sample('poste-estratto/senza-intestazione.csv'),
  'poste-intestata.csv': sample('poste-estratto/con-intestazione.csv'),
  'estratto.xlsx': sheet,
  'mypivot.csv': sample('mypivot-giornale/giornale.csv'),
  'piemonte.csv': sample('piemonte-provvisori/provvisori.csv'),
  'cbi.txt': sample('cbi-rh/rendicontazione.txt'),
};

/** The short list: no conto in it. */
const csv = (numero: string, euro: string, causale = causaleOf(iuf)) =>
  `ESERCIZIO;N.PROVV.;DATA ESEC.;DESCRIZIONE CAUSALE;IMPORTO PROVVISORIO\n2026;${numero};${bookedOn};${causale};${euro}\n`;

const poste = (text = causaleOf(iuf)) =>
  `COMUNE;IT56M9960199200001009999012\n12/03/2026;12/03/2026;48;BONIFICO;EUR;;1250,40;;${text}\n`;

const giornale = (numero = '41', conto = '0000001') =>
  aGiornale([aSospeso(numero, 125_040, causaleOf(iuf), { conto })]);

const money = async (office: Office) =>
  (await office.provvisori()).map(({ numero, conto, cents }) => `${numero}@${conto} ${cents}`);

describe('the lists of treasurers and banks', () => {
  it('each of them settles a flusso, and none has the report of a giornale', async () => {
    const office = await anOffice();
    await office.drop(reported);
    for (const [name, content] of Object.entries(lists)) {
      const dropped = await office.drop({ [name]: content });
      expect([name, outcomes(dropped), dropped.report]).toEqual([name, ['imported'], null]);
      expect([name, only(dropped.documents).kind]).toEqual([name, 'tesoreria']);
      expect([name, ...(await verdicts(office))]).toEqual([name, 'complete yes/yes/yes']);
      expect((await flowBuckets(office))[iuf]).toBe('reconciled');
      expect(outcomes(await office.drop({ [`di-nuovo-${name}`]: content }))).toEqual(['already-imported']);
      await office.digest();
      await office.undo(only(dropped.documents).id ?? 0);
    }
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });

  it('keep money that is not pagoPA, and what went out is no money that came', async () => {
    const office = await anOffice();
    await office.drop({ 'poste.csv': lists['poste.csv'] });
    expect(await money(office)).toEqual([
      expect.stringMatching(/^EC-\w{12}@IT56M9960199200001009999012 125040$/),
      expect.stringMatching(/^EC-\w{12}@IT56M9960199200001009999012 2500$/),
      expect.stringMatching(/^EC-\w{12}-2@IT56M9960199200001009999012 2500$/),
    ]);
    expect(Object.values(await moneyBuckets(office)).toSorted()).toEqual([
      'notPagoPa',
      'notPagoPa',
      'notReported',
    ]);
  });

  it('overlap: two statements that share a line tell it once, in either layout', async () => {
    const office = await anOffice();
    await office.drop({ 'prima.csv': lists['poste.csv'] });
    const before = await money(office);
    await office.drop({ 'seconda.csv': lists['poste-intestata.csv'] });
    expect(await money(office)).toEqual(before);
  });

  it('say on which of their rows a movement stands', async () => {
    const office = await anOffice();
    await office.drop({ 'poste.csv': lists['poste.csv'] });
    const credit = (await office.provvisori()).find(({ cents }) => cents === 125_040);
    const { esercizio = 0, numero = '', conto = '' } = credit ?? {};
    const card = await office.ask('provvisori.read', { esercizio, numero, conto });
    expect(card.movement.source).toMatchObject({ document: { name: 'poste.csv' }, row: 2 });
  });
});

describe('one provvisorio, told by a giornale with its conto and by a list without', () => {
  const papers = { 'lista.csv': csv('0041', '1250,40'), 'gdc.xml': giornale(), ...reported };

  it('is one, whatever came first', async () => {
    const { 'rt.xml': _, ...three } = papers;
    expect((await digestsOfAllOrders(three)).size).toBe(1);
    const office = await anOffice();
    await office.drop({ 'lista.csv': papers['lista.csv'] });
    expect(await money(office)).toEqual(['41@ 125040']);
    const dropped = await office.drop({ 'gdc.xml': papers['gdc.xml'], ...reported });
    expect(await money(office)).toEqual(['41@0000001 125040']);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(reportOf(dropped)).toMatchObject({ new: 0, alreadyKnown: 1 });
    expect(warnings(dropped)).not.toContain('money-told-twice');
  });

  it('is left as the list tells it when the giornale is undone', async () => {
    const office = await anOffice();
    await office.drop({ 'lista.csv': papers['lista.csv'], ...reported });
    const before = await office.digest();
    const { documents } = await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    await office.undo(only(documents).id ?? 0);
    expect(await money(office)).toEqual(['41@ 125040']);
    expect(await office.digest()).toBe(before);
  });

  it('stays apart when two conti may be meant, or the cents differ', async () => {
    const office = await anOffice();
    await office.drop({ 'uno.xml': giornale('41', '0000001'), 'due.xml': giornale('41', '0000002') });
    await office.drop({ 'lista.csv': csv('41', '1250,40'), 'altra.csv': csv('42', '7,00', 'CAUZIONE') });
    expect((await money(office)).toSorted()).toEqual([
      '41@ 125040',
      '41@0000001 125040',
      '41@0000002 125040',
      '42@ 700',
    ]);
    await office.drop({ 'tre.xml': aGiornale([aSospeso('42', 800, 'CAUZIONE', { conto: '0000001' })]) });
    expect((await money(office)).filter((one) => one.startsWith('42')).toSorted()).toEqual([
      '42@ 700',
      '42@0000001 800',
    ]);
  });

  it('is called back by a storno of the giornale, also when only the list told of the money', async () => {
    const office = await anOffice();
    const storno = aSospeso('41', 125_040, causaleOf(iuf), { conto: '0000001', operazione: 'STORNATO' });
    await office.drop({ 'lista.csv': papers['lista.csv'] });
    const dropped = await office.drop({ 'gdc.xml': aGiornale([storno]) });
    expect((await office.provvisori()).map(({ state }) => state)).toEqual(['cancelled']);
    expect(warnings(dropped)).not.toContain('storno-without-original');
    await office.digest();
  });

  it('keeps what a person decided while only the list was there, and shows it', async () => {
    const office = await anOffice();
    await office.drop({ 'lista.csv': papers['lista.csv'], ...reported });
    const provvisorio = { esercizio: 2026, numero: '41', conto: '' };
    const made = await office.ask('decisions.make', {
      decision: { kind: 'exclude', provvisorio, note: 'affitto' },
    });
    expect(await moneyBuckets(office)).toEqual({ '41': 'notPagoPa' });
    await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    expect(await moneyBuckets(office)).toEqual({ '41': 'notPagoPa' });
    const { rows } = await office.ask('decisions.list', {});
    expect(rows.map(({ state }) => state)).toEqual(['standing']);
    await office.ask('decisions.undo', { id: made.id });
    expect(await moneyBuckets(office)).toEqual({ '41': 'reconciled' });
    await office.digest();
  });

  it('is in the lists of both documents', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({
      'lista.csv': papers['lista.csv'],
      'gdc.xml': papers['gdc.xml'],
    });
    for (const { id } of documents) {
      const { rows } = await office.ask('provvisori.list', { filter: { document: id } });
      expect(rows.map(({ numero }) => numero)).toEqual(['41']);
    }
  });
});

describe('money that two sources tell under two numbers', () => {
  it.each([
    ['the statement last', ['gdc.xml', 'poste.csv']],
    ['the giornale last', ['poste.csv', 'gdc.xml']],
  ])('is not merged, but the clerk is told: %s', async (_, order) => {
    const papers: Record<string, string> = { 'gdc.xml': giornale(), 'poste.csv': poste() };
    const office = await anOffice();
    await office.drop(reported);
    const [first = '', second = ''] = order;
    expect(warnings(await office.drop({ [first]: papers[first] ?? '' }))).not.toContain('money-told-twice');
    const dropped = await office.drop({ [second]: papers[second] ?? '' });
    expect(warnings(dropped)).toContain('money-told-twice');
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'inError' });
    const made = (await office.provvisori()).find(({ numero }) => numero.startsWith('EC-'));
    const provvisorio = { esercizio: 2026, numero: made?.numero ?? '', conto: made?.conto ?? '' };
    await office.ask('decisions.make', { decision: { kind: 'exclude', provvisorio, note: 'è il 41' } });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
  });

  it('is told also of a bolletta, and of a number under another conto', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': giornale('64422', '9') });
    const dropped = await office.drop({
      'mypivot.csv': lists['mypivot.csv'],
      'completo.csv': lists['completo.csv'],
    });
    expect(dropped.documents.map((one) => warnings({ ...dropped, documents: [one] }))).toEqual([
      ['money-told-twice'],
      ['money-told-twice', 'money-told-twice'],
    ]);
  });

  it('is no news for other cents, for a day far away, and for two lines of one list', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': giornale() });
    const far = poste().replaceAll('12/03/2026', '20/03/2026');
    const twice = `${poste()}${poste().split('\n')[1]}\n`;
    expect(
      warnings(await office.drop({ 'altro.csv': poste().replace('1250,40', '1250,41'), 'lontano.csv': far })),
    ).toEqual([]);
    const other = await anOffice();
    expect(warnings(await other.drop({ 'due-volte.csv': twice }))).toEqual([]);
  });
});
