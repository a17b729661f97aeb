import { UnstyledButton } from '@mantine/core';
import type { Output } from '../../../../shared/contract/api.ts';
import { messageStates, type MessageState } from '../../../../shared/domain/message/state.ts';
import { messageStateMeanings } from '../../../../shared/wording/messages/states.ts';
import { StateBadge } from '../state-badge.tsx';
import classes from './coda.module.css';

/** How many messages stand where; each narrows the table. */
export function StateFilter(props: {
  readonly counts: Output<'outbox.read'>['byState'];
  readonly chosen: readonly MessageState[];
  readonly onChange: (states: readonly MessageState[]) => void;
}) {
  const { counts, chosen, onChange } = props;
  const shown = messageStates.filter((state) => (counts[state] ?? 0) > 0 || chosen.includes(state));
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label="Stato dei messaggi" className={classes['states']}>
      {shown.map((state) => {
        const isChosen = chosen.includes(state);
        return (
          <UnstyledButton
            key={state}
            className={classes['state']}
            aria-pressed={isChosen}
            data-tip={messageStateMeanings[state]}
            onClick={() => onChange(isChosen ? chosen.filter((one) => one !== state) : [...chosen, state])}
          >
            <StateBadge state={state} size={15} />
            <span className={`${classes['stateCount']} figures`}>
              {(counts[state] ?? 0).toLocaleString('it-IT')}
            </span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
