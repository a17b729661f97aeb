import { lettersOf, type Sheet, type Workbook } from './model.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function contentTypes(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ...numbered(sheets).map((n) => [`/xl/worksheets/sheet${n}.xml`, `${spreadsheet}.worksheet+xml`] as const),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ] as const;
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;
}

export const rootRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${office}/extended-properties" Target="docProps/app.xml"/></Relationships>`;

export function workbookRelations(sheets: number): string {
  const all = numbered(sheets).map(
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return `${head}<Relationships xmlns="${relations}">${all.join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

export function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    (sheet, i) => `<sheet name="${markup(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const defined = sheets.flatMap(({ name, header, listed, columns, printed }, i) => {
    if (header === null) return [];
    const quoted = markup(`'${name}'`);
    const last = lettersOf(columns.length - 1);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted}!$A$${header}:$${last}$${header + listed}</definedName>`,
      `<definedName name="_xlnm.Print_Area" localSheetId="${i}">${quoted}!$A$1:$${lettersOf(printed - 1)}$${header + Math.max(1, listed)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted}!$${header}:$${header}</definedName>`,
    ];
  });
  return `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="0"/></bookViews><sheets>${names.join('')}</sheets>${
    defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`
  }<calcPr calcId="191029"/></workbook>`;
}

export function coreProperties({ title, ente, created }: Workbook): string {
  const moment = created.replace(/[.]\d+Z$/, 'Z');
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${markup(title)}</dc:title><dc:creator>${markup(ente)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}

export function appProperties({ ente }: Workbook): string {
  return `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tre Pallini</Application><Company>${markup(ente)}</Company></Properties>`;
}

function markup(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
