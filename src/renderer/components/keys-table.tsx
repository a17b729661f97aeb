import { Kbd, Table } from '@mantine/core';
import type { Shortcut } from '../state/shortcuts.ts';

const inTables = [
  { keys: '↑ ↓ ← →', does: 'si muove fra righe e colonne' },
  { keys: 'Invio', does: 'apre la riga' },
  { keys: 'Spazio', does: 'seleziona la riga e somma gli importi' },
  { keys: 'Inizio Fine', does: 'prima e ultima riga' },
  { keys: 'Ctrl+C', does: 'copia la cella' },
  { keys: 'Ctrl+Maiusc+C', does: 'copia la riga, o le righe selezionate' },
  { keys: 'Maiusc+← Maiusc+→', does: 'sul titolo di una colonna: la stringe o la allarga' },
  { keys: 'Esc', does: 'chiude il dettaglio, toglie la selezione' },
];

/** Every key of the window, and those of its tables. */
export function KeysTable({ shortcuts }: { readonly shortcuts: readonly Pick<Shortcut, 'keys' | 'does'>[] }) {
  return (
    <Table verticalSpacing={5} fz="sm">
      <Lines title="Dappertutto" keys={shortcuts} />
      <Lines title="Nelle tabelle" keys={inTables} />
    </Table>
  );
}

function Lines(props: { readonly title: string; readonly keys: readonly Pick<Shortcut, 'keys' | 'does'>[] }) {
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th colSpan={2} scope="rowgroup" c="dimmed" fz="xs">
          {props.title}
        </Table.Th>
      </Table.Tr>
      {props.keys.map(({ keys, does }) => (
        <Table.Tr key={keys}>
          <Table.Th scope="row" w={190} fw={400}>
            {keys.split(' ').map((key) => (
              <Kbd key={key} mr={4}>
                {key.length === 1 ? key.toUpperCase() : key}
              </Kbd>
            ))}
          </Table.Th>
          <Table.Td>{does}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}
