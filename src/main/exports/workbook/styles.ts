import type { Kind, Look } from './model.ts';

const euroFormat = '#,##0.00 €';
const dayFormat = 'dd/mm/yyyy';
const countFormat = '#,##0';

/** Shape, word and colour of each dot, by its number: never the colour alone. */
const dotFaces = [
  { says: '–', colour: 'FF666666' },
  { says: '✖ problema', colour: 'FFB3261E' },
  { says: '◐ controllare', colour: 'FF8A5A00' },
  { says: '○ attesa', colour: 'FF555555' },
  { says: '● sì', colour: 'FF1B6E3C' },
] as const;

interface Face {
  readonly format?: string;
  readonly bold?: true;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: 'center' | 'left' | 'right';
  readonly indent?: 1;
  readonly wrap?: true;
  readonly under?: true;
}

const text = '@';
const number = { align: 'right' } as const;
/** Does not touch the number on its left. */
const apart = { align: 'left', indent: 1 } as const;
const faces = {
  text: { ...apart, format: text },
  long: { ...apart, format: text, wrap: true },
  euro: { ...number, format: euroFormat },
  day: { format: dayFormat, align: 'center' },
  count: { ...number, format: countFormat },
  dot: {},
  rows: { format: '[=1]#,##0" riga";#,##0" righe"', bold: true, ...apart },
  title: { format: text, bold: true, size: 16 },
  note: { format: text, colour: 'FF555555' },
  section: { format: text, bold: true, size: 12, under: true },
  header: { ...apart, format: text, bold: true, fill: 'FFE3E9F2', wrap: true, under: true },
  headerOfNumbers: { ...number, format: text, bold: true, fill: 'FFE3E9F2', wrap: true, under: true },
  strong: { format: text, bold: true },
  strongEuro: { ...number, format: euroFormat, bold: true },
  strongCount: { ...number, format: countFormat, bold: true },
  good: { format: text, bold: true, colour: 'FF1B6E3C', align: 'center' },
  plainEuro: { ...number, format: euroFormat },
  plainCount: { ...number, format: countFormat },
} as const satisfies Readonly<Record<Kind | Look, Face>>;

const dotLooks: readonly Face[] = dotFaces.map(({ says, colour }, dot) => ({
  // Of another number that somebody types the cell shows the number: the word never lies.
  format: `[=${dot}]"${says}";General`,
  colour,
  ...apart,
}));

const all: readonly Face[] = [{}, ...Object.values(faces), ...dotLooks];
const names: readonly string[] = Object.keys(faces);

/** The number of a style in the file. */
export const styleOf = (look: Kind | Look): number => names.indexOf(look) + 1;
/** The number of the style of a dot. */
export const styleOfDot = (dot: number): number => names.length + 1 + dot;

export const isEuro = (look: Kind | Look): boolean =>
  look === 'euro' || look === 'strongEuro' || look === 'plainEuro';

export function stylesXml(): string {
  const formats = distinct(all.map(({ format }) => format));
  const fonts = distinct(all.map(fontXml));
  const fills = distinct([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...all.map(fillXml),
  ]);
  const borders = distinct(all.map(borderXml));
  const xfs = all.map((face) => {
    const format = face.format === undefined ? 0 : formatId(formats.indexOf(face.format));
    const parts = [fontXml(face), fillXml(face), borderXml(face)];
    const [font, fill, border] = [fonts, fills, borders].map((known, i) => known.indexOf(parts[i] ?? ''));
    return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(face)}</xf>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list(
    'numFmts',
    formats.map((code, i) => `<numFmt numFmtId="${formatId(i)}" formatCode="${attribute(code)}"/>`),
  )}${list('fonts', fonts)}${list('fills', fills)}${list(
    'borders',
    borders,
  )}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list(
    'cellXfs',
    xfs,
  )}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** The numbers below 164 are those of the formats that every spreadsheet knows. */
const formatId = (index: number): number => 164 + index;

function fontXml({ bold, size = 10, colour }: Face): string {
  return `<font>${bold === true ? '<b/>' : ''}<sz val="${size}"/>${
    colour === undefined ? '' : `<color rgb="${colour}"/>`
  }<name val="Calibri"/><family val="2"/></font>`;
}

function fillXml({ fill }: Face): string {
  return fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ under }: Face): string {
  const bottom = under === true ? '<bottom style="thin"><color rgb="FF7A8699"/></bottom>' : '<bottom/>';
  return `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
}

function alignmentXml({ align, wrap, indent }: Face): string {
  return `<alignment${align === undefined ? '' : ` horizontal="${align}"`}${indent === undefined ? '' : ` indent="${indent}"`} vertical="top"${
    wrap === true ? ' wrapText="1"' : ''
  }/>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function distinct(items: readonly (string | undefined)[]): string[] {
  return [...new Set(items.filter((item) => item !== undefined))];
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
