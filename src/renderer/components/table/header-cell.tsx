import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Column, Sort } from './column.ts';
import classes from './records-table.module.css';

/** The head of a column: a press sorts, a drag of its right edge, or Shift and an arrow, makes it wider. */
export function HeaderCell<Row>(props: {
  readonly column: Column<Row>;
  readonly index: number;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onResize: (event: unknown) => void;
  readonly onWiden: (by: number) => void;
}) {
  const { column, index, sort, onSort, onResize, onWiden } = props;
  const by = column.sort;
  const sorted = by !== undefined && sort.by === by;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={classes['th']}
      data-align={column.align}
      aria-label={column.explain}
    >
      {by === undefined ? (
        <span className={classes['thText']} data-tip={column.explain}>
          {column.title}
        </span>
      ) : (
        <button
          type="button"
          className={classes['sort']}
          onClick={() => onSort({ by, descending: sorted ? !sort.descending : false })}
          onKeyDown={(event) => {
            if (!event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
            event.preventDefault();
            onWiden(event.key === 'ArrowRight' ? 16 : -16);
          }}
        >
          <span className={classes['thText']}>{column.title}</span>
          {sorted && <Arrow size={14} aria-hidden="true" className={classes['arrow']} />}
        </button>
      )}
      <span
        className={classes['resizer']}
        aria-hidden="true"
        onMouseDown={onResize}
        onTouchStart={onResize}
      />
    </div>
  );
}
