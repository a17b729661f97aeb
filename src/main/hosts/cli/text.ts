import { formatDay, isDay } from '../../../shared/domain/day.ts';
import { cents, formatEuro } from '../../../shared/domain/euro.ts';

export const euro = (amount: number): string => formatEuro(cents(amount));

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

/** `1 flusso`, `3 flussi`. */
export function many(count: number, one: string, several: string): string {
  return `${count.toLocaleString('it-IT')} ${count === 1 ? one : several}`;
}

/** A line of a report: what, how many, how much. */
export function amountLine(label: string, count: number, amount: number, aside = ''): string {
  return `  ${label.padEnd(42)} ${count.toLocaleString('it-IT').padStart(7)} ${euro(amount).padStart(18)}${aside}`;
}

/** A day of the contract for a person; `otherwise` stands for none. */
export function italianDay(day: string | null, otherwise = ''): string {
  return day !== null && isDay(day) ? formatDay(day) : otherwise;
}
