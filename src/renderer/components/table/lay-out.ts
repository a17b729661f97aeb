import type { Column } from './column.ts';

/** The columns that stand in a table, as a grid of CSS. */
export interface Layout<Row> {
  readonly shown: readonly Column<Row>[];
  readonly template: string;
  /** The same columns on a sheet of paper, which does not scroll. */
  readonly onPaper: string;
  /** Below this the table scrolls sideways; in pixels. */
  readonly width: number;
}

/**
 * Shares the width of a table among its columns: those that may be narrower give way, what is left over is theirs.
 * @param widths what a person chose, in pixels, which is kept
 * @param room in pixels; beside an open card only the columns that fit in it stand, at least one. Null: all stand
 */
export function layOut<Row>(
  columns: readonly Column<Row>[],
  widths: Readonly<Record<string, number>>,
  room: number | null,
): Layout<Row> {
  const leastOf = ({ id, width, least }: Column<Row>): number => widths[id] ?? least ?? width;
  const shown: Column<Row>[] = [];
  let width = 0;
  for (const column of columns) {
    if (room !== null && shown.length > 0 && width + leastOf(column) > room) break;
    width += leastOf(column);
    shown.push(column);
  }
  const template = shown.map((column, index) => {
    const gives = widths[column.id] === undefined && column.least !== undefined;
    return gives || index === shown.length - 1
      ? `minmax(${leastOf(column)}px, ${column.width}fr)`
      : `${leastOf(column)}px`;
  });
  const onPaper = shown.map((column) => `minmax(0, ${widths[column.id] ?? column.width}fr)`);
  return { shown, template: template.join(' '), onPaper: onPaper.join(' '), width };
}
