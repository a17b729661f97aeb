import { Anchor, Table, Text } from '@mantine/core';
import type { OpiReport } from '../../../shared/domain/opi-report.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { ShareBar, Swatch, type Ink } from '../../components/share-bar.tsx';
import { percentOf } from '../../components/shares.ts';
import { useApi } from '../../state/api.tsx';
import classes from './importazioni.module.css';
import { addressOfLine, type ReportLine } from './report-links.ts';
import { centsOf, countOf, lineLabels, reportParts, sayMovements } from './report-words.ts';

const inks: Readonly<Record<(typeof reportParts)[number], Ink>> = {
  reconciled: 'yes',
  partial: 'partly',
  notReported: 'waiting',
  otherPartner: 'other',
  inError: 'problem',
  notPagoPa: 'outside',
};

/** The report of a giornale: its counts, each a link to its movements, with today's beside those of the import. */
export function ReportTable(props: {
  readonly report: OpiReport;
  readonly today?: OpiReport | null;
  /** The one giornale that the report is of; null for several together. */
  readonly document: number | null;
}) {
  const { report, today = null, document } = props;
  const suspect = (today ?? report).notPagoPa.suspect;
  return (
    <div className={classes['stack']}>
      <Text size="sm">
        {sayMovements(report)}
        {report.flussi.mixed > 0 &&
          ` ${many(report.flussi.mixed, 'flusso ha', 'flussi hanno')} anche righe di un altro Partner Tecnologico.`}
        {suspect > 0 &&
          ` ${many(suspect, 'movimento fra i non pagoPA sembra', 'movimenti fra i non pagoPA sembrano')} pagoPA: da guardare.`}
      </Text>
      {report.cents.total > 0 && (
        <ShareBar
          label={`Importo dei movimenti nuovi: ${sayParts(report)}`}
          shares={reportParts.map((line) => ({
            id: line,
            ink: inks[line],
            size: report.cents[line],
            text: `${capital(lineLabels[line])}: ${euro(report.cents[line])}, ${percentOf(report.cents[line], report.cents.total)}%`,
          }))}
        />
      )}
      <Table className={`figures ${classes['table']}`} verticalSpacing={5} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Che cosa è arrivato</Table.Th>
            <Table.Th scope="col" ta="right">
              {today === null ? 'Quanti' : 'All’importazione'}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Importo
            </Table.Th>
            {today !== null && (
              <>
                <Table.Th scope="col" ta="right">
                  Oggi
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Importo oggi
                </Table.Th>
              </>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Line line="flussi" report={report} today={today} document={document} />
          {reportParts.map((line) => (
            <Line key={line} line={line} report={report} today={today} document={document} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Line(props: {
  readonly line: ReportLine;
  readonly report: OpiReport;
  readonly today: OpiReport | null;
  readonly document: number | null;
}) {
  const { line, report, today, document } = props;
  const { ledger } = useApi();
  const count = countOf(report, line);
  const label = capital(lineLabels[line]);
  const anything = count > 0 || (today !== null && countOf(today, line) > 0);
  return (
    <Table.Tr data-empty={!anything} className={classes['line']}>
      <Table.Th
        scope="row"
        className={classes['lineLabel']}
        data-part={line !== 'flussi' && line !== 'notPagoPa'}
      >
        {line !== 'flussi' && <Swatch ink={inks[line]} />}
        {document !== null && anything ? (
          <Anchor size="sm" href={addressOfLine(ledger, document, line)}>
            {label}
          </Anchor>
        ) : (
          label
        )}
      </Table.Th>
      <Amount count={count} cents={centsOf(report, line)} />
      {today !== null && (
        <Amount
          count={countOf(today, line)}
          cents={centsOf(today, line)}
          changed={countOf(today, line) !== count || centsOf(today, line) !== centsOf(report, line)}
        />
      )}
    </Table.Tr>
  );
}

function Amount(props: { readonly count: number; readonly cents: number; readonly changed?: boolean }) {
  const { count, cents, changed = false } = props;
  return (
    <>
      <Table.Td ta="right" data-changed={changed} className={classes['figure']}>
        {count.toLocaleString('it-IT')}
      </Table.Td>
      <Table.Td ta="right" data-changed={changed} className={classes['money']}>
        {euro(cents)}
      </Table.Td>
    </>
  );
}

function sayParts(report: OpiReport): string {
  return reportParts
    .filter((line) => report.cents[line] > 0)
    .map((line) => `${lineLabels[line]} ${percentOf(report.cents[line], report.cents.total)}%`)
    .join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
