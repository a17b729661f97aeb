import type { FlowBucket, ProvvisorioBucket } from './bucket.ts';
import type { Extraction } from './causale/extraction.ts';
import { judge, type Evidence, type Status } from './verdict.ts';

/**
 * What the national programs (the `p4pa` back office and MyPivot) call the same things: a receipt (RT), a row of a flusso
 * (IUF), the treasurer's money (TES). Labels that need the notifications of the ente (IUD) do not exist here.
 */
export const labels = [
  'RT_IUF_TES',
  'RT_TES',
  'RT_IUF',
  'RT_NO_IUF',
  'IUF_NO_TES',
  'IUF_TES_DIV_IMP',
  'IUV_NO_RT',
  'TES_NO_IUF_OR_IUV',
  'TES_NO_MATCH',
  'DOPPI',
] as const;
export type Label = (typeof labels)[number];

/**
 * The one label of a payment; there several may hold, here the status that wins tells it. Null for what is not ours and
 * for what was never paid: they have no label for it.
 */
export function labelOfPayment(evidence: Evidence, late: boolean): Label | null {
  const told = ofStatus[judge(evidence, late).status];
  return typeof told === 'function' ? told(evidence, late) : told;
}

const ofStatus: Readonly<
  Record<Status, Label | null | ((evidence: Evidence, late: boolean) => Label | null)>
> = {
  'not-ours': null,
  'other-partner': null,
  'not-paid': null,
  // MyPivot leaves revoked rows out: what is left is a receipt without row, or a row of what was not paid.
  revoked: ({ receipt }) => (receipt === 'paid' ? 'RT_NO_IUF' : 'IUV_NO_RT'),
  'double-payment': 'DOPPI',
  // They trust the declared total. We do not: nobody should regularise what does not add up.
  'flow-anomalous': ({ receipt, money }, late) => {
    if (receipt !== 'paid') return 'IUV_NO_RT';
    if (money !== 'none') return 'IUF_TES_DIV_IMP';
    return late ? 'IUF_NO_TES' : 'RT_IUF';
  },
  'paid-without-receipt': 'IUV_NO_RT',
  'receipt-missing': 'IUV_NO_RT',
  'reported-amount-differs': 'RT_NO_IUF',
  'not-reported': 'RT_NO_IUF',
  'settlement-missing': 'IUF_NO_TES',
  'over-settled': 'IUF_TES_DIV_IMP',
  'partly-settled': 'IUF_TES_DIV_IMP',
  'awaiting-report': 'RT_NO_IUF',
  'awaiting-settlement': 'RT_IUF',
  'settled-singly': 'RT_TES',
  complete: 'RT_IUF_TES',
};

/** Of a flusso. One that is in order has none of its own: whether its receipts are here is told by its payments. */
export function labelOfFlusso(bucket: FlowBucket): Label | null {
  return ofFlowBucket[bucket];
}

const ofFlowBucket: Readonly<Record<FlowBucket, Label | null>> = {
  reconciled: null,
  partial: 'IUF_TES_DIV_IMP',
  notReported: 'TES_NO_IUF_OR_IUV',
  otherPartner: null,
  inError: 'IUF_TES_DIV_IMP',
  awaiting: 'IUF_NO_TES',
  missing: 'IUF_NO_TES',
};

/** What tells the label of a provvisorio: where it stands, what its causale names, and whether it counts under an IUF. */
export interface LabelledProvvisorio {
  readonly bucket: ProvvisorioBucket;
  readonly kind: Extraction['kind'];
  readonly hasFlusso: boolean;
}

/** Of a provvisorio; one that was called back, is another partner's or makes a flusso whole has none. */
export function labelOfProvvisorio({ bucket, kind, hasFlusso }: LabelledProvvisorio): Label | null {
  switch (bucket) {
    case 'notPagoPa':
      return 'TES_NO_MATCH';
    case 'notReported':
      return 'TES_NO_IUF_OR_IUV';
    case 'partial':
      return 'IUF_TES_DIV_IMP';
    case 'inError':
      return hasFlusso || kind === 'iuv' ? 'IUF_TES_DIV_IMP' : 'TES_NO_MATCH';
    case 'reconciled':
      return !hasFlusso && kind === 'iuv' ? 'RT_TES' : null;
    case 'otherPartner':
    case 'cancelled':
      return null;
  }
}
