import { expect, it } from 'vitest';
import { workbook, type CellValue } from '../../main/importers/table/workbooks.ts';
import { tellAll } from '../../main/importers/reading.ts';
import { zip } from '../../main/importers/zip.ts';
import { found } from '../figures.ts';
import { tryAll, type Case } from './trial.ts';

const header = ['IUD', 'codIuv', 'dataEsecuzionePagamento', 'importoDovutoPagato', 'causaleVersamento'];
const row = ['GEST@P-1', '01000000000000158', '2026-03-10', '100.00', 'TARI'];
const csv = (...rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => cells.join(';')).join('\r\n');
const good = csv(header, row);
const book = (...rows: readonly (readonly CellValue[])[]): Buffer => workbook({ Foglio1: rows });
const list = (
  id: string,
  what: string,
  paper: string | Uint8Array,
  says: RegExp | null,
  like?: string,
): Case => ({
  id,
  what,
  name: 'ostile.csv',
  paper,
  says,
  ...(like === undefined ? {} : { like }),
});
const sheet = (
  id: string,
  what: string,
  paper: Uint8Array,
  says: RegExp | null,
  name = 'ostile.xlsx',
  like = says === null ? good : undefined,
): Case => ({
  id,
  what,
  name,
  paper,
  says,
  ...(like === undefined ? {} : { like }),
});

/** A workbook whose only sheet is this XML, written by hand; `more` are further parts. */
function raw(sheetXml: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="F" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${rel}">${sheetXml}</worksheet>`,
    ...more,
  };
  return zip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

const xmlCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const xmlRows = [header, row].map((cells) => `<row>${cells.map(xmlCell).join('')}</row>`).join('');
const sheetXml = `<sheetData>${xmlRows}</sheetData>`;
const comment = raw(`${sheetXml}<legacyDrawing r:id="r9"/>`, {
  'xl/worksheets/_rels/sheet1.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
  'xl/comments1.xml':
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>x</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>polluted</t></text></comment></commentList></comments>',
});
const strange = ['__proto__', 'constructor', 'toString', '', 'hasOwnProperty'];
const formula = (f: string, v: string): CellValue => ({ t: 's', v, f });

const books: readonly Case[] = [
  sheet('H28', 'a comment on __proto__', comment, null),
  sheet(
    'H29',
    'titles that are names of ours',
    book([...header, ...strange], [...row, 'a', 'b', 'c', 'd', 'e']),
    null,
  ),
  sheet(
    'H29',
    'a title that stands twice',
    book([...header, 'codIuv'], [...row, '02000000000000158']),
    /c'è due volte/,
  ),
  list(
    'H29',
    'the same in a text',
    csv([...header, ...strange], [...row, 'a', 'b', 'c', 'd', 'e']),
    null,
    good,
  ),
  sheet('H30', 'a size that is not there', raw(`<dimension ref="A1:XFD1048576"/>${sheetXml}`), null),
  sheet(
    'H30',
    'a sheet of 400 MB',
    raw(`<sheetData>${'<row/>'.repeat(66_000_000)}</sheetData>`),
    /troppo grande|Archivio sospetto|oltre/,
  ),
  sheet('H31', 'xls of 97', workbook({ F: [header, row] }, 'biff8'), null, 'ostile.xls'),
  sheet('H31', 'xlsb', workbook({ F: [header, row] }, 'xlsb'), null, 'ostile.xlsb'),
  sheet('H31', 'ods', workbook({ F: [header, row] }, 'ods'), null, 'ostile.ods'),
  sheet('H31', 'xlsm', workbook({ F: [header, row] }, 'xlsm'), null, 'ostile.xlsm'),
  sheet(
    'H31',
    'with a password',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1_000),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(600),
    ]),
    /password|danneggiato/,
  ),
  sheet(
    'H32',
    'formulas and links',
    book(header, [...row.slice(0, 4), formula('WEBSERVICE("http://127.0.0.1:9/")', 'TARI')]),
    null,
  ),
  sheet(
    'H33',
    'a rounded IUV',
    book(header, ['GEST@P-1', 17_000_000_000_001_200, '2026-03-10', '100.00', 'TARI']),
    /rovinata da un foglio di calcolo.*testo/,
  ),
  list(
    'H33',
    'an IUV with an exponent',
    csv(header, ['GEST@P-1', '1,70000000000012E+16', '2026-03-10', '100.00', 'TARI']),
    /rovinata da un foglio di calcolo/,
  ),
];

it('H28, H29, H30, H31, H32, H33 a workbook that wants no good', async () => {
  const figures = await tryAll(books);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 240_000);

it('H34, H36 a text in columns that is none, or hardly one', async () => {
  const html = `<html><table>${[header, row].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`;
  const cases: readonly Case[] = [
    list('H34', 'a quote that is not closed', csv(header, ['"GEST', ...row.slice(1)]), /riga 2.*virgolette/),
    list('H34', 'a quote over 3 MB', csv(header, [`"${'x'.repeat(3_000_000)}`]), /riga 2.*virgolette/),
    list('H34', 'a line of 20 MB', `${good}\r\n${'x'.repeat(20_000_000)}`, /troppo lungo|oltre/),
    list('H34', 'a line of 2 million cells', `${good}\r\n${';'.repeat(2_000_000)}`, /./),
    list('H34', 'sep=', `sep=;\r\n${good}`, null, good),
    list('H34', 'UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), null, good),
    list(
      'H34',
      'Windows-1252',
      Buffer.from(good.replace('TARI', 'Città'), 'latin1'),
      null,
      good.replace('TARI', 'Città'),
    ),
    list('H34', 'no titles', csv(row, row), /elenco in colonne|non riconosciuto/),
    list(
      'H34',
      'a cell of 900,000 digits in a list nobody knows',
      `Data;Importo;Causale\r\n10/03/2026;${'1'.repeat(900_000)};x\r\n10/03/2026;3,00;y`,
      /elenco in colonne/,
    ),
    list('H34', 'NULs', `${good}\r\n\0\0;\0;\0;\0;\0`, /dati binari/),
    { id: 'H36', what: 'a web page', name: 'ostile.xls', paper: html, says: /pagina web/ },
  ];
  const figures = await tryAll(cases);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 120_000);

it('H28 a comment on __proto__ leaves nothing on the prototype of everything', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  expect(tellAll(comment, 'x.xlsx')[0]?.problem).toBeNull();
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  found('H28', 'prototipo intatto');
});
