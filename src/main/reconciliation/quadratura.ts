import {
  isWanted,
  paymentSteps,
  stepGaps,
  stepsOf,
  type PaymentStep,
  type StepGap,
} from '../../shared/domain/quadratura.ts';
import { byText } from '../../shared/domain/order.ts';
import { decodeEvidence } from '../../shared/domain/verdict.ts';
import type { StepGroup } from '../ledger/quadratura.ts';

interface Amount {
  readonly count: number;
  readonly cents: number;
}

/** How many payments, and how much, have come to each step, and what stands between the steps. */
export type Reached = Readonly<Record<PaymentStep, Amount>> & {
  readonly gaps: Readonly<Record<StepGap, Amount>>;
};

/** What came of one service, all together and conto by conto. */
export interface ReachedOfService extends Reached {
  readonly service: string;
  readonly conti: readonly (Reached & { readonly conto: string })[];
}

/** Adds up payments service by service; those of others count nowhere. */
export function reachedByService(groups: readonly StepGroup[]): readonly ReachedOfService[] {
  return [...Map.groupBy(groups, ({ service }) => service)]
    .map(([service, ofService]) => ({
      service,
      ...reachedOf(ofService),
      conti: [...Map.groupBy(ofService, ({ conto }) => conto)]
        .toSorted(([a], [b]) => byText(a, b))
        .map(([conto, ofConto]) => ({ conto, ...reachedOf(ofConto) }))
        .filter(isAnything),
    }))
    .filter(isAnything)
    .toSorted((a, b) => byText(a.service, b.service));
}

export function reachedOf(groups: readonly StepGroup[]): Reached {
  const told = groups.map(({ evidence, isCovered, count, cents }) => ({
    steps: stepsOf(decodeEvidence(evidence), isCovered === 1),
    count,
    cents,
  }));
  const sum = (has: (steps: readonly PaymentStep[]) => boolean): Amount =>
    told
      .filter(({ steps }) => has(steps))
      .reduce((all, { count, cents }) => ({ count: all.count + count, cents: all.cents + cents }), nothing);
  const step = (name: PaymentStep): Amount => sum((steps) => steps.includes(name));
  const gap = (name: StepGap): Amount => sum((steps) => isWanted(steps, stepGaps[name]));
  return {
    paid: step('paid'),
    reported: step('reported'),
    settled: step('settled'),
    regularised: step('regularised'),
    gaps: {
      'not-reported': gap('not-reported'),
      'without-receipt': gap('without-receipt'),
      'not-settled': gap('not-settled'),
      'not-regularised': gap('not-regularised'),
    },
  };
}

const nothing: Amount = { count: 0, cents: 0 };

/** Whatever is missing is missing behind a step that was reached. */
function isAnything(reached: Reached): boolean {
  return paymentSteps.some((step) => reached[step].count > 0);
}
