import { Button, Table } from '@mantine/core';
import { backupReasonLabels, backupStateLabels } from '../../../shared/wording/backups.ts';
import { sayBytes, sayMoment } from '../../../shared/wording/figures.ts';
import type { Copy } from './copie-screen.tsx';

/** The copies, the newest first; one that is damaged is shown and not offered. */
export function CopiesTable(props: {
  readonly copies: readonly Copy[];
  readonly onRestore: (copy: Copy) => void;
}) {
  const { copies, onRestore } = props;
  return (
    <Table verticalSpacing={6} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Fatta il</Table.Th>
          <Table.Th scope="col">Perché</Table.Th>
          <Table.Th scope="col">Documenti</Table.Th>
          <Table.Th scope="col">Grandezza</Table.Th>
          <Table.Th scope="col">Stato</Table.Th>
          <Table.Th scope="col">
            <span className="visually-hidden">Azioni</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {copies.map((copy) => (
          <Table.Tr key={copy.file}>
            <Table.Th scope="row" fw={500} title={copy.file}>
              {nameOf(copy)}
            </Table.Th>
            <Table.Td>{copy.reason === null ? '' : backupReasonLabels[copy.reason]}</Table.Td>
            <Table.Td className="figures">{copy.documents?.toLocaleString('it-IT') ?? ''}</Table.Td>
            <Table.Td className="figures">{copy.bytes === null ? '' : sayBytes(copy.bytes)}</Table.Td>
            <Table.Td>{backupStateLabels[copy.state]}</Table.Td>
            <Table.Td>
              {copy.state !== 'damaged' && copy.state !== 'missing' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Ripristina la copia: ${nameOf(copy)}`}
                  onClick={() => onRestore(copy)}
                >
                  Ripristina
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function nameOf({ madeAt, name }: Copy): string {
  return madeAt === null ? name : sayMoment(madeAt);
}
