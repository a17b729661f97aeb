import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Column } from '../../../src/renderer/components/table/column.ts';
import { RecordRow } from '../../../src/renderer/components/table/record-row.tsx';
import { cellText, columns, count, rowHeight } from './rows.ts';

const cells: readonly Column<{ readonly index: number }>[] = columns.map((title, column) => ({
  id: `c${column}`,
  title,
  width: 120,
  text: ({ index }) => cellText(index, column),
}));
const template = `repeat(${columns.length}, 120px)`;
const kept = new Map<number, { readonly index: number }>();
const idOf = (index: number, column: string) => `${index}-${column}`;
const nothing = () => undefined;

/** The rows of the product, as its table places them. */
export function OwnGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    <div ref={scroller} id="scroller" role="grid" style={{ height: 700, overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <RecordRow
            key={index}
            row={rowAt(index)}
            cells={cells}
            template={template}
            top={start}
            height={rowHeight}
            rowIndex={index + 1}
            index={index}
            activeColumn={-1}
            opened={false}
            selected={false}
            idOf={idOf}
            onPick={nothing}
            onMenu={nothing}
          />
        ))}
      </div>
    </div>
  );
}

/** The same object each time, as the window of rows keeps it. */
function rowAt(index: number): { readonly index: number } {
  const row = kept.get(index) ?? { index };
  kept.set(index, row);
  return row;
}
