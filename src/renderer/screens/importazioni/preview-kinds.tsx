import { Table } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { euro, sayPeriod } from '../../../shared/wording/figures.ts';
import { kindLabels } from '../../../shared/wording/labels.ts';
import classes from './importazioni.module.css';

/** One line for each kind of paper in the drop. */
export function PreviewKinds({ kinds }: { readonly kinds: Output<'documents.preview'>['kinds'] }) {
  return (
    <Table.ScrollContainer
      minWidth={820}
      type="native"
      tabIndex={0}
      role="region"
      aria-label="Contenuto per tipo di documento"
    >
      <Table className={`figures ${classes['table']}`} verticalSpacing={7} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Tipo</Table.Th>
            <Table.Th scope="col" ta="right">
              Nuovi
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Già noti
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Rifiutati
            </Table.Th>
            <Table.Th scope="col">Periodo</Table.Th>
            <Table.Th scope="col" ta="right">
              Righe
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Già note
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Scartate
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Totale
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(({ kind, documents, from, to, rows, knownRows, refusedRows }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" className={classes['kind']}>
                {kindLabels[kind]}
              </Table.Th>
              <Table.Td ta="right">{figure(documents.new)}</Table.Td>
              <Table.Td ta="right">{figure(documents.known)}</Table.Td>
              <Table.Td ta="right" data-bad={documents.refused > 0} className={classes['figure']}>
                {figure(documents.refused)}
              </Table.Td>
              <Table.Td className={classes['money']}>{sayPeriod(from, to)}</Table.Td>
              <Table.Td ta="right">{figure(rows.count)}</Table.Td>
              <Table.Td ta="right">{figure(knownRows)}</Table.Td>
              <Table.Td ta="right" data-bad={refusedRows > 0} className={classes['figure']}>
                {figure(refusedRows)}
              </Table.Td>
              <Table.Td ta="right" className={classes['money']}>
                {euro(rows.cents)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function figure(count: number): string {
  return count === 0 ? '–' : count.toLocaleString('it-IT');
}
