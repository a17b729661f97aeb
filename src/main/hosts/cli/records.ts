import type { Output } from '../../../shared/contract/api.ts';

export type Payment = Output<'payments.list'>['rows'][number];
export type Position = Output<'positions.list'>['rows'][number];
export type Flusso = Output<'flussi.list'>['rows'][number];
export type Expected = Output<'expected.list'>['rows'][number];
export type Regularisation = Output<'regularisation.list'>['rows'][number];
export type Provvisorio = Output<'provvisori.list'>['rows'][number];

/**
 * What the command line tells of a payment, a flusso, a provvisorio, a position: a stable interface, on which scripts rely, and
 * which says less than the window does. Who paid is not told.
 */
export function paymentRecord(payment: Payment): Omit<Payment, 'debtor' | 'description'> {
  const { debtor: _debtor, description: _description, ...record } = payment;
  return record;
}

export function flussoRecord(flusso: Flusso): Omit<Flusso, 'psp'> {
  const { psp: _psp, ...record } = flusso;
  return record;
}

export function provvisorioRecord(
  provvisorio: Provvisorio,
): Omit<Provvisorio, 'payer' | 'iuf' | 'shares' | 'decided' | 'conflict'> {
  const {
    payer: _payer,
    iuf: _iuf,
    shares: _shares,
    decided: _decided,
    conflict: _conflict,
    ...record
  } = provvisorio;
  return record;
}

/** What the ragioneria is asked for; a part without a reason is a reversale. */
export function regularisationRecord(regularisation: Regularisation) {
  const { esercizio, numero, conto, date, cents, openCents, state, stage, sent, parts, reversali } =
    regularisation;
  return {
    esercizio,
    numero,
    conto,
    date,
    cents,
    openCents,
    state,
    stage,
    sent: sent && {
      at: sent.at,
      author: sent.author,
      note: sent.note,
      changed: sent.changed,
      parts: sent.parts.map(partRecord),
    },
    parts: parts.map(partRecord),
    reversali,
  };
}

function partRecord({ iuf, service, partner, capitolo, accertamento, cents, payments, reason }: Part) {
  const told = { iuf, service, partner, capitolo, accertamento, cents, payments };
  return reason === null ? told : { ...told, reason };
}

type Part = Regularisation['parts'][number];

/** Debtors are told: the list is asked for to write to them. */
export function positionRecord(position: Position) {
  const { key: _key, flags: _flags, debtor, ...record } = position;
  const { codiceFiscale, name } = debtor;
  return { ...record, debtor: { codiceFiscale, name } };
}
