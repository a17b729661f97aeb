import type { PositionWarning } from './compare-positions.ts';
import type { ListWarning, RefusedListRow, RefusedProperty } from './list-problem.ts';
import type { MessageReason } from './reason.ts';
import type { Rata } from './recipient.ts';

/** Why no message is prepared for a row of a list. */
export type RowRefusal = RefusedListRow | (PreparedFlaw & { readonly row: number; readonly rata?: Rata });

export type PreparedFlaw =
  /** The list of properties has none of this person. */
  { readonly code: 'properties-missing' } | Extract<MessageReason, { code: 'not-composable' }>;

/** What is worth knowing of a campaign before it goes. */
export type PreparationWarning = ListWarning | CampaignWarning;

export type CampaignWarning =
  | PositionWarning
  /** The settings do not have this service: is its name right? */
  | { readonly code: 'service-unknown'; readonly service: string }
  /** These messages are on their way, or were written, already. */
  | { readonly code: 'already-known'; readonly rows: number }
  | { readonly code: 'properties-unrelated' }
  /** Rows of the second list that cannot be used. */
  | { readonly code: 'properties-refused'; readonly refused: readonly RefusedProperty[] }
  /** The same property stands with several people. */
  | { readonly code: 'properties-shared'; readonly rows: readonly number[] }
  | { readonly code: 'properties-sent-without'; readonly rows: readonly number[] }
  | { readonly code: 'properties-orphan'; readonly rows: readonly number[] }
  | { readonly code: 'properties-ended'; readonly rows: readonly number[] }
  | { readonly code: 'properties-undivided'; readonly rows: readonly number[] }
  /** The whole, where only instalments are asked for. */
  | { readonly code: 'plan-left'; readonly rows: number }
  /** They fall due before their turn comes. */
  | { readonly code: 'plan-late'; readonly rows: number }
  | { readonly code: 'test-mode' };
