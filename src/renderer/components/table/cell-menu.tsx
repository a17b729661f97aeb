import { Menu } from '@mantine/core';
import { IconCopy, IconFilter, IconRowInsertBottom, IconSquareCheck } from '@tabler/icons-react';
import classes from './records-table.module.css';

export interface CellMenuPlace {
  readonly index: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** What can be done with the cell one points at: opened by the right button, the Menu key or Shift+F10. */
export function CellMenu(props: {
  readonly at: CellMenuPlace | null;
  readonly onClose: () => void;
  readonly onCopyCell: () => void;
  readonly onCopyRow: () => void;
  readonly onSelect: () => void;
  readonly selected: boolean;
  readonly narrow: (() => void) | null;
}) {
  const { at, onClose, narrow } = props;
  if (at === null) return null;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      returnFocus={false}
      trapFocus
      // The key that opened it is still on its way up: it must not close it.
      clickOutsideEvents={outside}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes['place']}
          aria-label="Azioni sulla cella"
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label="Azioni sulla cella">
        <Menu.Item data-autofocus leftSection={<IconCopy size={16} />} onClick={props.onCopyCell}>
          Copia cella
        </Menu.Item>
        <Menu.Item leftSection={<IconRowInsertBottom size={16} />} onClick={props.onCopyRow}>
          Copia riga
        </Menu.Item>
        <Menu.Item leftSection={<IconSquareCheck size={16} />} onClick={props.onSelect}>
          {props.selected ? 'Togli dalla selezione' : 'Seleziona la riga'}
        </Menu.Item>
        {narrow !== null && (
          <Menu.Item leftSection={<IconFilter size={16} />} onClick={narrow}>
            Filtra per questo valore
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const outside = ['mousedown', 'touchstart'];
