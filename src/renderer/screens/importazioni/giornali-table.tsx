import { Anchor, Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { OpiReport } from '../../../shared/domain/opi-report.ts';
import { useApi } from '../../state/api.tsx';
import classes from './importazioni.module.css';
import { addressOfLine, type ReportLine } from './report-links.ts';
import { countOf, reportParts } from './report-words.ts';
import { useFileName } from '../../components/personal.tsx';

interface Giornale {
  readonly id: number;
  readonly name: string;
  readonly report: OpiReport;
}

const lines = ['flussi', ...reportParts] as const;

/** Short enough for a column. */
const heads: Readonly<Record<ReportLine, string>> = {
  flussi: 'Flussi importati',
  reconciled: 'Riconciliati',
  partial: 'Parziali',
  notReported: 'Non rendicontati',
  otherPartner: 'Di altro Partner',
  inError: 'In errore',
  notPagoPa: 'Non pagoPA',
};

const shownAtFirst = 20;

/** The counts of each giornale of a drop, each a link to its movements. */
export function GiornaliTable({ giornali }: { readonly giornali: readonly Giornale[] }) {
  const shownName = useFileName();
  const { ledger } = useApi();
  const [shown, setShown] = useState(shownAtFirst);
  return (
    <div>
      <h3 className={classes['subtitle']}>Giornale per giornale</h3>
      <Table.ScrollContainer
        minWidth={820}
        type="native"
        tabIndex={0}
        role="region"
        aria-label="Giornale per giornale"
      >
        <Table className={`figures ${classes['table']}`} verticalSpacing={4} horizontalSpacing="sm" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Giornale</Table.Th>
              {lines.map((line) => (
                <Table.Th key={line} scope="col" ta="right">
                  {heads[line]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {giornali.slice(0, shown).map(({ id, name, report }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500} className={classes['name']}>
                  {shownName(name)}
                </Table.Th>
                {lines.map((line) => {
                  const count = countOf(report, line);
                  return (
                    <Table.Td key={line} ta="right">
                      {count === 0 ? (
                        <span className={classes['soft']}>–</span>
                      ) : (
                        <Anchor
                          size="sm"
                          href={addressOfLine(ledger, id, line)}
                          aria-label={`${heads[line]}: ${count}, ${shownName(name)}`}
                        >
                          {count.toLocaleString('it-IT')}
                        </Anchor>
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {giornali.length > shown && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setShown(shown + 200)}>
          {`Mostra altri ${(giornali.length - shown).toLocaleString('it-IT')}`}
        </Button>
      )}
    </div>
  );
}
