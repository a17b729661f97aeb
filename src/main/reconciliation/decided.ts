import type { Decision, MoneyDecision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import type { HeldDecision } from '../ledger/decisions.ts';
import type { ProvvisorioKey } from '../ledger/provvisori.ts';

/** A decision that was not taken back, and the known flusso that the causale named for certain when it was made. */
type Held<Kind extends Decision['kind']> = HeldDecision & {
  readonly decision: Extract<Decision, { readonly kind: Kind }>;
};
export type HeldMoney = Held<MoneyDecision>;
export type HeldReading = Held<'correct'>;

/** What a person decided, by what it is about; of several decisions of one subject, the newest. */
export interface Decided {
  ofMoney(key: ProvvisorioKey): HeldMoney | null;
  /** What a person says that the causale says. */
  ofReading(key: ProvvisorioKey): HeldReading | null;
  /** The other partner to whom a flusso was assigned. */
  partnerOfFlusso(iufKey: string): string | null;
  /** The other partner to whom an IUV was assigned. */
  partnerOfIuv(iuv: string): string | null;
}

/** Sorts the decisions that were not taken back, oldest first. */
export function createDecided(held: readonly HeldDecision[]): Decided {
  const money = new Map<string, HeldMoney>();
  const readings = new Map<string, HeldReading>();
  const flussi = new Map<string, string>();
  const iuvs = new Map<string, string>();
  for (const { decision, readIufKey } of held) {
    if (decision.kind === 'note' || decision.kind === 'sent') continue;
    if (decision.kind === 'correct') readings.set(moneyKey(decision.provvisorio), { decision, readIufKey });
    else if (decision.kind !== 'partner') money.set(moneyKey(decision.provvisorio), { decision, readIufKey });
    else if (decision.target.type === 'provvisorio')
      money.set(moneyKey(decision.target), { decision, readIufKey });
    else if (decision.target.type === 'flusso') flussi.set(iufKey(decision.target.iuf), decision.partner);
    else iuvs.set(decision.target.iuv, decision.partner);
  }
  return {
    ofMoney: (key) => (money.size === 0 ? null : (money.get(moneyKey(key)) ?? null)),
    ofReading: (key) => (readings.size === 0 ? null : (readings.get(moneyKey(key)) ?? null)),
    partnerOfFlusso: (key) => flussi.get(key) ?? null,
    partnerOfIuv: (iuv) => iuvs.get(iuv) ?? null,
  };
}

const moneyKey = ({ esercizio, numero, conto }: ProvvisorioKey): string => `${esercizio}/${numero}/${conto}`;
