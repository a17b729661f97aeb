import { euro } from '../../../shared/wording/figures.ts';

export { euro, italianDay, many } from '../../../shared/wording/figures.ts';

/** Columns of a text table: texts to the left, amounts to the right. */
export interface Column<Row> {
  readonly title: string;
  readonly width: number;
  readonly right?: boolean;
  readonly value: (row: Row) => string;
}

export function tableHeader<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map((column) => pad(column.title, column))
    .join('  ')
    .trimEnd();
}

export function tableRow<Row>(columns: readonly Column<Row>[]): (row: Row) => string {
  return (row) =>
    columns
      .map((column) => pad(column.value(row), column))
      .join('  ')
      .trimEnd();
}

/** Identifiers are never cut: a longer one pushes the line. */
function pad(text: string, { width, right }: { readonly width: number; readonly right?: boolean }): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return right === true ? line.padStart(width) : line.padEnd(width);
}

/** A line of a report: what, how many, how much. */
export function amountLine(label: string, count: number, amount: number, aside = ''): string {
  return `  ${label.padEnd(42)} ${count.toLocaleString('it-IT').padStart(7)} ${euro(amount).padStart(18)}${aside}`;
}

const moments = new Intl.DateTimeFormat('it-IT', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Rome',
});

/** A moment as the clock in the office shows it. */
export function localMoment(instant: string): string {
  return moments.format(new Date(instant));
}
