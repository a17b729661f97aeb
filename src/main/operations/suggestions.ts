import type { Output } from '../../shared/contract/api.ts';
import { addDays, isDay, type Day } from '../../shared/domain/day.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import type { ProvvisorioKey } from '../ledger/provvisori.ts';
import {
  awaitedFlow,
  awaitedFlowsFor,
  looseMoney,
  looseMoneyBelow,
  looseMoneyFor,
  type AwaitedFlow,
  type Days,
  type LooseMoney,
} from '../ledger/suggestions.ts';
import { togetherOf } from '../reconciliation/suggest-together.ts';
import { bestFits, daysAfter, daysBefore, fitOf, rivalsOf, type Fit } from '../reconciliation/suggest.ts';

type Suggestion = Output<'provvisori.read'>['suggestions'][number];
type Together = Output<'flussi.read'>['together'][number];

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

/** Several provvisori that together could be the missing money of this flusso. */
export function togetherForFlusso(ledger: ReadableLedger, iufKey: string, today: Day): Together[] {
  const flow = awaitedFlow(ledger, iufKey, today);
  if (flow === null) return [];
  const found = togetherOf(flow, looseMoneyBelow(ledger, flow.missingCents, daysOf(flow)));
  return found.slice(0, shownTogether).map((provvisori) => ({
    provvisori: provvisori.map(({ esercizio, numero, conto, date, cents, causale }) => ({
      esercizio,
      numero,
      conto,
      date,
      cents,
      causale,
    })),
    rivals: found.length - 1,
  }));
}

const shownTogether = 3;

function fitsOfFlow(ledger: ReadableLedger, flow: AwaitedFlow): Fit[] {
  return looseMoneyFor(ledger, flow, daysOf(flow)).flatMap((money) => fitOf(money, flow) ?? []);
}

/** When its money may come. The day that the IUF bears and that of the regolamento may differ. */
function daysOf(flow: AwaitedFlow): Days {
  const named = flow.iufKey.slice(0, 10);
  const days = [flow.date, ...(isDay(named) ? [named] : [])].toSorted();
  const [first = flow.date, last = first] = days;
  return { from: addDays(first, -daysBefore), to: addDays(last, daysAfter) };
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
