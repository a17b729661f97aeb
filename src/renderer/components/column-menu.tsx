import { Button, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { FilterChoices } from './filter-menu.tsx';
import type { Column } from './table/column.ts';
import { useColumns } from './table/use-columns.ts';

/** «Colonne»: which ones the table shows. One always stays. */
export function ColumnMenu<Row>(props: { readonly id: string; readonly columns: readonly Column<Row>[] }) {
  const { id, columns } = props;
  const { visibility, setVisibility } = useColumns(id, columns);
  const [opened, setOpened] = useState(false);
  const names = columns.map((column) => column.id);
  const shown = names.filter((name) => visibility[name] === true);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={250}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns3 size={17} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          Colonne
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Colonne della tabella">
        <FilterChoices
          legend="Colonne mostrate"
          names={names}
          label={(name) => columns.find((column) => column.id === name)?.title ?? name}
          chosen={shown}
          onChange={(chosen) => {
            if (chosen.length > 0)
              setVisibility(Object.fromEntries(names.map((name) => [name, chosen.includes(name)])));
          }}
        />
        <Button variant="subtle" size="compact-sm" onClick={() => setVisibility({})}>
          Rimetti quelle usuali
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
