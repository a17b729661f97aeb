import type { ReportBucket } from '../../shared/domain/bucket.ts';
import { compareMoney } from '../../shared/domain/bucket.ts';
import { byText } from '../../shared/domain/order.ts';
import { instantKey } from '../../shared/domain/day.ts';
import type { Codici } from '../../shared/domain/codice.ts';
import {
  encodeEvidence,
  judge,
  type Evidence,
  type Note,
  type Owner,
  type Report,
} from '../../shared/domain/verdict.ts';
import type { ClaimFact, DerivedPayment, RowFact, SingleFact, TouchedIuv } from '../ledger/payments.ts';
import { matchIuv, type MatchedPayment } from './match-iuv.ts';
import { paidCents, type Claim, type ReportedRow } from './payment-draft.ts';
import { serviceOfPayments } from './service-of-payments.ts';

export interface PaymentsOfIuv {
  readonly payments: readonly DerivedPayment[];
  /** Where each provvisorio paid for this IUV alone stands. */
  readonly singles: readonly { readonly id: number; readonly bucket: ReportBucket }[];
}

/**
 * All that follows from the facts of one IUV: its payments with their verdicts, and its single provvisori. `assignedTo`:
 * the other partner to whom a person assigned the IUV.
 */
export function paymentsOfIuv(
  facts: TouchedIuv,
  codici: Codici,
  assignedTo: string | null = null,
): PaymentsOfIuv {
  const matched = matchIuv(
    facts.claims.map(toClaim),
    facts.rows.map(toRow),
    facts.singles.map((single) => ({
      id: single.id,
      key: single.key,
      cents: single.cents,
      date: single.day,
    })),
  );
  const { owner, partner, assigned } = whoseIs(facts, codici, assignedTo);
  const context = {
    iuv: facts.iuv,
    owner,
    partner,
    serviceOf: serviceOfPayments(facts, codici),
    dueDayOfClaim: new Map(facts.claims.map((claim) => [claim.id, claim.dueDay])),
    dueDayOfRow: new Map(facts.rows.map((row) => [row.id, row.dueDay])),
  };
  return {
    payments: matched.map((payment) => derive(payment, context)),
    singles: facts.singles.map((single) => ({
      id: single.id,
      bucket: assigned ? 'otherPartner' : judgeSingle(single, matched, owner),
    })),
  };
}

interface Context {
  readonly iuv: string;
  readonly owner: Owner;
  readonly partner: string | null;
  readonly serviceOf: ReturnType<typeof serviceOfPayments>;
  readonly dueDayOfClaim: ReadonlyMap<number, ClaimFact['dueDay']>;
  readonly dueDayOfRow: ReadonlyMap<number, RowFact['dueDay']>;
}

/** A person's word wins: on the IUV, else on a flusso that lists it; of two such flussi the first. */
function whoseIs(
  facts: TouchedIuv,
  codici: Codici,
  assignedTo: string | null,
): { readonly owner: Owner; readonly partner: string | null; readonly assigned: boolean } {
  const [ofFlusso = null] = facts.rows
    .toSorted((a, b) => byText(a.iufKey, b.iufKey))
    .flatMap((row) => row.partner ?? []);
  const decided = assignedTo ?? ofFlusso;
  if (decided !== null) return { owner: 'other-partner', partner: decided, assigned: true };
  const told = codici.ownerOf(facts.iuv);
  const owner = ownerOf(told.kind, facts.claims);
  const partner = owner === 'other-partner' && told.kind === 'other' ? told.nome : null;
  return { owner, partner, assigned: false };
}

/**
 * A receipt that pays us settles whose the IUV is, also when its digits belong to the numbering of another ente, as
 * where several enti share one notice, or of another partner.
 * Without one the codici decide, and an unknown code stays ours until somebody says otherwise.
 */
function ownerOf(told: 'ours' | 'other' | 'unknown', claims: readonly ClaimFact[]): Owner {
  if (claims.some((claim) => claim.standing === 'paid')) return 'ours';
  if (told === 'other') return 'other-partner';
  return told === 'ours' ? 'ours' : 'unknown-code';
}

function derive(payment: MatchedPayment, context: Context): DerivedPayment {
  const { claim, row } = payment;
  const evidence = evidenceOf(payment, context.owner);
  const code = encodeEvidence(evidence);
  const { status } = judge(evidence, false);
  const { status: lateStatus } = judge(evidence, true);
  const dueDay = row === null ? context.dueDayOfClaim.get(claim?.id ?? -1) : context.dueDayOfRow.get(row.id);
  return {
    iuv: context.iuv,
    iur: payment.iur,
    index: payment.index,
    cents: evidence.owner === 'not-ours' ? 0 : (claim?.cents ?? row?.cents ?? 0),
    paidOn: claim?.paidOn ?? row?.date ?? null,
    partner: context.partner,
    ...context.serviceOf(claim?.id ?? null),
    transferId: claim?.id ?? null,
    rigaId: row?.id ?? null,
    iufKey: row?.iufKey ?? null,
    provvisorioId: payment.single?.id ?? null,
    evidence: code,
    dueDay: dueDay ?? null,
    status,
    lateStatus,
  };
}

function evidenceOf(payment: MatchedPayment, ownerOfIuv: Owner): Evidence {
  const { claim, row } = payment;
  const foreign = claim?.standing === 'not-ours';
  const notes = new Set<Note>(payment.notes);
  if (ownerOfIuv === 'unknown-code' && !foreign) notes.add('unknown-code');
  return {
    owner: foreign ? 'not-ours' : ownerOfIuv,
    receipt: claim === null || foreign ? 'none' : claim.standing === 'paid' ? 'paid' : 'failed',
    report: row?.report ?? 'none',
    amountDiffers: claim !== null && payment.rows.some((one) => claim.cents !== paidCents(one)),
    flowAnomalous: payment.rows.some((one) => one.flowAnomalous),
    money: payment.single === null ? (row?.money ?? 'none') : 'exact',
    settledSingly: payment.single !== null,
    double: payment.double,
    notes: [...notes],
  };
}

/** Money for one IUV agrees with the receipt, or is less, or more, or nobody has told of it. */
function judgeSingle(single: SingleFact, matched: readonly MatchedPayment[], owner: Owner): ReportBucket {
  if (matched.some((payment) => payment.single?.id === single.id)) return 'reconciled';
  const open = matched.filter((payment) => payment.claim?.standing === 'paid' && payment.single === null);
  if (open.length > 0) {
    const claimed = open.reduce((sum, payment) => sum + (payment.claim?.cents ?? 0), 0);
    return compareMoney(single.cents, claimed) === 'partly' ? 'partial' : 'inError';
  }
  return owner === 'other-partner' ? 'otherPartner' : 'notReported';
}

function toClaim(fact: ClaimFact): Claim {
  const notes: Note[] = [];
  if (fact.bolloLines > 0) notes.push('bollo-excluded');
  if (fact.othersLines > 0) notes.push('several-enti');
  return {
    id: fact.id,
    document: fact.document,
    listed: fact.form === 'list',
    iur: fact.iur,
    // An unpaid RT may have no line: it still stands for one payment.
    index: Math.max(fact.index, 1),
    cents: fact.cents,
    totalCents: fact.totalCents,
    standing: fact.standing,
    paidOn: fact.paidOn,
    issuedAt: fact.issuedAt === null ? '' : instantKey(fact.issuedAt),
    debtor: fact.debtor,
    digest: fact.digest,
    notes,
  };
}

function toRow(fact: RowFact): ReportedRow {
  return {
    id: fact.id,
    iufKey: fact.iufKey,
    iur: fact.iur,
    index: fact.index,
    cents: fact.cents,
    report: reportOf(fact.esito),
    date: fact.day,
    flowAnomalous: fact.report === 'anomalous',
    money: fact.money,
  };
}

/** codiceEsitoSingoloPagamento: 0 executed, 4 stand-in, 8 stand-in without RPT, 9 without RPT and RT, 3 revoked. */
export function reportOf(esito: number): Exclude<Report, 'none'> {
  switch (esito) {
    case 0:
    case 4:
      return 'executed';
    case 8:
    case 9:
      return 'without-receipt';
    case 3:
      return 'revoked';
    default:
      return 'unknown-outcome';
  }
}
