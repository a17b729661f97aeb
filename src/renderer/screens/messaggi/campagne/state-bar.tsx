import { Text } from '@mantine/core';
import { many, sayCount } from '../../../../shared/wording/figures.ts';
import { messageStateLabels, messageStateMeanings } from '../../../../shared/wording/messages/states.ts';
import { ShareBar, Swatch } from '../../../components/share-bar.tsx';
import classes from './campagne.module.css';
import { countIn, sharesOf, type Campaign } from './states.ts';

/** What becomes of the messages of a campaign: as a bar, and in words. */
export function StateBar({ byState }: { readonly byState: Campaign['byState'] }) {
  const shares = sharesOf(byState);
  if (shares.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nessun messaggio
      </Text>
    );
  return (
    <div className={classes['states']}>
      <ShareBar
        label={many(countIn(byState), 'messaggio', 'messaggi')}
        shares={shares.map(({ state, ink, size }) => ({
          id: state,
          ink,
          size,
          text: `${messageStateLabels[state]}: ${sayCount(size)}`,
        }))}
      />
      <ul>
        {shares.map(({ state, ink, size }) => (
          <li key={state} data-tip={messageStateMeanings[state]}>
            <Swatch ink={ink} /> {messageStateLabels[state]} <span className="figures">{sayCount(size)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
