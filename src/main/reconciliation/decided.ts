import type { Extraction } from '../../shared/domain/causale.ts';
import type { Decision, MoneyDecision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import type { ProvvisorioKey } from '../ledger/provvisori.ts';

type AboutMoney = Extract<Decision, { readonly kind: MoneyDecision }>;

/** What a person decided, by what it is about; of several decisions of one subject, the newest. */
export interface Decided {
  ofMoney(key: ProvvisorioKey): AboutMoney | null;
  /** The other partner to whom a flusso was assigned. */
  partnerOfFlusso(iufKey: string): string | null;
  /** The other partner to whom an IUV was assigned. */
  partnerOfIuv(iuv: string): string | null;
}

/** Sorts the decisions that were not taken back, oldest first. */
export function createDecided(held: readonly Decision[]): Decided {
  const money = new Map<string, AboutMoney>();
  const flussi = new Map<string, string>();
  const iuvs = new Map<string, string>();
  for (const decision of held) {
    if (decision.kind === 'note') continue;
    if (decision.kind !== 'partner') money.set(moneyKey(decision.provvisorio), decision);
    else if (decision.target.type === 'provvisorio') money.set(moneyKey(decision.target), decision);
    else if (decision.target.type === 'flusso') flussi.set(iufKey(decision.target.iuf), decision.partner);
    else iuvs.set(decision.target.iuv, decision.partner);
  }
  return {
    ofMoney: (key) => (money.size === 0 ? null : (money.get(moneyKey(key)) ?? null)),
    partnerOfFlusso: (key) => flussi.get(key) ?? null,
    partnerOfIuv: (iuv) => iuvs.get(iuv) ?? null,
  };
}

const moneyKey = ({ esercizio, numero, conto }: ProvvisorioKey): string => `${esercizio}/${numero}/${conto}`;

/** Where the money of a provvisorio counts, and what a person had to do with it. */
export interface MoneyPlace {
  /** The IUF under which the money counts; null when it counts under none. */
  readonly iufKey: string | null;
  readonly decided: MoneyDecision | null;
  /** The IUF of a link, as the person wrote it. */
  readonly decidedIuf: string | null;
  readonly partner: string | null;
}

/**
 * Money counts where a person said, else under the one IUF that the causale names whole: two IUFs must be shared out by
 * a person. Money of another partner stays under the IUF it names, whose flusso may come one day. There is nothing to
 * decide about money that the bank called back.
 */
export function placeMoney(
  extraction: Pick<Extraction, 'kind' | 'iuf' | 'otherIufs'>,
  state: string,
  decision: AboutMoney | null,
): MoneyPlace {
  const asRead = { iufKey: keyAsRead(extraction), decided: null, decidedIuf: null, partner: null };
  if (decision === null || state === 'cancelled') return asRead;
  const decided = { ...asRead, decided: decision.kind };
  switch (decision.kind) {
    case 'link':
      return { ...decided, iufKey: iufKey(decision.iuf), decidedIuf: decision.iuf };
    case 'unlink':
    case 'exclude':
      return { ...decided, iufKey: null };
    case 'partner':
      return { ...decided, partner: decision.partner };
  }
}

function keyAsRead({ kind, iuf, otherIufs }: Pick<Extraction, 'kind' | 'iuf' | 'otherIufs'>): string | null {
  return kind !== 'iuf' || iuf === null || otherIufs.length > 0 ? null : iufKey(iuf);
}
