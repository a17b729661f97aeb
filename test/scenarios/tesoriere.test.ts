import { describe, expect, it } from 'vitest';
import { readWorkbook, type ReadWorkbook } from '../helpers/workbook-reading.ts';
import type { Input } from '../../src/shared/contract/api.ts';
import type { Office } from '../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  anIuf,
  anOffice,
  aPayment,
  aRicevuta,
  aSospeso,
  again,
  causaleOf,
  ourSettings,
} from './papers.ts';
import { found } from '../trust/figures.ts';

const debtor = { codiceFiscale: 'RSSMRA80A01H501U', name: 'Rossi Mario' };
const settings = {
  servizi: [
    { id: 'tari', nome: 'TARI', codici: ['0100'], accertamento: '2026/118', capitolo: '10120' },
    { id: 'mensa', nome: '=1+1', codici: ['0199'], capitolo: '30210' },
  ],
};

/** A mixed flusso that is settled, one that came twice as much, money of nobody, money called back. */
async function aSmallOffice(): Promise<Office> {
  const office = await anOffice('2026-03-31', { ...ourSettings, ...settings });
  const [first, second, theirs] = [aPayment(1, 12_345), aPayment(2, 5), aPayment(3, 700, '05')];
  const late = aPayment(4, 4_000);
  const storned = aSospeso('4', 2_500, 'Bonifico');
  await office.drop({
    'rt1.xml': aRicevuta(first, { debtor }),
    'rt4.xml': aRicevuta(late, { debtor: { ...debtor, name: '@SUM(A1)' } }),
    'fdr.xml': aFlusso(anIuf(1), [first, second, theirs]),
    'gdc.xml': aGiornale([
      aSospeso('1', 13_050, causaleOf(anIuf(1))),
      aSospeso('2', 999, '-2+3 Bonifico RSSMRA80A01H501U'),
      aSospeso('3', 5_000, causaleOf(anIuf(7))),
      storned,
      again(storned, 'STORNATO'),
    ]),
  });
  return office;
}

async function exported(office: Office, more: Partial<Input<'exports.make'>> = {}): Promise<ReadWorkbook> {
  const { parcel } = await office.ask('exports.make', { name: 'tesoriere', ...more });
  const file = office.core.collect(parcel);
  if (file === null) throw new Error('an export without a file');
  return readWorkbook(file.bytes);
}

/** Days as spreadsheets count them. */
const [paid, settled, booked] = [46_091, 46_092, 46_093];
const [iuf, unknown] = [anIuf(1), anIuf(7)];
const iuvs = [1, 2, 4].map((n) => aPayment(n, 0).iuv);
const theirs = aPayment(3, 0, '05').iuv;

/** Rows whose cells are written in groups. */
const rows = (grouped: readonly (readonly unknown[])[]): unknown[][] => grouped.map((row) => row.flat());

/** A figure of the summary: as the ledger has it, as the sheets have it, and that they agree. */
const twice = ({ count, cents }: { readonly count: number; readonly cents: number }): unknown[] => [
  count,
  cents / 100,
  count,
  cents / 100,
  'quadra',
];

describe('the workbook of the treasurer', () => {
  it('splits each open provvisorio by service, with the payments behind each part', async () => {
    const book = await exported(await aSmallOffice());

    expect(book.values('Da regolarizzare')).toEqual(
      rows([
        [3, null, 180.5, 0, null, null, null, 3],
        [
          ['Provvisorio', 'Data', 'Importo', 'Già regolarizzato', 'Servizio', 'Capitolo', 'Accertamento'],
          ['Pagamenti', 'Flusso', 'Che cosa fare', 'IUV', 'Pagato il', 'Del pagamento', 'Debitore'],
          'Codice fiscale',
        ],
        ['1/2026', booked, 123.5, null, 'TARI', '10120', '2026/118', 2, iuf],
        [
          ['1/2026', booked, null, null, 'TARI', '10120', '2026/118', null, iuf, null],
          [iuvs[0], paid, 123.45, 'R••• M•••', 'RSS•••••••••••1U'],
        ],
        ['1/2026', booked, null, null, 'TARI', '10120', '2026/118', null, iuf, null, iuvs[1], paid, 0.05],
        [
          ['1/2026', booked, 7, null, '(di Altro Partner)', null, null, 1, iuf],
          'È di un altro Partner Tecnologico: lo regolarizza chi segue il suo programma.',
        ],
        ['1/2026', booked, null, null, '(di Altro Partner)', null, null, null, iuf, null, theirs, paid, 7],
        [
          ['3/2026', booked, 50, null, '(da chiarire)', null, null, null, unknown],
          'Il flusso non è stato importato: scaricarlo dal Partner Tecnologico.',
        ],
      ]),
    );
    expect(book.part('/xl/worksheets/sheet2.xml').match(/<row r="\d+"[^>]*hidden="1"/g)).toHaveLength(3);
    expect(book.part('/xl/worksheets/sheet2.xml').match(/<row r="(3|6)"[^>]*collapsed="1"/g)).toHaveLength(2);
  });

  it('tells every payment with its dots as numbers, every provvisorio and every flusso', async () => {
    const book = await exported(await aSmallOffice());

    expect(book.values('Pagamenti').map((row) => row.slice(0, 13))).toEqual(
      rows([
        [4, null, 170.5],
        [
          ['IUV', 'Pagato il', 'Importo', 'Servizio', 'Capitolo', 'Accertamento', 'Debitore'],
          ['Codice fiscale', 'Pagato', 'Rendicontato', 'Riconciliato', 'Stato', 'Provvisori'],
        ],
        [
          [iuvs[0], paid, 123.45, 'TARI', '10120', '2026/118', 'R••• M•••', 'RSS•••••••••••1U'],
          [4, 4, 4, 'Completo', '1/2026'],
        ],
        [
          [iuvs[1], paid, 0.05, 'TARI', '10120', '2026/118', null, null],
          [2, 4, 4, 'Ricevuta non importata', '1/2026'],
        ],
        [
          [iuvs[2], paid, 40, 'TARI', '10120', '2026/118', '@•••', 'RSS•••••••••••1U'],
          [4, 1, 1, 'Non rendicontato', null],
        ],
        [theirs, paid, 7, null, null, null, null, null, 0, 0, 0, 'Di un altro Partner Tecnologico', '1/2026'],
      ]),
    );
    expect(book.values('Provvisori').map((row) => row.slice(0, 6))).toEqual(
      rows([
        [4, null, 215.49],
        ['Provvisorio', 'Data', 'Importo', 'Stato', 'Regolarizzazione', 'Flusso'],
        ['1/2026', booked, 130.5, 'riconciliato', 'da regolarizzare', iuf],
        ['2/2026', booked, 9.99, 'non pagoPA', 'da regolarizzare', null],
        ['3/2026', booked, 50, 'senza rendicontazione', 'da regolarizzare', unknown],
        ['4/2026', booked, 25, 'stornato', 'stornato', null],
      ]),
    );
    expect(book.values('Flussi').map((row) => row.slice(0, 8))).toEqual(
      rows([
        [2, null, 3, 180.5, 180.5, 0],
        [
          ['Flusso (IUF)', 'Data', 'Righe', 'Importo', 'Ricevuto', 'Ancora da ricevere', 'Stato'],
          'Provvisori',
        ],
        [iuf, settled, 3, 130.5, 130.5, 0, 'riconciliato', '1/2026'],
        [unknown, settled, null, 50, 50, 0, 'riconciliato ma non rendicontato', '3/2026'],
      ]),
    );
  });

  it('tells what must be looked at, what was called back, and what pagoPA did not bring', async () => {
    const book = await exported(await aSmallOffice());

    expect(book.values('Differenze').map((row) => row.slice(0, 7))).toEqual(
      rows([
        [3, 90.05],
        ['Motivo', 'Importo', 'Data', 'Che cos’è', 'IUV o provvisorio', 'Servizio', 'Flusso'],
        ['Ricevuta non importata', 0.05, paid, 'pagamento', iuvs[1], 'TARI', iuf],
        ['Non rendicontato', 40, paid, 'pagamento', iuvs[2], 'TARI', null],
        ['Provvisorio senza rendicontazione', 50, booked, 'provvisorio', '3/2026', null, unknown],
      ]),
    );
    expect(book.values('Storni e doppi').slice(2)).toEqual(
      rows([
        [
          'Storno',
          '4/2026',
          booked,
          25,
          25,
          null,
          null,
          'La banca ha ripreso tutto il provvisorio: non va regolarizzato.',
        ],
      ]),
    );
    expect(book.values('Non pagoPA').slice(2)).toEqual(
      rows([
        [
          ['2/2026', booked, 9.99, 'da regolarizzare', 'Banca Invenzione', '-2+3 Bonifico RSS•••••••••••1U'],
          ['Nulla. Se invece è pagoPA, abbinarlo al suo flusso.', '0000100'],
        ],
      ]),
    );
  });

  it('R43 sums up to the ledger, and shows the same reckoned from the sheets', async () => {
    const office = await aSmallOffice();
    const book = await exported(office);
    const { payments, difference, byStatus } = await office.dashboard();

    const lines = book.values('Riepilogo');
    const figures = new Map(lines.filter((row) => row.length === 8).map((row) => [row[0], row.slice(3)]));
    expect(lines[5]).toEqual(['Tutto riconciliato a meno di 3 voci per 90,05 €'.replace(' €', '\u00a0€')]);
    expect(figures.get('Pagamenti')).toEqual(twice(payments));
    expect(figures.get('Differenze')).toEqual(twice(difference));
    expect(figures.get('Completo')).toEqual(twice(byStatus.complete));
    expect(figures.get('TARI')).toEqual([1, 123.5, 1, 123.5, 'quadra']);
    expect(figures.get('(di Altro Partner)')).toEqual([1, 7, 1, 7, 'quadra']);
    expect(book.cell('Pagamenti', 'C1').formula).toBe('SUBTOTAL(109,C3:C6)');
    expect(book.cell('Pagamenti', 'A1').formula).toBe('SUBTOTAL(103,A3:A6)');
    expect(book.cell('Riepilogo', 'G14').formula).toBe("ROUND(SUM('Pagamenti'!$C$3:$C$6),2)");
    found('R43', 'riletto da SheetJS: gli stessi totali al centesimo');
  });

  it('R43 keeps codes as text, money and days as numbers with their formats, and runs nothing', async () => {
    const office = await aSmallOffice();
    const book = await exported(office, { clear: true });

    expect(book.cell('Pagamenti', 'A3')).toMatchObject({ isText: true, format: '@', value: iuvs[0] });
    expect(book.cell('Pagamenti', 'C3').format).toBe('#,##0.00 €');
    expect(book.cell('Pagamenti', 'B3').format).toBe('dd/mm/yyyy');
    expect(book.cell('Pagamenti', 'I3').format).toBe('[=4]"● sì";General');
    expect(book.cell('Pagamenti', 'J5').format).toBe('[=1]"✖ problema";General');
    expect(book.cell('Pagamenti', 'H3').value).toBe(debtor.codiceFiscale);
    expect(book.cell('Pagamenti', 'G5')).toMatchObject({
      isText: true,
      value: '@SUM(A1)',
      formula: undefined,
    });
    expect(book.cell('Provvisori', 'H4')).toMatchObject({
      isText: true,
      value: '-2+3 Bonifico RSSMRA80A01H501U',
      formula: undefined,
    });
    // Below the totals nothing is reckoned.
    for (let sheet = 2; sheet <= 8; sheet++) {
      const xml = book.part(`/xl/worksheets/sheet${sheet}.xml`);
      expect(xml.slice(xml.indexOf('<row r="2"'))).not.toContain('<f>');
    }
    found('R43', 'IUV e codici restano testo, con i loro zeri');
  });

  it('stays in sight, filters, and prints with whose it is', async () => {
    const book = await exported(await aSmallOffice());

    const xml = book.part('/xl/worksheets/sheet5.xml');
    expect(xml).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A2:S6"/>');
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain('Comune di Montefiorino di Sotto');
    expect(xml).toContain('Pagina &amp;P di &amp;N');
    expect(book.part('/xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="4">'Pagamenti'!$2:$2</definedName>`,
    );
    expect(book.book.Props).toMatchObject({
      Title: 'Riconciliazione pagoPA al 31/03/2026',
      Author: 'Comune di Montefiorino di Sotto',
      CreatedDate: new Date('2026-03-31T10:00:00Z'),
    });
  });

  it('can be of some days, or of one service', async () => {
    const office = await aSmallOffice();

    const before = await exported(office, { to: '2026-03-11' });
    expect(before.values('Provvisori')).toHaveLength(2);
    expect(before.values('Pagamenti')).toHaveLength(6);
    expect(before.values('Riepilogo')[3]).toEqual(['Periodo: fino al 11/03/2026. Servizio: tutti.']);

    const tari = await exported(office, { service: 'tari' });
    expect(tari.values('Da regolarizzare')[0]).toEqual([1, null, 123.5, 0, null, null, null, 2]);
    expect(tari.values('Riepilogo')[3]).toEqual(['Periodo: tutto. Servizio: TARI.']);
    expect(tari.values('Pagamenti')).toHaveLength(5);

    const none = await office.core.call('exports.make', { name: 'tesoriere', service: 'mensa' });
    expect(none).toMatchObject({ ok: false, problem: { code: 'nothing-to-export' } });
  });

  it('is always whole: no other program is told only what changed in it', async () => {
    const office = await aSmallOffice();
    const asked = await office.core.call('exports.make', { name: 'tesoriere', consumer: 'ragioneria' });
    expect(asked.ok).toBe(false);
    const csv = await office.core.call('exports.make', { name: 'tesoriere', format: 'csv' });
    expect(csv.ok).toBe(false);
  });
});
