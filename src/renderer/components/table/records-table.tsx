import { Box, Loader, Text } from '@mantine/core';
import { useResizeObserver } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { sayPrinted } from '../../../shared/wording/paper.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { CellMenu, type CellMenuPlace } from './cell-menu.tsx';
import type { Column, Sort } from './column.ts';
import { copyRows } from './copy-rows.ts';
import { pressKey } from './grid-keys.ts';
import { HeaderCell } from './header-cell.tsx';
import { RecordRow, type Pick } from './record-row.tsx';
import classes from './records-table.module.css';
import type { LoadPage } from './row-window.ts';
import { usePrinting } from '../use-printing.ts';
import { useRowWindow } from './use-row-window.ts';
import type { Selection } from './use-selection.ts';
import { useTableColumns } from './use-table-columns.ts';

const rowHeight = 36;

/** What whoever stands around the table may ask of it. */
export interface TableHandle {
  focus(): void;
  /** Opens the row that stands so many after the open one. */
  step(by: number): void;
}

export interface RecordsTableProps<Row> {
  readonly handle?: Ref<TableHandle>;
  /** Names the table for screen readers and for what is remembered of its columns. */
  readonly label: string;
  readonly id: string;
  readonly columns: readonly Column<Row>[];
  readonly load: LoadPage<Row>;
  /** Changes when other rows are asked for: the table goes back to its top. */
  readonly question: string;
  /** How many rows the whole list has; null while that is counted. */
  readonly total: number | null;
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (row: Row) => void;
  readonly opened: string | null;
  readonly selection: Selection<Row>;
  readonly empty: ReactNode;
  /** The rows change although the ledger says the same. */
  readonly aside?: boolean;
}

/** A table over a list of any length: only the rows in sight exist, the others are asked for as one goes. */
export function RecordsTable<Row>(props: RecordsTableProps<Row>) {
  const { label, id, columns, load, question, total, rowKey, sort, onSort, onOpen, selection } = props;
  const { stretch, rowWindow } = useRowWindow(load, question, props.aside);
  const { rows } = stretch;
  const [active, setActive] = useState({ row: 0, column: 0 });
  const scroller = useRef<HTMLDivElement>(null);

  const [frame, { width: frameWidth }] = useResizeObserver<HTMLDivElement>();
  const { shown, chosen, heads, template, onPaper, width } = useTableColumns(
    id,
    columns,
    // Its own edges and the bar that scrolls it are not for columns.
    props.opened === null || frameWidth === 0 ? null : frameWidth - 18,
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const printing = usePrinting();
  const grid = printing ? onPaper : template;
  const inSight = virtualizer.getVirtualItems();
  const items = printing ? rows.map((_, index) => ({ index, start: index * rowHeight })) : inSight;

  // Rows that come or go above must not move those that are read.
  useLayoutEffect(() => {
    if (stretch.shift === 0 || scroller.current === null) return;
    scroller.current.scrollTop += stretch.shift * rowHeight;
    setActive((at) => ({ ...at, row: Math.max(0, at.row + stretch.shift) }));
  }, [stretch]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setActive({ row: 0, column: 0 });
  }, [question]);

  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (stretch.loading || stretch.problem !== null) return;
    if (stretch.hasNext && last >= rows.length - 60) void rowWindow.next();
    else if (stretch.hasPrevious && first <= 60) void rowWindow.previous();
  }, [first, last, rows.length, stretch, rowWindow]);

  const base = stretch.before ?? (total === null ? 0 : total - rows.length - (stretch.behind ?? 0));
  const activeRow = rows[active.row];
  const place = Math.min(active.column, shown.length - 1);
  const activeColumn = shown[place];
  const idOf = useCallback((index: number, column: string) => `${id}-${index}-${column}`, [id]);

  const [menu, setMenu] = useState<CellMenuPlace | null>(null);
  const menuRow = menu === null ? undefined : rows[menu.index];
  const menuColumn = menu === null ? undefined : shown[menu.column];

  const atHand = useRef({ rows, selection, onOpen });
  atHand.current = { rows, selection, onOpen };
  const onPick = useCallback((index: number, column: number, how: Pick) => {
    const { rows: present, selection: picked, onOpen: open } = atHand.current;
    const row = present[index];
    if (row === undefined) return;
    scroller.current?.focus({ preventScroll: true });
    setActive({ row: index, column });
    if (how === 'toggle') picked.toggle(row);
    else if (how === 'range') picked.range(present, index);
    else open(row);
  }, []);
  const onMenu = useCallback((index: number, column: number, x: number, y: number) => {
    setActive({ row: index, column });
    setMenu({ index, column, x, y });
  }, []);

  useImperativeHandle(props.handle, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    step(by) {
      const from = rows.findIndex((row) => rowKey(row) === props.opened);
      const row = rows[from + by];
      if (from < 0 || row === undefined) return;
      go(from + by);
      onOpen(row);
    },
  }));

  function go(row: number, to = place): void {
    const at = { row: Math.max(0, Math.min(row, rows.length - 1)), column: to };
    setActive(at);
    virtualizer.scrollToIndex(at.row);
    const there = shown[to];
    if (to !== place && there !== undefined)
      document
        .getElementById(idOf(at.row, there.id))
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    pressKey(event, {
      rows,
      shown,
      chosen,
      active: { row: active.row, column: place },
      selection,
      pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 360) / rowHeight) - 2),
      go,
      goFirst() {
        if (stretch.hasPrevious) void rowWindow.start();
        go(0);
      },
      goLast() {
        if (stretch.hasNext) void rowWindow.end().then(() => setActive((at) => ({ ...at, row: Infinity })));
        else go(rows.length - 1);
      },
      onOpen,
      openMenu: openMenuAtCell,
    });
  }

  function openMenuAtCell(): void {
    if (activeColumn === undefined) return;
    const box = document.getElementById(idOf(active.row, activeColumn.id))?.getBoundingClientRect();
    if (box !== undefined) setMenu({ index: active.row, column: place, x: box.left + 12, y: box.bottom });
  }

  // After a jump to the end the last row is known only when it has come.
  useEffect(() => {
    if (active.row !== Infinity || rows.length === 0 || stretch.loading) return;
    setActive((at) => ({ ...at, row: rows.length - 1 }));
    virtualizer.scrollToIndex(rows.length - 1);
  }, [active.row, rows.length, stretch.loading, virtualizer]);

  return (
    <div ref={frame} className={classes['frame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={chosen.length}
        aria-multiselectable="true"
        aria-busy={stretch.loading}
        data-question={question}
        aria-activedescendant={
          activeRow === undefined || activeColumn === undefined
            ? undefined
            : idOf(active.row, activeColumn.id)
        }
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes['head']} style={{ minWidth: width }}>
          <div
            role="row"
            aria-rowindex={1}
            className={classes['headRow']}
            style={{ gridTemplateColumns: grid }}
          >
            {heads.map(({ column, onResize, onWiden }, index) => (
              <HeaderCell
                key={column.id}
                column={column}
                index={index}
                sort={sort}
                onSort={onSort}
                onResize={onResize}
                onWiden={onWiden}
              />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className={classes['body']}
          style={{ height: virtualizer.getTotalSize(), minWidth: width }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <RecordRow
                key={key}
                row={row}
                cells={shown}
                template={grid}
                top={item.start}
                height={rowHeight}
                rowIndex={base + item.index + 2}
                index={item.index}
                activeColumn={active.row === item.index ? place : -1}
                opened={props.opened === key}
                selected={selection.has(key)}
                idOf={idOf}
                onPick={onPick}
                onMenu={onMenu}
              />
            );
          })}
        </div>
      </div>
      {total !== null && rows.length < total && (
        <p className="only-paper">{sayPrinted(base + 1, base + rows.length, total)}</p>
      )}
      {stretch.problem !== null && (
        <Box className={classes['over']}>
          <ProblemNotice problem={stretch.problem} again={() => void rowWindow.refresh()} />
        </Box>
      )}
      {rows.length === 0 && stretch.problem === null && (
        <Box className={classes['empty']}>
          {stretch.loading ? <Loader size="sm" aria-label="Caricamento" /> : props.empty}
        </Box>
      )}
      <CellMenu
        at={menuRow === undefined || menuColumn === undefined ? null : menu}
        onClose={() => {
          setMenu(null);
          scroller.current?.focus({ preventScroll: true });
        }}
        onCopyCell={() =>
          menuRow !== undefined && menuColumn !== undefined && void copyRows([menuColumn], [menuRow])
        }
        onCopyRow={() => menuRow !== undefined && void copyRows(chosen, [menuRow])}
        onSelect={() => menuRow !== undefined && selection.toggle(menuRow)}
        selected={menuRow !== undefined && selection.has(rowKey(menuRow))}
        narrow={menuRow === undefined ? null : (menuColumn?.narrow?.(menuRow) ?? null)}
      />
      <Text className="visually-hidden" role="status">
        {total === null ? '' : `${total.toLocaleString('it-IT')} righe`}
      </Text>
    </div>
  );
}
