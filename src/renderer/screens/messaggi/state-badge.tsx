import type { MessageState } from '../../../shared/domain/message/state.ts';
import type { Dot } from '../../../shared/domain/verdict.ts';
import { messageStateLabels } from '../../../shared/wording/messages/states.ts';
import evidence from '../../components/evidence.module.css';
import { Pallino } from '../../components/pallino.tsx';

/** Where a message stands: a shape and a word. */
export function StateBadge({ state, size = 17 }: { readonly state: MessageState; readonly size?: number }) {
  return (
    <span className={evidence['badge']}>
      <Pallino dot={stateDots[state]} size={size} />
      <span className={evidence['badgeText']}>{messageStateLabels[state]}</span>
    </span>
  );
}

/** The dot that has the same weight for the clerk. */
export const stateDots: Readonly<Record<MessageState, Dot>> = {
  draft: 'none',
  queued: 'waiting',
  sending: 'waiting',
  accepted: 'waiting',
  delivered: 'yes',
  undeliverable: 'problem',
  failed: 'problem',
  'not-enrolled': 'none',
  'service-disabled': 'none',
  'data-error': 'problem',
  paused: 'warning',
  cancelled: 'none',
  uncertain: 'warning',
};
