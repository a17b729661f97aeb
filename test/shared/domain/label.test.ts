import { describe, expect, it } from 'vitest';
import { flowBuckets, provvisorioBuckets } from '../../../src/shared/domain/bucket.ts';
import {
  labelOfFlusso,
  labelOfPayment,
  labelOfProvvisorio,
  labels,
  type Label,
  type LabelledProvvisorio,
} from '../../../src/shared/domain/label.ts';
import type { Evidence } from '../../../src/shared/domain/verdict.ts';

/** Receipt, row and money are here and agree. */
const whole: Evidence = {
  owner: 'ours',
  receipt: 'paid',
  report: 'executed',
  amountDiffers: false,
  flowAnomalous: false,
  money: 'exact',
  settledSingly: false,
  double: false,
  notes: [],
};
const noReport = { report: 'none', money: 'none' } as const;
const noReceipt = { receipt: 'none' } as const;

describe('the label of a payment', () => {
  it.each<[meaning: string, of: Partial<Evidence>, late: boolean, label: Label | null]>([
    ['receipt, row and money agree', {}, false, 'RT_IUF_TES'],
    ['the money came for its IUV alone', { ...noReport, settledSingly: true }, false, 'RT_TES'],
    ['receipt and row agree, the money is not due yet', { money: 'none' }, false, 'RT_IUF'],
    ['receipt and row agree, the money is late', { money: 'none' }, true, 'IUF_NO_TES'],
    ['less money than the flusso says', { money: 'partly' }, false, 'IUF_TES_DIV_IMP'],
    ['more money than the flusso says', { money: 'over' }, true, 'IUF_TES_DIV_IMP'],
    ['a receipt without row, not due yet', noReport, false, 'RT_NO_IUF'],
    ['a receipt without row, late', noReport, true, 'RT_NO_IUF'],
    ['receipt and row differ in amount', { amountDiffers: true }, false, 'RT_NO_IUF'],
    ['a row without receipt', noReceipt, false, 'IUV_NO_RT'],
    ['a row without receipt and without money', { ...noReceipt, money: 'none' }, true, 'IUV_NO_RT'],
    ['esito 8 or 9', { ...noReceipt, report: 'without-receipt' }, false, 'IUV_NO_RT'],
    ['a row of what was not paid: the receipt failed', { receipt: 'failed' }, false, 'IUV_NO_RT'],
    ['revoked, with its receipt', { report: 'revoked' }, false, 'RT_NO_IUF'],
    ['revoked, without receipt', { ...noReceipt, report: 'revoked' }, false, 'IUV_NO_RT'],
    ['the same notice twice', { double: true }, false, 'DOPPI'],
    ['a flusso that does not add up, with its money', { flowAnomalous: true }, false, 'IUF_TES_DIV_IMP'],
    ['the same, without money', { flowAnomalous: true, money: 'none' }, false, 'RT_IUF'],
    ['the same, and late', { flowAnomalous: true, money: 'none' }, true, 'IUF_NO_TES'],
    ['the same, without receipt', { ...noReceipt, flowAnomalous: true }, false, 'IUV_NO_RT'],
    ['an unknown esito', { report: 'unknown-outcome' }, false, 'IUF_TES_DIV_IMP'],
    ['a failed attempt, never reported', { ...noReport, receipt: 'failed' }, false, null],
    ['another partner’s', { owner: 'other-partner' }, false, null],
    ['a receipt for other enti only', { owner: 'not-ours' }, false, null],
    ['a code that nobody knows counts as ours', { owner: 'unknown-code' }, false, 'RT_IUF_TES'],
  ])('%s', (_meaning, of, late, label) => {
    expect(labelOfPayment({ ...whole, ...of }, late)).toBe(label);
  });
});

it('the label of a flusso: money that nobody reported is the treasurer’s, the rest is the payments’', () => {
  expect(Object.fromEntries(flowBuckets.map((bucket) => [bucket, labelOfFlusso(bucket)]))).toEqual({
    reconciled: null,
    partial: 'IUF_TES_DIV_IMP',
    notReported: 'TES_NO_IUF_OR_IUV',
    otherPartner: null,
    inError: 'IUF_TES_DIV_IMP',
    awaiting: 'IUF_NO_TES',
    missing: 'IUF_NO_TES',
  });
});

describe('the label of a provvisorio', () => {
  const named: LabelledProvvisorio = { bucket: 'reconciled', kind: 'iuf', hasFlusso: true };
  it.each<[meaning: string, of: Partial<LabelledProvvisorio>, label: Label | null]>([
    ['its flusso is whole', {}, null],
    ['its receipt is here, it came for one IUV', { kind: 'iuv', hasFlusso: false }, 'RT_TES'],
    ['names a flusso that is not here', { bucket: 'notReported' }, 'TES_NO_IUF_OR_IUV'],
    [
      'names an IUV whose receipt is not here',
      { bucket: 'notReported', kind: 'iuv', hasFlusso: false },
      'TES_NO_IUF_OR_IUV',
    ],
    ['only a part of its flusso', { bucket: 'partial' }, 'IUF_TES_DIV_IMP'],
    ['more than its flusso', { bucket: 'inError' }, 'IUF_TES_DIV_IMP'],
    [
      'another amount than the receipt of its IUV',
      { bucket: 'inError', kind: 'iuv', hasFlusso: false },
      'IUF_TES_DIV_IMP',
    ],
    ['a causale cut by the bank', { bucket: 'inError', kind: 'truncated', hasFlusso: false }, 'TES_NO_MATCH'],
    [
      'a causale that cannot be read',
      { bucket: 'inError', kind: 'unreadable', hasFlusso: false },
      'TES_NO_MATCH',
    ],
    ['not of pagoPA', { bucket: 'notPagoPa', kind: 'none', hasFlusso: false }, 'TES_NO_MATCH'],
    ['of another partner', { bucket: 'otherPartner' }, null],
    ['called back', { bucket: 'cancelled' }, null],
  ])('%s', (_meaning, of, label) => {
    expect(labelOfProvvisorio({ ...named, ...of })).toBe(label);
  });

  it('is one of the list, wherever the money stands', () => {
    for (const bucket of provvisorioBuckets)
      expect([...labels, null]).toContain(labelOfProvvisorio({ ...named, bucket }));
  });
});
