import { Anchor, Group, Stack, Text } from '@mantine/core';
import { SaveMade } from '../../../components/save-made.tsx';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import { countIn, onPaper, type Campaign } from './states.ts';

/** What of a campaign goes on outside of IO: its report, what has to be told in another way, the rows to send back. */
export function CampaignFiles({ campaign }: { readonly campaign: Campaign }) {
  const { ledger, link } = useApi();
  const { id, byState, refused } = campaign;
  const count = countIn(byState, onPaper);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <SaveMade size="compact-sm" make={() => link.call('campaigns.report', { id })}>
          Rapporto in Excel
        </SaveMade>
        <SaveMade size="compact-sm" make={() => link.call('campaigns.paper', { id })}>
          Elenco per la carta
        </SaveMade>
        {refused > 0 && (
          <SaveMade size="compact-sm" make={() => link.call('campaigns.refused', { id })}>
            Righe rifiutate
          </SaveMade>
        )}
      </Group>
      {count > 0 && (
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
      )}
    </Stack>
  );
}
