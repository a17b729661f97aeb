import { Anchor, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { useTask } from '../../../state/use-task.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import type { WalkedMessage } from './row-walk.ts';
import type { Campaign } from './states.ts';

/** One row as a test to a colleague who agreed: the one that the preview shows. */
export function TrialForm(props: {
  readonly campaign: Campaign;
  readonly looked: WalkedMessage | null;
  readonly open: PartProps['open'];
}) {
  const { campaign, looked, open } = props;
  const settings = useQuestion('messages.settings.read', {}).value;
  const trial = useTask('campaigns.trial');
  const [chosen, setChosen] = useState('');
  const [sent, setSent] = useState<string | null>(null);
  const users = settings?.testUsers ?? [];
  const user = users.includes(chosen) ? chosen : (users[0] ?? '');

  async function send(): Promise<void> {
    if (looked === null) return;
    setSent(null);
    const told = await trial.run({ id: campaign.id, row: looked.row, part: looked.part, fiscalCode: user });
    if (told.ok) setSent(`La prova della riga ${looked.row} è in coda per ${user}.`);
  }

  if (settings !== null && users.length === 0)
    return (
      <Text size="sm">
        Prima conviene una prova a un collega: i codici fiscali di chi è d’accordo si scrivono in{' '}
        <Anchor component="button" type="button" size="sm" onClick={() => open('servizi')}>
          Servizi e chiavi
        </Anchor>
        .
      </Text>
    );
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="Prova a un collega"
          data={[...users]}
          value={user}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={trial.running}
          disabled={looked === null}
          onClick={() => void send()}
        >
          Metti in coda la prova della riga {looked?.row ?? ''}
        </Button>
        <Text size="sm" c="dimmed" flex={1} miw={240}>
          Le stesse parole dell’anteprima, senza avviso; l’oggetto dice che è una prova.
        </Text>
      </Group>
      <ProblemNotice problem={trial.problem} />
      <div role="status">
        {sent !== null && (
          <Text size="sm">
            {sent}{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => open('coda')}>
              Inviala dalla coda
            </Anchor>
            , guardala sul telefono, poi torna qui.
          </Text>
        )}
      </div>
    </Stack>
  );
}
