import type { DayOrder } from '../day.ts';
import type { Decimals } from '../euro.ts';
import type { ListCell, ValueKind } from '../profile-values.ts';
import type { ListField, ListProfile } from './list-profile.ts';

/** A column of a list of people, as it is shown to who says what it holds. */
export interface ProposedColumn {
  readonly header: string;
  readonly kind: ValueKind;
  /** Its first values. */
  readonly samples: readonly ListCell[];
  /** What it probably holds; null for nothing of use. */
  readonly guess: ListField | null;
}

/** How an amount may be meant that leaves it open. */
export function decimalChoices(example: string): readonly Decimals[] {
  return /^\D*\d+\D*$/.test(example) ? ['comma', 'cents'] : ['comma', 'dot'];
}

/** How a day may be meant that leaves it open. */
export const dayChoices: readonly DayOrder[] = ['dmy', 'mdy'];

export interface ListProposal {
  readonly columns: readonly ProposedColumn[];
  /** The header as the program that opens the file numbers its rows. */
  readonly headerRow: number;
  /** What can be saved as it is, once a person has given it a name and answered what is asked. */
  readonly profile: ListProfile;
  /** How amounts are written is not proved: an amount that leaves it open, and what it may be. */
  readonly askDecimals: { readonly example: string; readonly choices: readonly Decimals[] } | null;
  readonly askDays: { readonly example: string; readonly choices: readonly DayOrder[] } | null;
}
