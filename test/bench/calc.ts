import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSoffice } from '../libreoffice/soffice.ts';
import { generate } from './generate.ts';
import { importYear } from './imported-year.ts';
import { faster, told, type Job } from './job.ts';
import { measure } from './measure.ts';

const most = 50_000;

/**
 * The same rows matched by the product and by the sheet with lookup formulas that a clerk would build, which is given rows
 * where the product is given papers: both begin with the rows in their own file and end with the verdicts.
 */
export const calc: Job = {
  name: 'calc',
  what: `up to ${most} payments matched / LibreOffice that matches the same rows with MATCH, INDEX and COUNTIF`,
  async run(desk) {
    const soffice = findSoffice();
    if (soffice === null)
      return {
        figures: [],
        notes: ['LibreOffice is not installed (npm run libreoffice): the sheet was not measured.'],
      };
    const rows = Math.min(most, desk.payments);
    const papers = generate(join(desk.folder, 'carte'), rows, 1);
    const { archive, year } = await importYear(papers, join(desk.folder, 'archivio'));
    const again = join(desk.folder, 'da-capo');
    cpSync(archive, again, { recursive: true });
    const { seconds: matching } = await measure(process.execPath, [matchAgain, 'all', again]);
    const sheet = join(desk.folder, 'foglio.fods');
    const plain = join(desk.folder, 'senza-formule.fods');
    const found = writeSheets(papers.csv, sheet, plain);
    const withFormulas = await converted(soffice, desk.folder, sheet);
    const without = await converted(soffice, desk.folder, plain);
    const matched = withFormulas.csv.filter((line) => line.endsWith(',ok')).length;
    if (matched !== found) throw new Error(`the sheet matches ${matched} rows instead of ${found}`);
    return {
      figures: [
        told('payments', rows, 'rows'),
        told('LibreOffice opening the same rows without formulas', without.seconds, 's'),
        told('the papers of these rows imported and matched', year.seconds, 's'),
        faster('matched, times faster than the sheet', {
          found: matching,
          limit: withFormulas.seconds,
          unit: 's',
          target: 50,
        }),
      ],
      notes: rows < most ? [`Only ${rows} rows: a sheet slows down with their square.`] : [],
    };
  },
};

const matchAgain = join(import.meta.dirname, 'match-child.ts');

/** Two sheets of the same rows, one with formulas; returns how many rows must come out as equal. */
function writeSheets(csv: string, sheet: string, plain: string): number {
  const receipts = rowsOf(csv, 'transfers')
    .filter((row) => row[4] === '1')
    .map((row) => ({ iuv: row[2] ?? '', cents: Number(row[5]) }));
  // A list from elsewhere is in an order of its own.
  const reported = rowsOf(csv, 'righe')
    .map((row) => ({ iuv: row[2] ?? '', cents: Number(row[6]) }))
    .toSorted((a, b) => (a.iuv.slice(-5) < b.iuv.slice(-5) ? -1 : 1));
  const last = reported.length;
  // What is not reported, what is reported with another amount, what was paid twice.
  const formula = (row: number) =>
    `of:=IF(COUNTIF([.A$1:.A$${receipts.length}];[.A${row}])&gt;1;"doppio";IF(ISNA(MATCH([.A${row}];[.D$1:.D$${last}];0));"manca";IF(INDEX([.E$1:.E$${last}];MATCH([.A${row}];[.D$1:.D$${last}];0))=[.B${row}];"ok";"diverso")))`;
  const lines = Array.from({ length: Math.max(last, receipts.length) }, (_, index) => {
    const receipt = receipts[index];
    const riga = reported[index];
    const cells = (withFormula: boolean) =>
      `<table:table-row>${receipt === undefined ? cell('') + cell('') : cell(receipt.iuv) + amount(receipt.cents)}` +
      (withFormula && receipt !== undefined
        ? `<table:table-cell table:formula='${formula(index + 1)}'/>`
        : cell('')) +
      `${riga === undefined ? '' : cell(riga.iuv) + amount(riga.cents)}</table:table-row>`;
    return [cells(true), cells(false)] as const;
  });
  writeFileSync(sheet, head + lines.map(([formulas]) => formulas).join('\n') + tail);
  writeFileSync(plain, head + lines.map(([, bare]) => bare).join('\n') + tail);
  const centsOf = new Map(reported.map(({ iuv, cents }) => [iuv, cents]));
  const claims = Map.groupBy(receipts, ({ iuv }) => iuv);
  return receipts.filter(({ iuv, cents }) => claims.get(iuv)?.length === 1 && centsOf.get(iuv) === cents)
    .length;
}

function rowsOf(csv: string, table: string): string[][] {
  const text = readFileSync(join(csv, `${table}.csv`), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Pagamenti">`;
const tail = '</table:table></office:spreadsheet></office:body></office:document>';

function cell(text: string): string {
  return text === ''
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
}

function amount(cents: number): string {
  return `<table:table-cell office:value-type="float" office:value="${(cents / 100).toFixed(2)}"/>`;
}

/** The sheet as LibreOffice works it out, whole process. The third column is put last, to be read at the end of a line. */
async function converted(soffice: string, folder: string, sheet: string) {
  const words = [
    `-env:UserInstallation=file://${join(folder, 'profilo-libreoffice')}`,
    '--headless',
    '--convert-to',
    'csv',
    '--outdir',
    folder,
    sheet,
  ];
  const { seconds, exitCode, stderr } = await measure(soffice, words);
  const csv = sheet.replace('.fods', '.csv');
  if (exitCode !== 0 || !existsSync(csv)) throw new Error(`LibreOffice ended with ${exitCode}: ${stderr}`);
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\n');
  return { seconds, csv: lines.map((line) => line.split(',').slice(0, 3).join(',')) };
}
