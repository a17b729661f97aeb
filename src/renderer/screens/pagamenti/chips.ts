import type { PaymentStep } from '../../../shared/domain/quadratura.ts';
import { sayConto, stepLabels } from '../../../shared/wording/quadratura.ts';
import { statusLabels } from '../../../shared/wording/labels.ts';
import { baseChips, namedChips, type Chip } from '../../components/chips.ts';
import type { PaymentFilter } from './reading.ts';

/** What the list of payments is narrowed to, in words. */
export function paymentChips(
  filter: PaymentFilter,
  serviceName: (id: string) => string,
  documentName: string | null,
): readonly Chip<PaymentFilter>[] {
  const { statuses, services, partners, iuf, provvisorio } = filter;
  return [
    ...namedChips<PaymentFilter, PaymentFilter['statuses'][number]>(
      'stato',
      statuses,
      (status) => statusLabels[status].toLowerCase(),
      (left) => ({ statuses: left }),
    ),
    ...namedChips<PaymentFilter, string>('servizio', services, serviceName, (left) => ({ services: left })),
    ...namedChips<PaymentFilter, string>(
      'partner',
      partners,
      (name) => name,
      (left) => ({ partners: left }),
    ),
    ...namedChips<PaymentFilter, PaymentStep>(
      'solo',
      filter.has,
      (step) => stepLabels[step],
      (left) => ({ has: left }),
    ),
    ...namedChips<PaymentFilter, PaymentStep>(
      'non ancora',
      filter.lacks,
      (step) => stepLabels[step],
      (left) => ({ lacks: left }),
    ),
    ...namedChips<PaymentFilter, string>('conto', filter.conti, sayConto, (left) => ({ conti: left })),
    ...(iuf === null ? [] : [{ key: 'iuf', text: `flusso: ${iuf}`, without: { iuf: null } }]),
    ...(provvisorio === null
      ? []
      : [
          {
            key: 'provvisorio',
            text: `provvisorio: ${provvisorio.numero}/${provvisorio.esercizio}`,
            without: { provvisorio: null },
          },
        ]),
    ...baseChips(filter, documentName),
  ];
}
