import type { DecisionTarget } from '../../shared/domain/decision.ts';
import type { CardAction } from './card-actions.tsx';
import { NoteDialog, PartnerDialog } from './decision-dialogs.tsx';
import { noteOf, type DecisionRecord } from './decision-list.tsx';

/** What can be decided of anything that has a card. */
export function noteAction(target: DecisionTarget, decisions: readonly DecisionRecord[]): CardAction {
  return {
    name: 'Nota…',
    dialog: (onClose) => <NoteDialog target={target} current={noteOf(decisions)} onClose={onClose} />,
  };
}

export function partnerAction(target: DecisionTarget): CardAction {
  return {
    name: 'È di un altro partner…',
    dialog: (onClose) => <PartnerDialog target={target} onClose={onClose} />,
  };
}
