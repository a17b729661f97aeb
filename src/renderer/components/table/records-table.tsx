import { Box, Loader, Text } from '@mantine/core';
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { ProblemNotice } from '../problem-notice.tsx';
import { announceCopy, copyText } from '../copy.ts';
import { CellMenu, type CellMenuPlace } from './cell-menu.tsx';
import type { Column, Sort } from './column.ts';
import { HeaderCell } from './header-cell.tsx';
import { keyAction } from './keys.ts';
import { RecordRow, type Pick } from './record-row.tsx';
import classes from './records-table.module.css';
import type { LoadPage } from './row-window.ts';
import { useColumns } from './use-columns.ts';
import { useRowWindow } from './use-row-window.ts';
import type { Selection } from './use-selection.ts';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });
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
}

/** A table over a list of any length: only the rows in sight exist, the others are asked for as one goes. */
export function RecordsTable<Row>(props: RecordsTableProps<Row>) {
  const { label, id, columns, load, question, total, rowKey, sort, onSort, onOpen, selection } = props;
  const { stretch, rowWindow } = useRowWindow(load, question);
  const { rows } = stretch;
  const [active, setActive] = useState({ row: 0, column: 0 });
  const scroller = useRef<HTMLDivElement>(null);

  const { visibility, sizing, setSizing } = useColumns(id, columns);
  const helper = useMemo(() => createColumnHelper<typeof features, Row & object>(), []);
  const definitions = useMemo(
    () =>
      columns.map((column) =>
        helper.display({ id: column.id, header: column.title, size: column.width, minSize: 56 }),
      ),
    [helper, columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnVisibility: visibility, columnSizing: sizing },
    onColumnSizingChange: setSizing,
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const shown = useMemo(
    () => columns.filter((column) => visibility[column.id] === true),
    [columns, visibility],
  );
  // The last column takes what is left of the window.
  const template = headers
    .map((header, index) =>
      index === headers.length - 1 ? `minmax(${header.getSize()}px, 1fr)` : `${header.getSize()}px`,
    )
    .join(' ');
  const width = headers.reduce((sum, header) => sum + header.getSize(), 0);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();

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

  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (stretch.loading || stretch.problem !== null) return;
    if (stretch.hasNext && last >= rows.length - 60) void rowWindow.next();
    else if (stretch.hasPrevious && first <= 60) void rowWindow.previous();
  }, [first, last, rows.length, stretch, rowWindow]);

  const base = stretch.before ?? (total === null ? 0 : total - rows.length - (stretch.behind ?? 0));
  const activeRow = rows[active.row];
  const activeColumn = shown[active.column];
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

  function go(row: number, column = active.column): void {
    const at = { row: Math.max(0, Math.min(row, rows.length - 1)), column };
    setActive(at);
    virtualizer.scrollToIndex(at.row);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenuAtCell();
      return;
    }
    const action = keyAction(event);
    if (action === null) return;
    event.preventDefault();
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 360) / rowHeight) - 2);
    switch (action) {
      case 'up':
        go(active.row - 1);
        return;
      case 'down':
        go(active.row + 1);
        return;
      case 'page-up':
        go(active.row - page);
        return;
      case 'page-down':
        go(active.row + page);
        return;
      case 'left':
        go(active.row, Math.max(0, active.column - 1));
        return;
      case 'right':
        go(active.row, Math.min(shown.length - 1, active.column + 1));
        return;
      case 'first':
        if (stretch.hasPrevious) void rowWindow.start();
        go(0);
        return;
      case 'last':
        if (stretch.hasNext) void rowWindow.end().then(() => setActive((at) => ({ ...at, row: Infinity })));
        else go(rows.length - 1);
        return;
      case 'open':
        if (activeRow !== undefined) onOpen(activeRow);
        return;
      case 'select':
        if (activeRow !== undefined) selection.toggle(activeRow);
        return;
      case 'select-all':
        selection.all(rows);
        return;
      case 'clear':
        selection.clear();
        return;
      case 'copy-cell':
        if (activeRow !== undefined && activeColumn !== undefined) void copyRows([activeColumn], [activeRow]);
        return;
      case 'copy-row':
        if (activeRow !== undefined)
          void copyRows(shown, selection.size > 0 ? selection.rows() : [activeRow]);
    }
  }

  function openMenuAtCell(): void {
    if (activeColumn === undefined) return;
    const box = document.getElementById(idOf(active.row, activeColumn.id))?.getBoundingClientRect();
    if (box !== undefined)
      setMenu({ index: active.row, column: active.column, x: box.left + 12, y: box.bottom });
  }

  // After a jump to the end the last row is known only when it has come.
  useEffect(() => {
    if (active.row !== Infinity || rows.length === 0 || stretch.loading) return;
    setActive((at) => ({ ...at, row: rows.length - 1 }));
    virtualizer.scrollToIndex(rows.length - 1);
  }, [active.row, rows.length, stretch.loading, virtualizer]);

  return (
    <div className={classes['frame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={shown.length}
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
            style={{ gridTemplateColumns: template }}
          >
            {headers.map((header, index) => {
              const column = byId.get(header.column.id);
              return (
                column !== undefined && (
                  <HeaderCell
                    key={header.id}
                    column={column}
                    index={index}
                    sort={sort}
                    onSort={onSort}
                    onResize={header.getResizeHandler()}
                    onWiden={(by) =>
                      setSizing({ ...sizing, [column.id]: Math.max(56, header.getSize() + by) })
                    }
                  />
                )
              );
            })}
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
                template={template}
                top={item.start}
                height={rowHeight}
                rowIndex={base + item.index + 2}
                index={item.index}
                activeColumn={active.row === item.index ? active.column : -1}
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
        onCopyRow={() => menuRow !== undefined && void copyRows(shown, [menuRow])}
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

// The table's own rows are not used: a stretch of a million comes and goes without it.
const noRows: never[] = [];

/** Puts rows on the clipboard as a spreadsheet takes them. */
export async function copyRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const lines = rows.map((row) => columns.map((column) => oneLine(column.text(row))).join('\t'));
  announceCopy(await copyText(lines.join('\n')), rows.length);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
