import { many } from './figures.ts';
import { noMoneyYet, type PaymentStep, type StepGap } from '../domain/quadratura.ts';

/** What a payment is once it has come that far. */
export const stepLabels: Readonly<Record<PaymentStep, string>> = {
  paid: 'pagati',
  reported: 'rendicontati',
  settled: 'riconciliati',
  regularised: 'regolarizzati',
};

/** The conto on which money came, as `noMoneyYet` and the empty one are said. */
export function sayConto(conto: string): string {
  if (conto === noMoneyYet) return 'denaro non ancora arrivato';
  return conto === '' ? 'non indicato' : conto;
}

/** The payments that stand between two steps, with how many they are. */
export function sayGap(gap: StepGap, count: number): string {
  return many(count, ...gapWords[gap]);
}

const gapWords: Readonly<Record<StepGap, readonly [one: string, several: string]>> = {
  'not-reported': ['pagato, non rendicontato', 'pagati, non rendicontati'],
  'without-receipt': ['rendicontato senza ricevuta', 'rendicontati senza ricevuta'],
  'not-settled': ['rendicontato, non riconciliato', 'rendicontati, non riconciliati'],
  'not-regularised': ['riconciliato, non regolarizzato', 'riconciliati, non regolarizzati'],
};
