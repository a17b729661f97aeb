import type { FlussoAtteso, FlussoHeader, RigaFlusso } from './flusso.ts';
import type { EstrattoHeader, GiornaleEnd, GiornaleHeader, Movimento } from './movimento.ts';
import type { Posizione } from './posizione.ts';
import type { Ricevuta } from './ricevuta.ts';

/** `tesoreria`: the treasurer's movements in any other form than the OPI giornale. */
export const documentKinds = [
  'giornale-opi',
  'tesoreria',
  'flusso',
  'elenco-flussi',
  'ricevuta',
  'posizioni',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/**
 * What reading a document yields, in file order. A header precedes its lines;
 * a giornale of several pages yields one header and one end for each page, a list of several flussi one header for each.
 */
export type Reading =
  | { readonly type: 'giornale'; readonly header: GiornaleHeader }
  | { readonly type: 'movimento'; readonly movimento: Movimento }
  | { readonly type: 'giornale-end'; readonly end: GiornaleEnd }
  | { readonly type: 'estratto'; readonly header: EstrattoHeader }
  | { readonly type: 'flusso'; readonly header: FlussoHeader }
  | { readonly type: 'riga'; readonly riga: RigaFlusso }
  | { readonly type: 'flusso-atteso'; readonly atteso: FlussoAtteso }
  | { readonly type: 'ricevuta'; readonly ricevuta: Ricevuta }
  | { readonly type: 'posizione'; readonly posizione: Posizione };

/** A reading that adds to what a document says: digested, kept, and found again. */
export type Content = Exclude<Reading, { readonly type: 'giornale-end' }>;

/**
 * A line that was left out: `row` is its 1-based position among the lines of its kind, or, in a sheet or a text in
 * columns, the row as the program that opens it numbers them.
 */
export interface RefusedRow {
  readonly row: number;
  readonly code:
    | 'invalid-amount'
    | 'invalid-day'
    | 'invalid-value'
    | 'missing-value'
    /** A spreadsheet rounded a long number, or took zeros away. */
    | 'damaged-by-excel'
    /** More or fewer cells than the header has. */
    | 'wrong-width';
  /** Element name, or header of the column, as the file has it. */
  readonly field: string;
  /** As written, cut at 80 characters; empty for a missing value. */
  readonly value: string;
}

/** Something to know about a document that was imported all the same. */
export type DocumentWarning =
  | { readonly code: 'encoding-recovered'; readonly declared: string; readonly used: string }
  | { readonly code: 'junk-before-xml'; readonly characters: number }
  | { readonly code: 'not-signed' }
  | { readonly code: 'signature-removed' }
  | { readonly code: 'ente-not-told' }
  | { readonly code: 'page-number-invalid'; readonly page: string; readonly pages: string }
  | { readonly code: 'pages-missing'; readonly missing: readonly number[]; readonly pages: number }
  | {
      readonly code: 'totals-disagree';
      readonly field: string;
      readonly statedCents: number;
      readonly foundCents: number;
    }
  /** A count that the file tells of itself is not that of what it holds. */
  | {
      readonly code: 'counts-disagree';
      readonly field: string;
      readonly stated: number;
      readonly found: number;
    }
  | { readonly code: 'all-totals-zero' }
  | {
      readonly code: 'amount-tolerated';
      readonly row: number;
      readonly field: string;
      readonly value: string;
    }
  | { readonly code: 'notice-differs-from-iuv'; readonly noticeNumber: string; readonly iuv: string }
  | { readonly code: 'index-missing'; readonly rows: number }
  | {
      readonly code: 'flow-anomalous';
      readonly iuf: string;
      readonly whole: boolean;
      readonly anomalies: readonly FlowAnomaly[];
    }
  /** A person led money to this flusso when it had another version: somebody must say whether that still holds. */
  | {
      readonly code: 'decision-to-review';
      readonly iuf: string;
      readonly esercizio: number;
      readonly numero: string;
    }
  /** What a person decided of this money does not count any more: the bank called it back, or too much of it. */
  | { readonly code: 'decision-broken'; readonly esercizio: number; readonly numero: string }
  | {
      readonly code: 'flow-superseded';
      readonly iuf: string;
      readonly byRevision: number;
      readonly byCreatedAt: string;
    }
  | {
      readonly code: 'flow-revised';
      readonly iuf: string;
      readonly fromRevision: number;
      readonly fromCreatedAt: string;
    }
  | {
      readonly code: 'provvisorio-changed';
      readonly esercizio: number;
      readonly numero: string;
      readonly kept: 'this' | 'other';
    }
  | {
      readonly code: 'storno-without-original';
      readonly esercizio: number;
      readonly numero: string;
      readonly cents: number;
    }
  | {
      readonly code: 'storno-amount-differs';
      readonly esercizio: number;
      readonly numero: string;
      readonly cents: number;
      readonly originalCents: number;
    }
  | { readonly code: 'receipts-disagree'; readonly iuv: string }
  /** What a list of flussi names, and what of it the ledger has; told of every list, also when nothing is missing. */
  | {
      readonly code: 'flussi-missing';
      readonly named: number;
      /** Of those named, how many are not here in any version. */
      readonly count: number;
      /** How many are here in an older version than the list names. */
      readonly older: number;
      /** The first of those that are not here. */
      readonly iufs: readonly string[];
    }
  /** A list of flussi that holds more or fewer than it declares. */
  | { readonly code: 'list-count-differs'; readonly declared: number; readonly found: number }
  /** A list of flussi in pages: this is one of them. */
  | { readonly code: 'list-page'; readonly page: number; readonly pages: number }
  /** Two documents tell, under two numbers or conti, money that is probably the same. */
  | {
      readonly code: 'money-told-twice';
      readonly esercizio: number;
      readonly numero: string;
      readonly otherNumero: string;
      readonly cents: number;
    }
  /** A line of totals at the end of a list: it is no payment. */
  | { readonly code: 'total-row-skipped'; readonly row: number }
  /** Values that a spreadsheet computed: they are taken as they were saved. */
  | { readonly code: 'formula-values'; readonly column: string; readonly rows: number }
  /** Lines that are of no use here, such as debits or bollettini, and why in a few words. */
  | { readonly code: 'rows-left-aside'; readonly rows: number; readonly why: LeftAside }
  | { readonly code: 'ignored-entries'; readonly names: readonly string[] };

/** Why lines of a list are left aside without being wrong. */
export type LeftAside =
  'no-pagopa-reference' | 'not-paid' | 'zero-amount' | 'other-ente' | 'cancelled' | 'settlement' | 'balance';

/** Why a flusso cannot be trusted as a whole; both figures always travel together. */
export type FlowAnomaly =
  | { readonly code: 'count-differs'; readonly declared: number; readonly found: number }
  | { readonly code: 'total-differs'; readonly declaredCents: number; readonly foundCents: number }
  | { readonly code: 'no-rows' }
  | { readonly code: 'duplicate-row'; readonly row: number }
  | { readonly code: 'unknown-esito'; readonly row: number; readonly esito: number };

export const ceilings = [
  'depth',
  'attributes',
  'attribute-length',
  'text-length',
  'name-length',
  'size',
  'expanded-size',
  'ratio',
  'entries',
  'nesting',
] as const;
export type Ceiling = (typeof ceilings)[number];

/** Kinds that are recognised only to be explained: they are not evidence of money. */
export const explainedKinds = [
  'richiesta-pagamento',
  'revoca',
  'soap-fault',
  'bollettini-postali',
  'web-page',
  'pdf',
  'database',
  'signature-only',
  'encrypted',
] as const;
export type ExplainedKind = (typeof explainedKinds)[number];

/** The ways in which a file is put inside another, archives apart. */
export type WrapperKind = 'base64' | 'p7m' | 'gzip' | 'multipart';

/** Why a document was refused whole. Nothing of it is in the ledger. */
export type DocumentProblem =
  | { readonly code: 'empty-file' }
  | { readonly code: 'not-a-file' }
  | { readonly code: 'unreadable-file'; readonly detail: string }
  | { readonly code: 'file-changed' }
  /** Its name says so, or it grew while it was read. */
  | { readonly code: 'still-downloading' }
  | { readonly code: 'file-not-found' }
  | { readonly code: 'unknown-format'; readonly saw: string }
  | { readonly code: 'ambiguous-format'; readonly claimants: readonly string[] }
  | { readonly code: 'not-importable'; readonly what: ExplainedKind }
  | { readonly code: 'incomplete-file' }
  | { readonly code: 'malformed-xml'; readonly line: number; readonly detail: string }
  | { readonly code: 'doctype-refused' }
  | { readonly code: 'over-ceiling'; readonly ceiling: Ceiling; readonly max: number }
  | { readonly code: 'unreadable-encoding'; readonly declared: string }
  | { readonly code: 'unexpected-namespace'; readonly namespace: string }
  | { readonly code: 'missing-field'; readonly field: string }
  | { readonly code: 'invalid-field'; readonly field: string; readonly value: string }
  | { readonly code: 'no-usable-rows'; readonly refused: number }
  | { readonly code: 'archive-damaged'; readonly detail: string }
  | { readonly code: 'archive-encrypted' }
  | { readonly code: 'archive-empty' }
  | { readonly code: 'archive-entry-refused'; readonly name: string }
  | { readonly code: 'wrapper-damaged'; readonly wrapper: WrapperKind; readonly detail: string }
  | { readonly code: 'malformed-json'; readonly line: number }
  | { readonly code: 'pages-disagree'; readonly detail: string }
  /** A workbook that cannot be opened, and in a few words why. */
  | {
      readonly code: 'workbook-refused';
      readonly why: 'protected' | 'damaged' | 'too-large' | 'several-sheets';
    }
  | { readonly code: 'unclosed-quote'; readonly line: number }
  | { readonly code: 'column-missing'; readonly column: string }
  /** Two columns bear the name of one that is needed. */
  | { readonly code: 'column-twice'; readonly column: string }
  /** A spreadsheet rounded the numbers of a whole column. */
  | {
      readonly code: 'column-damaged';
      readonly column: string;
      readonly row: number;
      readonly value: string;
    }
  /** A list in columns that nobody reads by itself: a person can say once what its columns are. */
  | { readonly code: 'columns-unknown'; readonly columns: readonly string[] }
  /** Nearly the list of a saved profile: where it wants `column`, `value` stands on that row. */
  | {
      readonly code: 'columns-shifted';
      readonly profile: string;
      /** Empty for what stands behind its last column. */
      readonly column: string;
      readonly row: number;
      readonly value: string;
    }
  | {
      readonly code: 'pages-incomplete';
      readonly rows: number;
      readonly declared: number;
      /** Empty where the pages do not say how many they are. */
      readonly missing: readonly number[];
      readonly pages: number;
    }
  /** A page of payments without the head of its flow, or with more than one that it may belong to. */
  | { readonly code: 'page-without-flow'; readonly reason: 'alone' | 'ambiguous' }
  | {
      readonly code: 'other-ente';
      readonly found: string;
      readonly foundName: string | null;
      readonly expected: string;
    }
  /** Who read it took too much memory, stood still, or broke: the file was not made for being read. */
  | { readonly code: 'reading-failed'; readonly why: 'memory' | 'stuck' | 'defect' }
  | { readonly code: 'ente-not-configured' }
  | Discarded;

/** It was here, and was discarded by an act: it does not come back. */
export interface Discarded {
  readonly code: 'discarded';
  readonly act: string;
  readonly actDay: string;
}
