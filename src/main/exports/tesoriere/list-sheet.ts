import { lettersOf, type Cell, type Kind, type Row, type Sheet } from '../workbook/model.ts';

/** One column of a list, and what it shows of a row. */
export interface ListColumn<Item> {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly kind: Kind;
  readonly value: (item: Item) => Cell;
  /** Its sum stands above it. */
  readonly total?: true;
}

export interface List<Item> {
  readonly name: string;
  readonly columns: readonly ListColumn<Item>[];
  /** The first columns, as many as a printed page has room for; all when it is not said. */
  readonly printed?: number;
  /** The title of a column that each thing counted has something in; the first one when it is not said. */
  readonly counted?: string;
}

/** What the ledger says that is in a list: it must come to the same, to the cent. */
export interface Promised {
  /** Rows of the sheet. */
  readonly rows: number;
  /** Of these, the things that are counted. */
  readonly count: number;
  /** Sums, by the title of their column. */
  readonly sums: Readonly<Record<string, number>>;
}

/** One thing of a list; `folded` belongs to the thing before it. */
export interface Listed<Item> {
  readonly item: Item;
  readonly folded?: true;
  /** Things that belong to it follow. */
  readonly holds?: true;
}

const header = 2;
/** The rows that fit under the header. */
export const mostListed = 1_048_576 - header;

/**
 * A list under its totals: above the header how many and how much, of what the filter lets through. The totals are
 * known before the rows are written; rows that come to something else are a defect.
 */
export function listSheet<Item>(
  list: List<Item>,
  promised: Promised,
  pages: Iterable<readonly Listed<Item>[]> | AsyncIterable<readonly Listed<Item>[]>,
): Sheet {
  const { name, columns, printed = columns.length } = list;
  return {
    name,
    columns: columns.map(({ width, kind }) => ({ width, kind })),
    header,
    listed: promised.rows,
    printed,
    rows: rowsOf(list, promised, pages),
  };
}

const isNumber = (kind: Kind): boolean => kind === 'euro' || kind === 'count';

/** The cells of a column below its header, as formulas name them: `'Da regolarizzare'!$D$3:$D$90`. */
export function rangeOf(list: List<never>, title: string, rows: number): string {
  const letters = lettersOf(columnAt(list, title));
  return `'${list.name}'!$${letters}$${header + 1}:$${letters}$${lastRow(rows)}`;
}

/** A list without rows still has a row that formulas can look at. */
const lastRow = (rows: number): number => header + Math.max(1, rows);

function columnAt({ columns, name }: Pick<List<never>, 'columns' | 'name'>, title: string): number {
  const at = columns.findIndex((column) => column.title === title);
  if (at < 0) throw new Error(`«${name}» has no column «${title}»`);
  return at;
}

async function* rowsOf<Item>(
  list: List<Item>,
  promised: Promised,
  pages: Iterable<readonly Listed<Item>[]> | AsyncIterable<readonly Listed<Item>[]>,
): AsyncGenerator<readonly Row[]> {
  const { name, columns } = list;
  const sums = columns.map(() => 0);
  yield [
    { cells: totalCells(list, promised) },
    {
      cells: columns.map(({ title, kind }) => ({
        look: isNumber(kind) ? 'headerOfNumbers' : 'header',
        value: title,
      })),
    },
  ];
  for await (const page of pages)
    yield page.map(({ item, folded, holds }) => {
      const cells = columns.map(({ value }, i) => {
        const cell = value(item);
        if (columns[i]?.total === true && typeof cell === 'number') sums[i] = (sums[i] ?? 0) + cell;
        return cell;
      });
      return { cells, ...(folded && { folded }), ...(holds && { holds }) };
    });
  for (const [i, { title, total }] of columns.entries())
    if (total === true && sums[i] !== (promised.sums[title] ?? 0))
      throw new Error(`«${name}»: ${title} comes to ${sums[i]}, the ledger says ${promised.sums[title]}`);
}

function totalCells<Item>({ columns, counted, name }: List<Item>, { rows, count, sums }: Promised): Cell[] {
  const below = (i: number): string => `${lettersOf(i)}${header + 1}:${lettersOf(i)}${lastRow(rows)}`;
  const at = counted === undefined ? 0 : columnAt({ columns, name }, counted);
  return columns.map(({ title, kind, total }, i) => {
    if (i === 0) return { look: 'rows', value: count, formula: `SUBTOTAL(103,${below(at)})` };
    if (total !== true) return null;
    return {
      look: kind === 'euro' ? 'strongEuro' : 'strongCount',
      value: sums[title] ?? 0,
      formula: `SUBTOTAL(109,${below(i)})`,
    };
  });
}
