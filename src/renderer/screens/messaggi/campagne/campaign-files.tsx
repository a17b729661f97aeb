import { Anchor, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { sayCount } from '../../../../shared/wording/figures.ts';
import { SaveMade } from '../../../components/save-made.tsx';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import { countIn, onPaper, type Campaign } from './states.ts';

/** What of a campaign goes on outside of IO: who has to be told in another way, and what became of it, for others. */
export function CampaignFiles({ campaign }: { readonly campaign: Campaign }) {
  const { ledger, link } = useApi();
  const { id, byState } = campaign;
  const [clear, setClear] = useState(false);
  const count = countIn(byState, onPaper);
  return (
    <Stack gap="xs">
      {count > 0 && (
        <Text size="sm">
          {count === 1
            ? 'Un messaggio non si può dare con IO, e va dato per altra via: '
            : `${sayCount(count)} messaggi non si possono dare con IO, e vanno dati per altra via: `}
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
      <Group gap="sm">
        <SaveMade size="compact-sm" make={() => link.call('campaigns.report', { id, clear })}>
          Rapporto (Excel)
        </SaveMade>
        <SaveMade size="compact-sm" make={() => link.call('campaigns.paper', { id })}>
          Da mandare su carta (Excel)
        </SaveMade>
        <Checkbox
          size="sm"
          label="Nel rapporto, nomi e codici fiscali in chiaro"
          checked={clear}
          onChange={(event) => setClear(event.currentTarget.checked)}
        />
      </Group>
    </Stack>
  );
}
