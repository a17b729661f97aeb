import { Button, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import {
  noMoneyYet,
  paymentSteps,
  stepGapNames,
  stepGaps,
  type StepsWanted,
} from '../../../shared/domain/quadratura.ts';
import { sayMoment } from '../../../shared/wording/evidence.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { sayConto, sayGap, stepLabels } from '../../../shared/wording/quadratura.ts';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import { DeclareDialog } from './declare-dialog.tsx';
import type { Period } from './periods.ts';
import classes from './quadratura.module.css';

type Quadratura = Output<'quadratura.read'>;
type Service = Quadratura['services'][number];
type Amount = Quadratura['total']['paid'];
/** What a line of the table is about; null is everything. */
interface Place {
  readonly service: string | null;
  readonly conto: string | null;
}

/** Service by service, and under each the conti on which its money came; every figure leads to its list. */
export function QuadraturaTable(props: {
  readonly quadratura: Quadratura;
  readonly period: Period;
  readonly serviceName: (id: string) => string;
}) {
  const { quadratura, period, serviceName } = props;
  const [declaring, setDeclaring] = useState<Service | null>(null);
  return (
    <div className={classes['frame']}>
      <Table className={`figures ${classes['table']}`} verticalSpacing={6} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Servizio</Table.Th>
            {['dovuti', ...paymentSteps.map((step) => stepLabels[step])].map((title) => (
              <Table.Th key={title} scope="col" ta="right">
                {capital(title)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              Dal gestionale
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Differenza
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {quadratura.services.map((service) => (
            <Fragment key={service.service}>
              <Table.Tr className={classes['service']}>
                <Table.Th scope="row">{capital(serviceName(service.service))}</Table.Th>
                <Due due={service.due} period={period} service={service.service} />
                <Steps reached={service} period={period} place={{ service: service.service, conto: null }} />
                <Table.Td ta="right">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    className={classes['declare']}
                    onClick={() => setDeclaring(service)}
                  >
                    {service.declared === null ? 'Scrivi…' : euro(service.declared.cents)}
                    <span className="visually-hidden">
                      , totale del gestionale per {serviceName(service.service)}
                    </span>
                  </Button>
                  {service.declared !== null && (
                    <div className={classes['soft']}>
                      {service.declared.count !== null &&
                        `${many(service.declared.count, 'pagamento', 'pagamenti')}, `}
                      {service.declared.author}, {sayMoment(service.declared.madeAt)}
                    </div>
                  )}
                </Table.Td>
                <Table.Td ta="right" data-wrong={isOff(service)} className={classes['difference']}>
                  <Difference service={service} period={period} />
                </Table.Td>
              </Table.Tr>
              <Gaps reached={service} period={period} place={{ service: service.service, conto: null }} />
              {service.conti.length > 1 &&
                service.conti.map((conto) => (
                  <Table.Tr key={conto.conto} className={classes['conto']}>
                    <Table.Th scope="row">
                      {conto.conto === noMoneyYet ? sayConto(conto.conto) : `conto ${sayConto(conto.conto)}`}
                    </Table.Th>
                    <Table.Td />
                    <Steps
                      reached={conto}
                      period={period}
                      place={{ service: service.service, conto: conto.conto }}
                    />
                    <Table.Td />
                    <Table.Td />
                  </Table.Tr>
                ))}
            </Fragment>
          ))}
          <Table.Tr className={classes['total']}>
            <Table.Th scope="row">Totale</Table.Th>
            <Due due={quadratura.total.due} period={period} service={null} />
            <Steps reached={quadratura.total} period={period} place={{ service: null, conto: null }} />
            <Table.Td />
            <Table.Td />
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {declaring !== null && (
        <DeclareDialog
          name={serviceName(declaring.service)}
          service={declaring.service}
          period={period}
          current={declaring.declared}
          onClose={() => setDeclaring(null)}
        />
      )}
    </div>
  );
}

function Steps(props: {
  readonly reached: Quadratura['total'] | Service | Service['conti'][number];
  readonly period: Period;
  readonly place: Place;
}) {
  const addressed = usePayments(props.period, props.place);
  return paymentSteps.map((step) => (
    <Figure key={step} amount={props.reached[step]} href={addressed({ has: [step], lacks: [] })} />
  ));
}

/** What stands between the steps, each a list of payments; nothing where they agree. */
function Gaps(props: { readonly reached: Service; readonly period: Period; readonly place: Place }) {
  const addressed = usePayments(props.period, props.place);
  const gaps = stepGapNames.filter((name) => props.reached.gaps[name].count > 0);
  if (gaps.length === 0) return null;
  return (
    <Table.Tr className={classes['gaps']}>
      <Table.Td colSpan={8}>
        {gaps.map((name) => {
          const { count, cents } = props.reached.gaps[name];
          return (
            <a key={name} href={addressed(stepGaps[name])}>
              {`${sayGap(name, count)}: ${euro(cents)}`}
            </a>
          );
        })}
      </Table.Td>
    </Table.Tr>
  );
}

function Due(props: {
  readonly due: Quadratura['total']['due'];
  readonly period: Period;
  readonly service: string | null;
}) {
  const { due, period, service } = props;
  const { ledger } = useApi();
  const address = (statuses: readonly string[]): string =>
    addressOf({
      ledger,
      screen: 'posizioni',
      ask: {
        filter: {
          from: period.from,
          to: period.to,
          statuses,
          ...(service !== null && { services: [service] }),
        },
      },
    });
  return (
    <Table.Td ta="right">
      {due.all.count > 0 && <Linked amount={due.all} href={address([...unpaid, 'paid'])} />}
      {due.unpaid.count > 0 && (
        <div className={classes['soft']}>
          <a href={address(unpaid)}>
            {`${due.unpaid.count.toLocaleString('it-IT')} non ${due.unpaid.count === 1 ? 'pagata' : 'pagate'}: ${euro(due.unpaid.cents)}`}
          </a>
        </div>
      )}
    </Table.Td>
  );
}

const unpaid = ['overdue', 'unpaid', 'without-iuv'] as const;

function Figure({ amount, href }: { readonly amount: Amount; readonly href: string }) {
  return <Table.Td ta="right">{amount.count > 0 && <Linked amount={amount} href={href} />}</Table.Td>;
}

function Linked({ amount, href }: { readonly amount: Amount; readonly href: string }) {
  return (
    <a href={href} className={classes['figure']}>
      {euro(amount.cents)}
      <span className={classes['soft']}>{amount.count.toLocaleString('it-IT')}</span>
    </a>
  );
}

/** The address of the payments of a place that have come so far. */
function usePayments({ from, to }: Period, { service, conto }: Place): (wanted: StepsWanted) => string {
  const { ledger } = useApi();
  return ({ has, lacks }) =>
    addressOf({
      ledger,
      screen: 'pagamenti',
      ask: {
        filter: {
          from,
          to,
          has,
          ...(lacks.length > 0 && { lacks }),
          ...(service !== null && { services: [service] }),
          ...(conto !== null && { conti: [conto] }),
        },
      },
    });
}

/** It leads to the payments that are compared with what is declared. */
function Difference({ service, period }: { readonly service: Service; readonly period: Period }) {
  const addressed = usePayments(period, { service: service.service, conto: null });
  if (service.difference === null) return null;
  const said = sayDifference(service.difference);
  return isOff(service) ? <a href={addressed({ has: ['paid'], lacks: [] })}>{said}</a> : said;
}

function isOff({ difference }: Service): boolean {
  return difference !== null && (difference.cents !== 0 || (difference.count ?? 0) !== 0);
}

function sayDifference({ count, cents }: NonNullable<Service['difference']>): string {
  if (cents === 0 && (count ?? 0) === 0) return 'nessuna';
  return count === null ? euro(cents) : `${euro(cents)} · ${count.toLocaleString('it-IT')}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
