import { judge, statuses, type Dot, type Dots, type Evidence, type Status } from '../../domain/verdict.ts';
import { sayAnswer } from '../dots.ts';
import { statusLabels } from '../labels.ts';
import { slugOf } from './slug.ts';

/** A payment as it usually is when it has a status; its dots are judged, not drawn by hand. */
export const typicalEvidence: Readonly<
  Record<Status, { readonly evidence: Evidence; readonly late: boolean }>
> = {
  'not-ours': typical({ owner: 'not-ours', report: 'none', money: 'none' }),
  'other-partner': typical({ owner: 'other-partner', receipt: 'none' }),
  'not-paid': typical({ receipt: 'failed', report: 'none', money: 'none' }),
  revoked: typical({ receipt: 'none', report: 'revoked' }),
  'double-payment': typical({ double: true }),
  'flow-anomalous': typical({ flowAnomalous: true }),
  'paid-without-receipt': typical({ receipt: 'none', report: 'without-receipt' }),
  'receipt-missing': typical({ receipt: 'none' }),
  'reported-amount-differs': typical({ amountDiffers: true }),
  'not-reported': typical({ report: 'none', money: 'none' }, true),
  'settlement-missing': typical({ money: 'none' }, true),
  'over-settled': typical({ money: 'over' }),
  'partly-settled': typical({ money: 'partly' }),
  'awaiting-report': typical({ report: 'none', money: 'none' }),
  'awaiting-settlement': typical({ money: 'none' }),
  'settled-singly': typical({ report: 'none', money: 'none', settledSingly: true }),
  complete: typical({}),
};

/** The dots that stand beside the section of a status: those that a payment usually has in it. */
export const dotsOfVoce: ReadonlyMap<string, Dots> = new Map(
  statuses.map((status) => {
    const { evidence, late } = typicalEvidence[status];
    return [slugOf(statusLabels[status]), judge(evidence, late).dots];
  }),
);

/** The sign that stands beside the section of an answer of a dot. */
export const dotOfVoce: ReadonlyMap<string, Dot> = new Map(
  (['yes', 'waiting', 'warning', 'problem', 'none'] as const).map((dot) => [
    slugOf(`Segno: ${sayAnswer(dot)}`),
    dot,
  ]),
);

function typical(
  evidence: Partial<Evidence>,
  late = false,
): { readonly evidence: Evidence; readonly late: boolean } {
  return {
    evidence: {
      owner: 'ours',
      receipt: 'paid',
      report: 'executed',
      money: 'exact',
      amountDiffers: false,
      flowAnomalous: false,
      settledSingly: false,
      double: false,
      notes: [],
      ...evidence,
    },
    late,
  };
}
