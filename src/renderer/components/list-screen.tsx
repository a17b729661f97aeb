import { useMemo, useRef, useState, type ReactNode } from 'react';
import { many, euro } from '../../shared/wording/figures.ts';
import type { Chip } from './chips.ts';
import { ColumnMenu } from './column-menu.tsx';
import { Drawer } from './drawer.tsx';
import filterClasses from './filter-bar.module.css';
import { FilterBar } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { askOf, type BaseFilter } from './list-ask.ts';
import classes from './list-screen.module.css';
import { Page } from './page.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { StatusBar } from './status-bar.tsx';
import type { Column } from './table/column.ts';
import { copyRows } from './table/copy-rows.ts';
import { RecordsTable, type TableHandle } from './table/records-table.tsx';
import { useColumns } from './table/use-columns.ts';
import { useSelection } from './table/use-selection.ts';
import type { List } from './use-list.ts';

export interface ListScreenProps<Row, Filter extends BaseFilter, By extends string> {
  /** Its name in the address stands for what is remembered of it, too. */
  readonly list: List<Row, Filter, By>;
  readonly title: string;
  readonly lead: ReactNode;
  /** What stands between the title and the filters. */
  readonly above?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly centsOf: (row: Row) => number;
  /** How many rows there are; null while that is counted. */
  readonly total: number | null;
  /** The same in words, with the amount. */
  readonly summary: string;
  readonly searchFor: string;
  readonly dayName: string;
  readonly chips: readonly Chip<Filter>[];
  readonly choices: () => ReactNode;
  readonly asideChoices?: () => ReactNode;
  /** What can be done with the rows that are picked; the selection goes once it is done. */
  readonly onSelected?: (rows: readonly Row[], clear: () => void) => ReactNode;
  readonly empty: ReactNode;
  readonly cardKind: string;
  readonly cardTitle: (key: string) => ReactNode;
  readonly card: (key: string) => ReactNode;
}

/** A list with everything around it: only its columns, its filters and its card are its own. */
export function ListScreen<Row, Filter extends BaseFilter, By extends string>(
  props: ListScreenProps<Row, Filter, By>,
) {
  const { list, title, columns, keyOf, centsOf, total, summary, chips } = props;
  const { screen: id, view, reading, load } = list;
  const { filter, sort, open, openCard, setFilter } = view;
  const selection = useSelection(keyOf, centsOf);
  const { visibility } = useColumns(id, columns);
  const table = useRef<TableHandle>(null);
  const drawer = useRef<HTMLElement>(null);
  const [told, tell] = useState('');
  const current = useMemo(
    () => askOf({ filter, sort, open: null }, reading.usualSort),
    [filter, sort, reading.usualSort],
  );
  const isNarrowed = chips.length > 0 || filter.search !== null || filter.attention;

  function show(row: Row): void {
    const key = keyOf(row);
    // Once more on the open row: into its card.
    if (key === open) drawer.current?.focus();
    else openCard(key);
  }

  function close(): void {
    openCard(null);
    table.current?.focus();
  }

  /** Escape closes the card first, wherever one is; menus and search boxes have their own use of it. */
  function onKeyDownCapture(event: React.KeyboardEvent): void {
    if (event.key !== 'Escape' || open === null || !(event.target instanceof HTMLElement)) return;
    if (!event.currentTarget.contains(event.target) || event.target.closest('input, [role=menu]') !== null)
      return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  function copySelection(): void {
    void copyRows(
      columns.filter((column) => visibility[column.id] === true),
      selection.rows(),
    );
    tell(`Copiate ${many(selection.size, 'riga', 'righe')}`);
  }

  return (
    <Page title={title} lead={props.lead} fill>
      {props.above}
      <FilterBar
        filter={filter}
        chips={chips}
        searchFor={props.searchFor}
        focusSearch={view.search}
        onChange={setFilter}
        onClear={view.clear}
        menus={
          <>
            <FilterMenu
              filter={filter}
              active={chips.length}
              dayName={props.dayName}
              onChange={setFilter}
              onClear={view.clear}
              choices={props.choices}
              asideChoices={props.asideChoices}
            />
            <SavedFilters id={id} current={current} onApply={view.replace} />
            <span className={filterClasses['push']} />
            <ColumnMenu id={id} columns={columns} />
          </>
        }
      />
      <div className={classes['split']} onKeyDownCapture={onKeyDownCapture}>
        <div className={classes['list']}>
          <RecordsTable
            handle={table}
            id={id}
            label={title}
            columns={columns}
            load={load}
            question={view.question}
            total={total}
            rowKey={keyOf}
            sort={sort}
            onSort={view.setSort}
            onOpen={show}
            opened={open}
            selection={selection}
            empty={props.empty}
          />
          <StatusBar
            summary={summary}
            narrowed={isNarrowed}
            selected={selection.size}
            selectedAmount={euro(selection.cents)}
            action={props.onSelected?.(selection.rows(), () => selection.clear())}
            onCopy={copySelection}
            onClear={() => {
              selection.clear();
              table.current?.focus();
            }}
          />
        </div>
        {open !== null && (
          <Drawer
            ref={drawer}
            subject={open}
            kind={props.cardKind}
            title={props.cardTitle(open)}
            onClose={close}
            onStep={(by) => table.current?.step(by)}
          >
            {props.card(open)}
          </Drawer>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {told}
      </span>
    </Page>
  );
}
