import type { PaymentStep, StepGap } from '../domain/quadratura.ts';

/** What a payment is once it has come that far. */
export const stepLabels: Readonly<Record<PaymentStep, string>> = {
  paid: 'pagati',
  reported: 'rendicontati',
  settled: 'riconciliati',
  regularised: 'regolarizzati',
};

/** The payments that stand between two steps. */
export const gapLabels: Readonly<Record<StepGap, string>> = {
  'not-reported': 'pagati, non rendicontati',
  'without-receipt': 'rendicontati senza ricevuta',
  'not-settled': 'rendicontati, non riconciliati',
  'not-regularised': 'riconciliati, non regolarizzati',
};
