import { useMemo, type MouseEvent } from 'react';
import type { Column } from './column.ts';
import classes from './records-table.module.css';

export type Pick = 'open' | 'toggle' | 'range';

export interface RecordRowProps<Row> {
  readonly row: Row;
  readonly cells: readonly Column<Row>[];
  readonly template: string;
  readonly top: number;
  readonly height: number;
  readonly rowIndex: number;
  readonly index: number;
  /** -1 when the active cell is in another row. */
  readonly activeColumn: number;
  readonly opened: boolean;
  readonly selected: boolean;
  readonly idOf: (index: number, column: string) => string;
  readonly onPick: (index: number, column: number, how: Pick) => void;
  /** Asked for what can be done with a cell, at a point of the window. */
  readonly onMenu: (index: number, column: number, x: number, y: number) => void;
}

/** Drawn again only when something of it changed: scrolling moves rows, it does not remake them. */
export function RecordRow<Row>(props: RecordRowProps<Row>) {
  const { row, cells, template, top, height, rowIndex, index, activeColumn, opened, selected } = props;
  const { idOf, onPick, onMenu } = props;
  const contents = useMemo(() => {
    const pick = (column: number) => (event: MouseEvent) =>
      onPick(index, column, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'open');
    const menu = (column: number) => (event: MouseEvent) => {
      event.preventDefault();
      onMenu(index, column, event.clientX, event.clientY);
    };
    return cells.map((column, place) => (
      <div
        key={column.id}
        id={idOf(index, column.id)}
        role="gridcell"
        aria-colindex={place + 1}
        className={classes['td']}
        data-align={column.align}
        data-active={activeColumn === place}
        onClick={pick(place)}
        onContextMenu={menu(place)}
      >
        {column.show?.(row) ?? <span className={classes['text']}>{column.text(row)}</span>}
      </div>
    ));
  }, [row, cells, index, activeColumn, idOf, onPick, onMenu]);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selected}
      className={classes['row']}
      data-opened={opened}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
    >
      {contents}
    </div>
  );
}
