/** How the lines of a message begin that are more than a paragraph. Each looks at one line alone. */

const heading = /^ {0,3}(#{1,6})(?: (.*))?$/;
const fence = /^( {0,3})(`{3,}|~{3,})([^`]*)$/;
const bullet = /^( {0,3})([-+*])(?:( +)(?=\S)| *$)/;
const numbered = /^( {0,3})(\d{1,9})([.)])(?:( +)(?=\S)| *$)/;
const htmlStart =
  /^ {0,3}<(?:[!?]|\/?(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:[\s>/]|$))/i;
/** Neither a break nor an address. */
const tagAlone = /^ {0,3}<(?!br\s*\/?>|[a-z][a-z\d+.-]*:|[^\s<>]+@)\/?[a-z][^<>]*>\s*$/i;

/** A line that the app takes for the address of a reference, wherever it stands, and leaves out. */
export const definition = /^ {0,3}\[[^\]]+\]:\s*\S/;
export const quote = /^ {0,3}> ?/;

export function headingOf(text: string): { readonly level: number; readonly text: string } | null {
  const parts = heading.exec(text);
  if (parts === null) return null;
  const [, marks = '', rest = ''] = parts;
  const said = rest.trim();
  const end = said.replace(/(?<![^ ])#+$/, '');
  return { level: marks.length, text: end.trim() };
}

export function fenceOf(text: string): { readonly mark: string; readonly indent: number } | null {
  const [, indent = '', mark] = fence.exec(text) ?? [];
  return mark === undefined ? null : { mark, indent: indent.length };
}

export function closesFence(text: string, mark: string): boolean {
  const said = text.trim();
  return said.length >= mark.length && said === mark.charAt(0).repeat(said.length) && indentOf(text) < 4;
}

/** `---`, `***` or `___`, with or without blanks in between. */
export function isRule(text: string): boolean {
  const bare = text.replaceAll(' ', '');
  const [mark = ''] = bare;
  return bare.length >= 3 && '-*_'.includes(mark) && bare === mark.repeat(bare.length) && indentOf(text) < 4;
}

/** The line under a heading: `===` or `---`. */
export function underlineOf(text: string): 1 | 2 | null {
  const said = text.trimEnd();
  if (/^ {0,3}=+$/.test(said)) return 1;
  return /^ {0,3}-+$/.test(said) ? 2 : null;
}

export interface ItemMark {
  /** What tells one list from the next. */
  readonly list: string;
  readonly start: number | null;
  /** How far the text of the item stands from the edge. */
  readonly indent: number;
  readonly isEmpty: boolean;
}

export function itemOf(text: string): ItemMark | null {
  if (isRule(text)) return null;
  const [, before = '', mark, space] = bullet.exec(text) ?? [];
  if (mark !== undefined) return item(mark, null, before.length + 1, space);
  const [, edge = '', digits, end = '', gap] = numbered.exec(text) ?? [];
  return digits === undefined ? null : item(end, Number(digits), edge.length + digits.length + 1, gap);
}

function item(list: string, start: number | null, width: number, space: string | undefined): ItemMark {
  // Five blanks and more: one belongs to the mark, the others make code.
  const gap = space === undefined || space.length > 4 ? 1 : space.length;
  return { list, start, indent: width + gap, isEmpty: space === undefined };
}

/** Does HTML begin here that goes on to the next empty line? */
export function startsHtml(text: string, inParagraph: boolean): boolean {
  return htmlStart.test(text) || (!inParagraph && tagAlone.test(text));
}

/** Does a table begin with this line and the one under it? */
export function startsTable(text: string, under: string): boolean {
  if (!text.includes('|') && !under.includes('|')) return false;
  const cells = cellsOf(under);
  return cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell)) && cells.length === cellsOf(text).length;
}

function cellsOf(row: string): string[] {
  const bare = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/);
}

export function indentOf(text: string): number {
  let indent = 0;
  while (text[indent] === ' ') indent++;
  return indent;
}
