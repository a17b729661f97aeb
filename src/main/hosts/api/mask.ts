import type { Output } from '../../../shared/contract/api.ts';
import { maskCodiceFiscale, maskName } from '../../../shared/domain/masked.ts';

type Payment = Output<'payments.list'>['rows'][number];
type Provvisorio = Output<'provvisori.list'>['rows'][number];

/**
 * A payment for a program that may not know who paid: it sees that there is somebody, and can tell two of them apart, no
 * more. What a receipt words is free text, in which names stand.
 */
export function maskPayment(payment: Payment): Payment {
  const { debtor } = payment;
  return {
    ...payment,
    debtor:
      debtor === null
        ? null
        : {
            name: debtor.name === null ? null : maskName(debtor.name),
            codiceFiscale: debtor.codiceFiscale === null ? null : maskCodiceFiscale(debtor.codiceFiscale),
          },
    description: null,
  };
}

/** Banks write names into causali, and money that is not pagoPA's has a person behind it. */
export function maskProvvisorio(provvisorio: Provvisorio): Omit<Provvisorio, 'causale'> & { causale: null } {
  return { ...provvisorio, causale: null, payer: null };
}
