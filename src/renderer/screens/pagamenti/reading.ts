import type { Checked, Input } from '../../../shared/contract/api.ts';
import { paymentSteps } from '../../../shared/domain/quadratura.ts';
import { statuses } from '../../../shared/domain/verdict.ts';
import {
  namesOf,
  provvisorioOf,
  readBaseFilter,
  textOf,
  textsOf,
  type ListReading,
} from '../../components/list-ask.ts';

export type PaymentFilter = Checked<'payments.list'>['filter'];
export type PaymentSort = NonNullable<Input<'payments.list'>['sort']>['by'];

/** How the list of payments makes sense of an address. */
export const paymentReading: ListReading<PaymentFilter, PaymentSort> = {
  filter: (ask) => ({
    ...readBaseFilter(ask),
    statuses: namesOf(ask['statuses'], statuses),
    services: textsOf(ask['services']),
    partners: textsOf(ask['partners']),
    has: namesOf(ask['has'], paymentSteps),
    lacks: namesOf(ask['lacks'], paymentSteps),
    conti: textsOf(ask['conti']),
    iuf: textOf(ask['iuf']),
    provvisorio: provvisorioOf(ask['provvisorio']),
  }),
  sorts: ['paidOn', 'cents', 'iuv', 'status', 'service', 'debtor'],
  usualSort: { by: 'paidOn', descending: true },
};
