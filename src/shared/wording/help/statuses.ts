import { judge, statuses, type Evidence, type Status } from '../../domain/verdict.ts';
import { statusMeanings } from '../dots.ts';
import { statusLabels } from '../labels.ts';
import type { HelpSection } from './entry.ts';

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

export const statusHelp: HelpSection = {
  id: 'stati',
  title: 'Gli stati di un pagamento',
  lead: 'Lo stato dice in due parole che cosa raccontano i tre pallini. Qui accanto a ogni stato i pallini che ha di solito. Se ne valgono più d’uno, si mostra quello che viene prima in questo elenco; gli altri stanno nel dettaglio.',
  entries: statuses.map((status) => {
    const { evidence, late } = typicalEvidence[status];
    const { means, next } = statusMeanings[status];
    return {
      id: `stato-${status}`,
      title: statusLabels[status],
      dots: judge(evidence, late).dots,
      paragraphs: [means, `Che cosa fare: ${next.charAt(0).toLowerCase()}${next.slice(1)}`],
    };
  }),
};

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
