import { Anchor, Text } from '@mantine/core';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import { countIn, onPaper, type Campaign } from './states.ts';

/** What of a campaign goes on outside of IO: what has to be told in another way. */
export function CampaignFiles({ campaign }: { readonly campaign: Campaign }) {
  const { ledger } = useApi();
  const { id, byState } = campaign;
  const count = countIn(byState, onPaper);
  if (count === 0) return null;
  return (
    <Text size="sm">
      {count === 1
        ? 'Un messaggio non si può dare con IO, e va dato per altra via: '
        : `${count.toLocaleString('it-IT')} messaggi non si possono dare con IO, e vanno dati per altra via: `}
      <Anchor
        size="sm"
        href={addressOf({
          ledger,
          screen: 'messaggi',
          ask: { parte: 'coda', campaign: id, states: onPaper },
        })}
      >
        {count === 1 ? 'vedi quale' : 'vedi quali'}
      </Anchor>
      .
    </Text>
  );
}
