import type { Day } from '../day.ts';

/** Which part of a debt an avviso asks for: all at once, or one of some instalments. */
export type Rata =
  | { readonly kind: 'unica' }
  /** `n` from 1; `of` where the list says how many there are. */
  | { readonly kind: 'rata'; readonly n: number; readonly of: number | null };

/** One row of a list that a message can be written for. What a list has no column for is null. */
export interface Recipient {
  /** Place among the rows of data, from 1. */
  readonly row: number;
  /** Of a person: 16 characters, upper case, the check character agrees or a person has said that it is right. */
  readonly fiscalCode: string;
  readonly name: string | null;
  /** 18 digits. */
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly dueDay: Day | null;
  readonly rata: Rata | null;
  /** What the avvisi of one debt have in common: an id of the document, or of the account. */
  readonly debt: string | null;
  /** The code by which the office that made the list knows the person (contribuente, utente). */
  readonly account: string | null;
  /** Every cell of the row by its header as written, for templates; text as the list shows it, days as `dd/MM/yyyy`. */
  readonly fields: Readonly<Record<string, string>>;
}
