import { Anchor, Table } from '@mantine/core';
import { euro } from '../../../shared/wording/figures.ts';
import { provvisorioMeanings } from '../../../shared/wording/bucket-meanings.ts';
import { statusMeanings } from '../../../shared/wording/dots.ts';
import { voceOfProvvisorio, voceOfStatus } from '../../../shared/wording/guide/places.ts';
import { provvisorioBucketLabels, statusLabels } from '../../../shared/wording/labels.ts';
import { GuideLink } from '../../components/guide-link.tsx';
import { Sheet } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import classes from './cruscotto.module.css';
import { addressOfReason, type Reason } from './reasons-links.ts';

/** The difference by reason, the greatest amount first, with what to do about each. */
export function Reasons(props: {
  readonly reasons: readonly Reason[];
  readonly total: { readonly count: number; readonly cents: number };
}) {
  const { reasons, total } = props;
  const { ledger } = useApi();
  if (reasons.length === 0) return null;
  return (
    <Sheet
      title={
        <span id="voci" tabIndex={-1}>
          Le voci da guardare
        </span>
      }
    >
      <Table verticalSpacing={8} horizontalSpacing="sm" className={`figures ${classes['table']}`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Motivo e che cosa fare</Table.Th>
            <Table.Th scope="col" ta="right">
              Voci
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Importo
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map((reason) => (
            <Table.Tr key={reason.of === 'payments' ? reason.status : `provvisori ${reason.bucket}`}>
              <Table.Th scope="row" className={classes['reason']}>
                <Anchor href={addressOfReason(ledger, reason)} fw={600} size="sm">
                  {labelOf(reason)}
                </Anchor>
                <span className={classes['next']}>
                  {nextOf(reason)} <GuideLink voce={voceOf(reason)}>Come si fa</GuideLink>
                </span>
              </Table.Th>
              <Table.Td ta="right" className={classes['top']}>
                {reason.count.toLocaleString('it-IT')}
              </Table.Td>
              <Table.Td ta="right" className={classes['top']}>
                {euro(reason.cents)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {reasons.length > 1 && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">Insieme</Table.Th>
              <Table.Th ta="right">{total.count.toLocaleString('it-IT')}</Table.Th>
              <Table.Th ta="right">{euro(total.cents)}</Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Sheet>
  );
}

function labelOf(reason: Reason): string {
  return reason.of === 'payments'
    ? statusLabels[reason.status]
    : `Provvisori ${provvisorioBucketLabels[reason.bucket]}`;
}

function voceOf(reason: Reason): string {
  return reason.of === 'payments' ? voceOfStatus(reason.status) : voceOfProvvisorio(reason.bucket);
}

function nextOf(reason: Reason): string {
  return reason.of === 'payments'
    ? statusMeanings[reason.status].next
    : provvisorioMeanings[reason.bucket].next;
}
