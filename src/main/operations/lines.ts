import type { Output } from '../../shared/contract/api.ts';
import { isSuspect } from '../../shared/domain/bucket.ts';
import { decodeEvidence, judge } from '../../shared/domain/verdict.ts';
import type { ListedFlow } from '../ledger/flow-list.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { pspOf } from '../ledger/payment-card.ts';
import type { ListedPayment } from '../ledger/payment-list.ts';
import { provvisoriOfMoney } from '../ledger/payment-money.ts';
import type { ListedPosition } from '../ledger/position-list.ts';
import type { ListedProvvisorio } from '../ledger/provvisorio-list.ts';
import { sourceOf } from '../ledger/sources.ts';

type Payment = Output<'payments.list'>['rows'][number];
type Position = Output<'positions.list'>['rows'][number];
type Flusso = Output<'flussi.list'>['rows'][number];
type Provvisorio = Output<'provvisori.list'>['rows'][number];

/** A payment as the contract tells it, judged as of the day it was read for. */
export function showPayment(ledger: ReadableLedger, row: ListedPayment): Payment {
  const { iuv, iur, index, noticeNumber, cents, paidOn, service, partner, iuf, description } = row;
  const { status, dots, reasons } = judge(decodeEvidence(row.evidence), row.late === 1);
  const isKnown = row.debtorName !== null || row.debtorCf !== null;
  return {
    iuv,
    iur,
    index,
    noticeNumber,
    cents,
    paidOn,
    service,
    partner,
    status,
    dots,
    iuf,
    provvisori: provvisoriOfMoney(ledger, row.iufKey, row.provvisorioId),
    reasons,
    debtor: isKnown ? { name: row.debtorName, codiceFiscale: row.debtorCf } : null,
    description,
  };
}

/** A debt position as the contract tells it, as of the day it was read for. */
export function showPosition(row: ListedPosition): Position {
  const { key, iud, iuv, noticeNumber, service, tipoDovuto, description, cents, dueDay, status, paidCents } =
    row;
  const isPaid = paidCents !== null;
  return {
    key,
    iud,
    iuv,
    noticeNumber,
    debtor: { name: row.debtorName, codiceFiscale: row.debtorCf },
    service,
    tipoDovuto,
    description,
    cents,
    dueDay,
    status,
    paidCents,
    flags: [
      ...(isPaid && paidCents !== cents ? (['paid-differs'] as const) : []),
      ...(isPaid && row.cancelled === 1 ? (['paid-though-cancelled'] as const) : []),
      ...(row.disagree === 1 ? (['lists-disagree'] as const) : []),
    ],
  };
}

/** A position on the card of its payment: with the line that tells it. */
export function showPositionOfPayment(ledger: ReadableLedger, row: ListedPosition) {
  const { key, debtor, description, tipoDovuto, cents, dueDay, status } = showPosition(row);
  const source = sourceOf(ledger, 'posizioni', row.factId);
  return { key, source, debtor, description, tipoDovuto, cents, dueDay, status };
}

export function showFlusso(ledger: ReadableLedger, row: ListedFlow): Flusso {
  const { iuf, revision, date, cents, rows, receivedCents, bucket } = row;
  return {
    iuf,
    revision,
    date,
    cents,
    rows,
    receivedCents,
    bucket,
    provvisori: provvisoriOfMoney(ledger, row.iufKey, null),
    psp: pspOf(row.pspCode, row.pspName),
  };
}

export function showProvvisorio(row: ListedProvvisorio): Provvisorio {
  const { esercizio, numero, conto, date, cents, causale, state, bucket, payer } = row;
  const { readIuf, prog, iuv, kind, confidence, source, shares, decided, conflict } = row;
  return {
    esercizio,
    numero,
    conto,
    date,
    cents,
    causale,
    state,
    extraction: { iuf: readIuf, prog, iuv, kind, confidence, source },
    bucket,
    suspect: isSuspect(row),
    payer,
    iuf: shares.length === 1 ? (shares[0]?.iuf ?? null) : null,
    shares,
    decided,
    conflict,
  };
}

/** A provvisorio on somebody else's card: with the line that brought it. */
export function showProvvisorioLine(ledger: ReadableLedger, row: ListedProvvisorio) {
  return { ...showProvvisorio(row), source: sourceOf(ledger, 'movimenti', row.movimentoId) };
}
