import { rowWriter } from './cells.ts';
import { lettersOf, type Sheet, type Workbook } from './model.ts';
import {
  contentTypes,
  coreProperties,
  appProperties,
  rootRelations,
  workbookRelations,
  workbookXml,
} from './parts.ts';
import { stylesXml } from './styles.ts';
import { ZipStream, type Sink } from './zip-stream.ts';

/** Excel's last row. */
const mostRows = 1_048_576;

/**
 * Writes a workbook (`.xlsx`) as its rows are made: of a list of any length only some rows are in memory. The only place
 * that knows the format.
 */
export async function writeWorkbook(workbook: Workbook, sink: Sink): Promise<void> {
  const zip = new ZipStream(sink);
  const { sheets } = workbook;
  await zip.add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await zip.add('_rels/.rels', [rootRelations]);
  await zip.add('docProps/core.xml', [coreProperties(workbook)]);
  await zip.add('docProps/app.xml', [appProperties(workbook)]);
  await zip.add('xl/workbook.xml', [workbookXml(sheets)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]);
  await zip.add('xl/styles.xml', [stylesXml()]);
  for (const [i, sheet] of sheets.entries())
    await zip.add(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, workbook.ente, i === 0));
  await zip.end();
}

async function* sheetXml(sheet: Sheet, ente: string, selected: boolean): AsyncGenerator<string> {
  yield headXml(sheet, selected);
  const write = rowWriter(sheet.columns);
  let number = 0;
  for await (const rows of sheet.rows) {
    let xml = '';
    for (const row of rows) xml += write(row, ++number);
    if (number > mostRows) throw new RangeError(`«${sheet.name}» has more rows than a sheet can hold`);
    yield xml;
  }
  const last = lastRowOf(sheet);
  if (last !== null && number !== last)
    throw new Error(`«${sheet.name}» has ${number} rows, and was told to have ${last}`);
  yield tailXml(sheet, ente, number);
}

function lastRowOf({ header, listed }: Sheet): number | null {
  return header === null ? null : header + listed;
}

function headXml({ columns, header }: Sheet, selected: boolean): string {
  const pane =
    header === null
      ? ''
      : `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${header + 1}" sqref="A${header + 1}"/>`;
  const cols = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${
    selected ? ' tabSelected="1"' : ''
  } workbookViewId="0"${header === null ? ' showGridLines="0"' : ''}>${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5" outlineLevelRow="1"/><cols>${cols.join('')}</cols><sheetData>`;
}

function tailXml(sheet: Sheet, ente: string, last: number): string {
  const range = filterRange(sheet);
  const filter = range === null ? '' : `<autoFilter ref="${range}"/>`;
  // Codes are text on purpose: without this every one of them would bear a mark.
  const ignored = `<ignoredErrors><ignoredError sqref="A1:${lettersOf(sheet.columns.length - 1)}${Math.max(1, last)}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;L&amp;"-,Bold"${headerText(ente)}&amp;R&amp;A</oddHeader><oddFooter>&amp;L&amp;F&amp;RPagina &amp;P di &amp;N</oddFooter></headerFooter>${ignored}</worksheet>`;
}

/** The header of the list and all of its rows; null for a sheet that is no list. */
function filterRange({ header, listed, columns }: Sheet): string | null {
  if (header === null) return null;
  return `A${header}:${lettersOf(columns.length - 1)}${header + listed}`;
}

/** `&` gives orders in a header, and a digit after `&L` or a font would be read as a size. */
function headerText(ente: string): string {
  const plain = ente.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ').slice(0, 120);
  const doubled = plain.replaceAll('&', '&&');
  return `${/^\d/.test(doubled) ? ' ' : ''}${doubled}`
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
