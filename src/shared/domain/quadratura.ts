import { judge, type Evidence } from './verdict.ts';

/**
 * How far a payment of ours has come, each step told by its own paper: `paid` a receipt says so, `reported` a flusso lists
 * it, `settled` the treasury has its money to the cent, `regularised` reversali cover that money whole.
 */
export const paymentSteps = ['paid', 'reported', 'settled', 'regularised'] as const;
export type PaymentStep = (typeof paymentSteps)[number];

/** The conto of a payment whose money did not come yet; an empty one is money whose conto nobody told. */
export const noMoneyYet = '-';

/** `isCovered`: every provvisorio that brings its money is regularised. Of what is not ours no step is told. */
export function stepsOf(evidence: Evidence, isCovered: boolean): readonly PaymentStep[] {
  if (evidence.owner === 'not-ours' || evidence.owner === 'other-partner') return [];
  const isSettled = judge(evidence, false).dots.riconciliazione === 'yes';
  return [
    ...(evidence.receipt === 'paid' ? (['paid'] as const) : []),
    ...(evidence.report === 'none' ? [] : (['reported'] as const)),
    ...(isSettled ? (['settled'] as const) : []),
    ...(isSettled && isCovered ? (['regularised'] as const) : []),
  ];
}

/** What a person is told of a step that a payment has, or lacks. */
export interface StepsWanted {
  readonly has: readonly PaymentStep[];
  readonly lacks: readonly PaymentStep[];
}

/** The differences that a quadratura opens: each is a list of payments. */
export const stepGapNames = ['not-reported', 'without-receipt', 'not-settled', 'not-regularised'] as const;
export type StepGap = (typeof stepGapNames)[number];
export const stepGaps: Readonly<Record<StepGap, StepsWanted>> = {
  'not-reported': { has: ['paid'], lacks: ['reported', 'settled'] },
  'without-receipt': { has: ['reported'], lacks: ['paid'] },
  'not-settled': { has: ['reported'], lacks: ['settled'] },
  'not-regularised': { has: ['settled'], lacks: ['regularised'] },
};

export function isWanted(steps: readonly PaymentStep[], { has, lacks }: StepsWanted): boolean {
  return has.every((step) => steps.includes(step)) && !lacks.some((step) => steps.includes(step));
}
