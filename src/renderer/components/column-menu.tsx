import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { FilterChoices } from './filter-menu.tsx';
import { PanelButton } from './panel-button.tsx';
import type { Column } from './table/column.ts';
import { useColumns } from './table/use-columns.ts';

/** «Colonne»: which ones the table shows. One always stays. */
export function ColumnMenu<Row>(props: { readonly id: string; readonly columns: readonly Column<Row>[] }) {
  const { id, columns } = props;
  const { visibility, setVisibility } = useColumns(id, columns);
  const names = columns.map((column) => column.id);
  const shown = names.filter((name) => visibility[name] === true);
  return (
    <PanelButton icon={IconColumns3} text="Colonne" name="Colonne della tabella" width={250} side="end">
      {() => (
        <>
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
        </>
      )}
    </PanelButton>
  );
}
