import type { Output } from '../../../../shared/contract/api.ts';
import { messageStates, type MessageState } from '../../../../shared/domain/message/state.ts';
import type { Ink } from '../../../components/share-bar.tsx';

export type Campaign = Output<'campaigns.read'>;
type ByState = Campaign['byState'];

/** What is done first, then what goes on, then what asks for somebody, then what does not go. */
const order: readonly { readonly state: MessageState; readonly ink: Ink }[] = [
  { state: 'delivered', ink: 'yes' },
  { state: 'accepted', ink: 'partly' },
  { state: 'sending', ink: 'partly' },
  { state: 'queued', ink: 'other' },
  { state: 'draft', ink: 'other' },
  { state: 'paused', ink: 'other' },
  { state: 'uncertain', ink: 'problem' },
  { state: 'data-error', ink: 'problem' },
  { state: 'failed', ink: 'problem' },
  { state: 'undeliverable', ink: 'waiting' },
  { state: 'not-enrolled', ink: 'waiting' },
  { state: 'service-disabled', ink: 'waiting' },
  { state: 'cancelled', ink: 'outside' },
];

/** The states that some message of a campaign is in, with how many, in the order in which they are told. */
export function sharesOf(byState: ByState) {
  return order.flatMap(({ state, ink }) => {
    const size = byState[state] ?? 0;
    return size === 0 ? [] : [{ state, ink, size }];
  });
}

/** How many messages stand in some states; in any, where none is named. */
export function countIn(byState: ByState, states: readonly MessageState[] = messageStates): number {
  return states.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
}

/** What can still be taken back. */
export const withdrawable: readonly MessageState[] = ['draft', 'queued', 'paused'];
/** Who may have read it reads a correction too. */
export const correctable: readonly MessageState[] = ['accepted', 'delivered', 'uncertain'];
/** Who has to be told in another way. */
export const onPaper: readonly MessageState[] = [
  'undeliverable',
  'failed',
  'not-enrolled',
  'service-disabled',
];

/** A campaign that nobody has confirmed yet and that still can be. */
export function isDraft({ queuedAt, byState }: Pick<Campaign, 'queuedAt' | 'byState'>): boolean {
  return queuedAt === null && countIn(byState, ['draft']) > 0;
}

/** Withdrawn whole, or without any message: nothing of it will ever leave. */
export function isDiscarded({ byState }: Pick<Campaign, 'byState'>): boolean {
  return countIn(byState) === countIn(byState, ['cancelled']);
}
