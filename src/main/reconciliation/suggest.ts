import { iufKey } from '../../shared/domain/iuf.ts';
import { byText } from '../../shared/domain/order.ts';
import { daysBetween, isDay, type Day } from '../../shared/domain/day.ts';
import type { AwaitedFlow, LooseMoney } from '../ledger/suggestions.ts';

/** Why a provvisorio could be the money of a flusso. */
export type SuggestionReason =
  | { readonly code: 'same-amount' }
  | { readonly code: 'residual-amount' }
  | { readonly code: 'truncated-iuf' }
  | { readonly code: 'same-psp' }
  | { readonly code: 'days-apart'; readonly days: number };

/** Money and a flusso that could belong together. */
export interface Fit {
  readonly money: LooseMoney;
  readonly flow: AwaitedFlow;
  readonly reasons: readonly SuggestionReason[];
  readonly strength: number;
  /** From the flusso to the money. */
  readonly days: number;
}

/** Money comes from one day before the flusso says to ten days after. */
export const daysBefore = 1;
export const daysAfter = 10;

const shown = 5;

/**
 * Whether the money could be the flusso's, and why; null when nothing says so. An amount says so only near the day of
 * the flusso, and an IUF of which the bank left the beginning says so at any day. The PSP alone never does.
 */
export function fitOf(money: LooseMoney, flow: AwaitedFlow): Fit | null {
  const days = daysApart(money.date, flow);
  const truncated = money.candidates.some((candidate) => iufKey(candidate) === flow.iufKey);
  const isNear = days >= -daysBefore && days <= daysAfter;
  const amount = money.cents === flow.missingCents && (isNear || truncated);
  if (!truncated && !amount) return null;
  const psp = namesPsp(money, flow);
  const reasons: SuggestionReason[] = [{ code: 'days-apart', days }];
  if (psp) reasons.unshift({ code: 'same-psp' });
  if (amount) reasons.unshift({ code: flow.missingCents === flow.cents ? 'same-amount' : 'residual-amount' });
  if (truncated) reasons.unshift({ code: 'truncated-iuf' });
  const strength = (truncated ? 4 : 0) + (amount ? 2 : 0) + (psp ? 1 : 0);
  return { money, flow, reasons, strength, days };
}

/** The best first, so that nobody has to look at more than a few. */
export function bestFits(fits: readonly Fit[]): Fit[] {
  return fits
    .toSorted(
      (a, b) =>
        b.strength - a.strength ||
        Math.abs(a.days) - Math.abs(b.days) ||
        byText(a.flow.iufKey, b.flow.iufKey) ||
        byText(keyOf(a.money), keyOf(b.money)),
    )
    .slice(0, shown);
}

/** How many others fit as well as this one: other flussi for the same money, other money for the same flusso. */
export function rivalsOf(fit: Fit, others: readonly Fit[]): number {
  const own = pairOf(fit);
  const rivals = others.filter((other) => pairOf(other) !== own && other.strength >= fit.strength);
  return new Set(rivals.map(pairOf)).size;
}

const keyOf = ({ esercizio, numero, conto }: LooseMoney): string => `${esercizio}/${numero}/${conto}`;
const pairOf = ({ money, flow }: Fit): string => `${keyOf(money)} ${flow.iufKey}`;

/** From the day of the regolamento, or from the day that the IUF bears, whichever is nearer. */
function daysApart(date: Day, flow: AwaitedFlow): number {
  const named = flow.iufKey.slice(0, 10);
  const distances = [flow.date, ...(isDay(named) ? [named] : [])].map((day) => daysBetween(day, date));
  return distances.reduce((best, days) => (Math.abs(days) < Math.abs(best) ? days : best));
}

/** The bank names the payer, or leaves the code of the PSP in what is left of the IUF. */
function namesPsp(money: LooseMoney, { pspCode, pspName }: AwaitedFlow): boolean {
  const text = squeeze(`${money.payer ?? ''} ${money.causale}`);
  return [pspCode, pspName ?? ''].map(squeeze).some((name) => name.length >= 5 && text.includes(name));
}

function squeeze(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
