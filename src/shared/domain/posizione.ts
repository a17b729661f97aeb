import type { Day } from './day.ts';
import type { Cents } from './euro.ts';

/**
 * A debt position: what somebody owes the ente, whether or not it was paid. It names the debtor and the service of a
 * payment of which there is no receipt, and what stays unpaid.
 */
export interface Posizione {
  /** Key of the position in the program that made it (IUD, idPendenza, IUPD with its instalment); null when it has none. */
  readonly iud: string | null;
  /** Null while none was given: such a position matches no payment. */
  readonly iuv: string | null;
  /** 18 digits, or null. */
  readonly noticeNumber: string | null;
  readonly debtor: { readonly codiceFiscale: string | null; readonly name: string | null };
  /** Code of the service in the program that made it (`tipoDovuto`, `codiceVersamento`). */
  readonly tipoDovuto: string | null;
  readonly description: string | null;
  /** `datiSpecificiRiscossione`: the tassonomia. */
  readonly category: string | null;
  readonly cents: Cents;
  /** Last day to pay (`dataEsecuzionePagamento`, `dataScadenza`); null when there is none. */
  readonly dueDay: Day | null;
  /** What the list asks for: to make or change it, or to take it away. */
  readonly action: 'keep' | 'cancel';
}

/** Where a position stands, in the order in which a clerk looks at them. */
export const positionStatuses = ['overdue', 'unpaid', 'without-iuv', 'paid', 'cancelled'] as const;
export type PositionStatus = (typeof positionStatuses)[number];

/** What a person should know of a position beside its status. */
export const positionFlags = [
  /** What was paid is not what is due. */
  'paid-differs',
  /** A list takes it away, and it was paid all the same. */
  'paid-though-cancelled',
  /** Two lists say different amounts, and nothing tells which one is the newer. */
  'lists-disagree',
] as const;
export type PositionFlag = (typeof positionFlags)[number];
