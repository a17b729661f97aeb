import type { Output } from '../../shared/contract/api.ts';
import { addDays, isDay, type Day } from '../../shared/domain/day.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import type { ProvvisorioKey } from '../ledger/provvisori.ts';
import {
  awaitedFlow,
  awaitedFlowsFor,
  looseMoney,
  looseMoneyFor,
  type AwaitedFlow,
  type LooseMoney,
} from '../ledger/suggestions.ts';
import { bestFits, daysAfter, daysBefore, fitOf, rivalsOf, type Fit } from '../reconciliation/suggest.ts';

type Suggestion = Output<'provvisori.read'>['suggestions'][number];

/** Flussi whose missing money this provvisorio could be, with their day and their total. */
export function suggestionsForProvvisorio(
  ledger: ReadableLedger,
  key: ProvvisorioKey,
  today: Day,
): Suggestion[] {
  const money = looseMoney(ledger, key);
  if (money === null) return [];
  const fits = fitsOfMoney(ledger, money, today);
  return bestFits(fits).map((fit) => ({
    ...suggestion(fit, [...fits, ...fitsOfFlow(ledger, fit.flow)]),
    date: fit.flow.date,
    cents: fit.flow.cents,
  }));
}

/** Provvisori that could be the missing money of this flusso, with their day and their amount. */
export function suggestionsForFlusso(ledger: ReadableLedger, iufKey: string, today: Day): Suggestion[] {
  const flow = awaitedFlow(ledger, iufKey, today);
  if (flow === null) return [];
  const fits = fitsOfFlow(ledger, flow);
  return bestFits(fits).map((fit) => ({
    ...suggestion(fit, [...fits, ...fitsOfMoney(ledger, fit.money, today)]),
    date: fit.money.date,
    cents: fit.money.cents,
  }));
}

function fitsOfMoney(ledger: ReadableLedger, money: LooseMoney, today: Day): Fit[] {
  const days = { from: addDays(money.date, -daysAfter), to: addDays(money.date, daysBefore) };
  return awaitedFlowsFor(ledger, money, days, today).flatMap((flow) => fitOf(money, flow) ?? []);
}

/** The day that the IUF bears and that of the regolamento may differ. */
function fitsOfFlow(ledger: ReadableLedger, flow: AwaitedFlow): Fit[] {
  const named = flow.iufKey.slice(0, 10);
  const days = [flow.date, ...(isDay(named) ? [named] : [])].toSorted();
  const [first = flow.date, last = first] = days;
  const window = { from: addDays(first, -daysBefore), to: addDays(last, daysAfter) };
  return looseMoneyFor(ledger, flow, window).flatMap((money) => fitOf(money, flow) ?? []);
}

function suggestion(fit: Fit, others: readonly Fit[]): Omit<Suggestion, 'date' | 'cents'> {
  const { money, flow, reasons } = fit;
  return {
    iuf: flow.iuf,
    provvisorio: { esercizio: money.esercizio, numero: money.numero, conto: money.conto },
    causale: money.causale,
    bucket: flow.bucket,
    reasons,
    rivals: rivalsOf(fit, others),
  };
}
