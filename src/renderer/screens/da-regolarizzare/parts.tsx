import { Table } from '@mantine/core';
import { euro, many } from '../../../shared/wording/figures.ts';
import { partReasonLabels, sayBudget } from '../../../shared/wording/regularisation.ts';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import classes from './da-regolarizzare.module.css';
import type { Part } from './reading.ts';

/** In a word or two: what a part is for. */
export function namePart(
  { service, partner, reason }: Pick<Part, 'service' | 'partner' | 'reason'>,
  serviceName: (id: string) => string,
): string {
  if (reason === null) return serviceName(service ?? '');
  return partner === null ? partReasonLabels[reason] : `${partReasonLabels[reason]} (${partner})`;
}

/** The proposed reversali, each with the payments behind it. */
export function PartsTable(props: {
  readonly parts: readonly Omit<Part, 'iuf'>[] | readonly Part[];
  readonly serviceName: (id: string) => string;
  readonly label: string;
  /** The address of the payments of a part; null where there are none to show. */
  readonly paymentsOf?: (part: Part) => string | null;
}) {
  const { parts, serviceName, label } = props;
  return (
    <Table
      className={`figures ${classes['parts']}`}
      aria-label={label}
      verticalSpacing={5}
      horizontalSpacing={6}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Servizio</Table.Th>
          <Table.Th scope="col" ta="right">
            Importo
          </Table.Th>
          <Table.Th scope="col" ta="right">
            Pagamenti
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map((told) => {
          const part: Part = { iuf: null, ...told };
          const { iuf, service, partner, reason, cents, payments } = part;
          const href = props.paymentsOf?.(part) ?? null;
          return (
            <Table.Tr key={JSON.stringify([iuf, service, partner, reason])} data-reason={reason ?? 'none'}>
              <Table.Th scope="row" className={classes['partName']}>
                {capital(namePart(part, serviceName))}
                <div className={classes['soft']}>
                  {reason === null && sayBudget(part)}
                  {iuf !== null && <div className="code">{iuf}</div>}
                </div>
              </Table.Th>
              <Table.Td ta="right" className={classes['money']}>
                {euro(cents)}
              </Table.Td>
              <Table.Td ta="right">
                {payments === 0 ? (
                  ''
                ) : href === null ? (
                  payments.toLocaleString('it-IT')
                ) : (
                  <a href={href} aria-label={`Apri ${many(payments, 'pagamento', 'pagamenti')}`}>
                    {payments.toLocaleString('it-IT')}
                  </a>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** The list of the payments that a part of this provvisorio is made of. */
export function usePaymentsOf(provvisorio: {
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
}): (part: Part) => string | null {
  const { ledger } = useApi();
  const { esercizio, numero, conto } = provvisorio;
  return ({ iuf, service, partner, reason }) => {
    const money = iuf === null ? { provvisorio: { esercizio, numero, conto } } : { iuf };
    const owner = partner === null ? { services: [service ?? ''], partners: [''] } : { partners: [partner] };
    const foreign = reason === 'not-ours' ? { statuses: ['not-ours'] } : {};
    return addressOf({ ledger, screen: 'pagamenti', ask: { filter: { ...money, ...owner, ...foreign } } });
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
