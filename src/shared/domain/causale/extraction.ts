import type { Cents } from '../euro.ts';

/** Where a text was found in the movement, in decreasing trust. */
export type CausaleSource = 'causale' | 'end-to-end' | 'bank-data' | 'reference' | 'payer';

/** The texts of one movement that may name a flusso or an IUV, verbatim. */
export interface CausaleTexts {
  readonly causali: readonly string[];
  readonly endToEnd: string | null;
  readonly bankTexts: readonly string[];
  readonly reference: string | null;
  readonly payer: string | null;
}

/** What was done to a text in order to read it; `detail` is the piece of text, as it was. */
export interface Repair {
  readonly code:
    | 'joined-blank'
    | 'joined-lines'
    | 'cut-at-35'
    | 'trailing-mark'
    | 'glued-head'
    | 'glued-tail'
    | 'broken-marker'
    | 'lost-marker'
    | 'case';
  readonly detail?: string;
}

export type RepairCode = Repair['code'];

export type Confidence = 'certain' | 'likely' | 'confirm';

/** What the texts of a movement say about the pagoPA flusso (or single payment) that it carries. */
export interface Extraction {
  /** As written in the text without blanks, or as the known flusso has it; the piece that is left when truncated. */
  readonly iuf: string | null;
  /** Progressive of the transfer of the same flusso, one digit: 0 ordinary, 1 to 9 supplementary. */
  readonly prog: string | null;
  readonly iuv: string | null;
  /** Amount written beside the IUV, in cents. */
  readonly amountCents: Cents | null;
  readonly kind: 'iuf' | 'iuv' | 'truncated' | 'unreadable' | 'suspect' | 'none';
  readonly confidence: Confidence;
  /** `person`: somebody corrected what was read. */
  readonly source: CausaleSource | 'person' | null;
  readonly repairs: readonly Repair[];
  /** The IUF is that of a flusso we know. */
  readonly known: boolean;
  /** Known IUFs that a truncated one could be, three at most. */
  readonly candidates: readonly string[];
  /** Other, different IUFs in the same text: the bank merged two transfers. */
  readonly otherIufs: readonly string[];
}
