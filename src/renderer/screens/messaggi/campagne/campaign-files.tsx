import { Anchor, Text } from '@mantine/core';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import { countIn, onPaper, type Campaign } from './states.ts';

/** What of a campaign goes on outside of IO: who has to be told in another way. */
export function CampaignFiles({ campaign }: { readonly campaign: Campaign }) {
  const { ledger } = useApi();
  const { id, byState } = campaign;
  const count = countIn(byState, onPaper);
  if (count === 0) return null;
  return (
    <Text size="sm">
      {count === 1 ? 'Una persona va avvisata' : `${count.toLocaleString('it-IT')} persone vanno avvisate`}{' '}
      per altra via:{' '}
      <Anchor
        size="sm"
        href={addressOf({
          ledger,
          screen: 'messaggi',
          ask: { parte: 'coda', campaign: id, states: onPaper },
        })}
      >
        {count === 1 ? 'vedi chi' : 'vedi quali'}
      </Anchor>
      .
    </Text>
  );
}
