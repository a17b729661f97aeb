import { Badge, Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { badgeColumn, cellText, columns, count, rowHeight } from './rows.ts';

/** The same cells as one would first write them: a row of Mantine's table for each row in sight. */
export function MantineGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    <div ref={scroller} id="scroller" style={{ height: 700, overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        <Table>
          <Table.Tbody>
            {virtualizer.getVirtualItems().map(({ index, start }) => (
              <Table.Tr
                key={index}
                style={{
                  position: 'absolute',
                  height: rowHeight,
                  display: 'grid',
                  gridTemplateColumns: `repeat(${columns.length}, 120px)`,
                  transform: `translateY(${start}px)`,
                }}
              >
                {columns.map((name, column) => (
                  <Table.Td key={name}>
                    {column === badgeColumn ? (
                      <Badge>{cellText(index, column)}</Badge>
                    ) : (
                      cellText(index, column)
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
