import type { Output } from '../../../shared/contract/api.ts';

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
        : { name: maskName(debtor.name), codiceFiscale: maskCodiceFiscale(debtor.codiceFiscale) },
    description: null,
  };
}

/** Banks write names into causali, and money that is not pagoPA's has a person behind it. */
export function maskProvvisorio(provvisorio: Provvisorio): Omit<Provvisorio, 'causale'> & { causale: null } {
  return { ...provvisorio, causale: null, payer: null };
}

/** The first two characters and the last: neither the day of birth nor the place. */
function maskCodiceFiscale(written: string | null): string | null {
  if (written === null) return null;
  return written.length < 11
    ? '*'.repeat(written.length)
    : `${written.slice(0, 2)}${'*'.repeat(written.length - 3)}${written.slice(-1)}`;
}

function maskName(written: string | null): string | null {
  if (written === null) return null;
  const initials = written
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${(/^./u.exec(word)?.[0] ?? '').toUpperCase()}.`);
  return initials.join(' ');
}
