import type { Extraction } from '../../shared/domain/causale.ts';
import type { Correction, DecidedShare, MoneyDecision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { classifyIuv } from '../../shared/domain/iuv.ts';
import { byText } from '../../shared/domain/order.ts';
import type { Share } from '../ledger/provvisori.ts';
import type { HeldMoney, HeldReading } from './decided.ts';

/** Where the money of a provvisorio counts, and what a person had to do with it. */
export interface MoneyPlace {
  /** By IUF; what is in none of them is to be cleared up. */
  readonly shares: readonly Share[];
  readonly decided: MoneyDecision | null;
  readonly partner: string | null;
}

/** A provvisorio as the bank left it: `cents` is what can be shared out. */
export interface Standing {
  readonly state: string;
  readonly cents: number;
}

/** The declared total of the current version of a flusso that adds up; null for any other. */
export type TotalOf = (iufKey: string) => number | null;

type Named = Pick<Extraction, 'kind' | 'iuf' | 'otherIufs'>;

/**
 * Money counts where a person said, else under what the causale names. Money of another partner stays under the IUFs it
 * names, whose flussi may come one day. There is nothing to decide about money that the bank called back; of a
 * provvisorio of which less is left than a person shared out, all of it is to be cleared up.
 */
export function placeMoney(
  extraction: Named,
  standing: Standing,
  held: HeldMoney | null,
  totalOf: TotalOf,
): MoneyPlace {
  if (held === null || standing.state === 'cancelled')
    return { shares: sharesAsRead(extraction, standing, totalOf), decided: null, partner: null };
  const { decision } = held;
  const decided = { shares: [], decided: decision.kind, partner: null };
  switch (decision.kind) {
    case 'link':
      return { ...decided, shares: [toShare(decision.iuf, standing.cents)] };
    case 'share':
      return sumOf(decision.shares) > standing.cents
        ? decided
        : { ...decided, shares: inOrder(decision.shares.map(({ iuf, cents }) => toShare(iuf, cents))) };
    case 'unlink':
    case 'exclude':
      return decided;
    case 'partner':
      return {
        ...decided,
        shares: sharesAsRead(extraction, standing, totalOf),
        partner: decision.partner,
      };
  }
}

/**
 * All of it under the one IUF that the causale names whole. When it names several, because the bank made one transfer of
 * theirs, each has its total if the totals make up the money to the cent: else a person must share it out.
 */
function sharesAsRead(extraction: Named, { cents }: Standing, totalOf: TotalOf): readonly Share[] {
  const named = namedBy(extraction);
  const [only, ...others] = named;
  if (only === undefined) return [];
  if (others.length === 0) return [toShare(only, cents)];
  const shares = named.flatMap((iuf) => {
    const total = totalOf(iufKey(iuf));
    return total === null || total <= 0 ? [] : [toShare(iuf, total)];
  });
  return shares.length === named.length && sumOf(shares) === cents ? inOrder(shares) : [];
}

/** The IUFs that a causale names whole, each once. */
function namedBy({ kind, iuf, otherIufs }: Named): readonly string[] {
  if (kind !== 'iuf' || iuf === null) return [];
  return [...new Map([iuf, ...otherIufs].map((one) => [iufKey(one), one])).values()];
}

/** What the causale says for whoever matches: what a person said of it, else what was read. */
export function correctedReading(
  read: Extraction,
  { state }: Pick<Standing, 'state'>,
  held: HeldReading | null,
): Extraction {
  if (held === null || state === 'cancelled') return read;
  const { reading } = held.decision;
  const said = {
    ...read,
    iuf: null,
    prog: null,
    iuv: null,
    amountCents: null,
    kind: reading.kind,
    source: 'person',
    repairs: [],
    known: false,
    candidates: [],
    otherIufs: [],
  } as const;
  switch (reading.kind) {
    case 'iuf':
      return { ...said, iuf: withoutBlanks(reading.iuf), confidence: 'certain' };
    case 'iuv':
      return { ...said, iuv: iuvOf(reading), confidence: 'certain' };
    case 'unreadable':
      return { ...said, confidence: 'confirm' };
  }
}

/** As receipts and flussi bear it; a person may write it in groups, or copy the numero avviso. */
export function iuvOf({ iuv }: Extract<Correction, { readonly kind: 'iuv' }>): string {
  const bare = withoutBlanks(iuv);
  const shape = classifyIuv(bare);
  if (shape.shape === 'notice') return shape.iuv;
  return shape.shape === 'rf' ? bare.toUpperCase() : bare;
}

/** The known flusso that a causale names for certain, by key. */
export function surelyNamed({ kind, iuf, known, confidence }: Extraction): string | null {
  return kind === 'iuf' && iuf !== null && known && confidence === 'certain' ? iufKey(iuf) : null;
}

/**
 * The flusso that the causale names for certain although the decision that counts says otherwise, and which it did not
 * name yet when that was decided. The decision wins, and somebody must look at it again.
 */
export function conflictOf(
  read: Extraction,
  { shares, decided }: MoneyPlace,
  money: HeldMoney | null,
  reading: HeldReading | null,
  state: string,
): string | null {
  const sure = surelyNamed(read);
  const held = decided === null ? reading : money;
  if (sure === null || held === null || state === 'cancelled') return null;
  const { kind } = held.decision;
  if (kind !== 'link' && kind !== 'share' && kind !== 'correct') return null;
  const named = new Set(namedBy(read).map(iufKey));
  if (shares.some((share) => named.has(share.iufKey)) || held.readIufKey === sure) return null;
  return read.iuf;
}

export function sumOf(shares: readonly Pick<DecidedShare, 'cents'>[]): number {
  return shares.reduce((sum, { cents }) => sum + cents, 0);
}

function toShare(iuf: string, cents: number): Share {
  return { iufKey: iufKey(iuf), iuf, cents };
}

function inOrder(shares: readonly Share[]): readonly Share[] {
  return shares.toSorted((a, b) => byText(a.iufKey, b.iufKey));
}

const withoutBlanks = (text: string): string => text.replaceAll(/\s+/g, '');
