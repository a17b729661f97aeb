import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { useSafeColumns } from '../personal.tsx';
import type { Column } from './column.ts';
import { layOut } from './lay-out.ts';
import { useColumns } from './use-columns.ts';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });
const narrowest = 56;

/** A column that is shown, with how its head is made wider: by dragging, or by so many pixels. */
export interface ShownColumn<Row> {
  readonly column: Column<Row>;
  readonly onResize: (event: unknown) => void;
  readonly onWiden: (by: number) => void;
}

/**
 * The columns in sight, and the grid that they and every row stand in.
 * @param room the width that there is beside an open card, in pixels; null where no card is open
 */
export function useTableColumns<Row>(id: string, all: readonly Column<Row>[], room: number | null) {
  const columns = useSafeColumns(all);
  const { visibility, sizing, setSizing } = useColumns(id, columns);
  const helper = useMemo(() => createColumnHelper<typeof features, Row & object>(), []);
  const definitions = useMemo(
    () =>
      columns.map((column) =>
        helper.display({ id: column.id, header: column.title, size: column.width, minSize: narrowest }),
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
  const chosen = useMemo(
    () => columns.filter((column) => visibility[column.id] === true),
    [columns, visibility],
  );
  const layout = useMemo(() => layOut(chosen, sizing, room), [chosen, sizing, room]);
  const byId = new Map(layout.shown.map((column) => [column.id, column]));
  const found = table.getHeaderGroups()[0]?.headers ?? [];
  const heads = found.flatMap((header): ShownColumn<Row>[] => {
    const column = byId.get(header.column.id);
    if (column === undefined) return [];
    return [
      {
        column,
        onResize: header.getResizeHandler(),
        onWiden: (by) => setSizing({ ...sizing, [column.id]: Math.max(narrowest, header.getSize() + by) }),
      },
    ];
  });
  return { ...layout, chosen, heads };
}

// The library's own rows are not used: a stretch of a million comes and goes without it.
const noRows: never[] = [];
