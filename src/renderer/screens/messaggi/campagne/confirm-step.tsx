import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { many } from '../../../../shared/wording/figures.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useServices } from '../../../components/use-services.ts';
import { useTask } from '../../../state/use-task.ts';
import type { Output } from '../../../../shared/contract/api.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { QueuedResult } from './queued-result.tsx';
import type { WalkedMessage } from './row-walk.ts';
import { StateBar } from './state-bar.tsx';
import { countIn, type Campaign } from './states.ts';
import { TrialForm } from './trial-form.tsx';

/** A test to a colleague, then the word of a person: without it nothing leaves. */
export function ConfirmStep(props: {
  readonly campaign: Campaign;
  readonly looked: WalkedMessage | null;
  readonly open: PartProps['open'];
}) {
  const { campaign, looked, open } = props;
  const { serviceName } = useServices();
  const queue = useTask('campaigns.queue');
  const [result, setResult] = useState<Output<'campaigns.queue'> | null>(null);
  const [old, setOld] = useState(false);
  const count = countIn(campaign.byState, ['draft']);
  const stale = queue.problem?.code === 'evidence-stale';

  async function confirm(): Promise<void> {
    const told = await queue.run({ id: campaign.id, acceptStale: stale && old });
    if (told.ok) setResult(told.value);
  }

  if (result !== null) return <QueuedResult campaign={campaign} result={result} open={open} />;
  if (campaign.queuedAt !== null)
    return (
      <Stack gap="sm">
        <StateBar byState={campaign.byState} />
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => open('coda', { campaign: campaign.id })}
        >
          I suoi messaggi nella coda
        </Anchor>
      </Stack>
    );
  if (count === 0) return <Text size="sm">Non c’è nessun messaggio da mettere in coda.</Text>;
  return (
    <Stack gap="lg">
      <TrialForm campaign={campaign} looked={looked} open={open} />
      <Stack gap="sm">
        <ProblemNotice problem={queue.problem} />
        {stale && (
          <Checkbox
            label="So che chi ha pagato di recente riceverebbe il sollecito: mettili in coda lo stesso."
            checked={old}
            onChange={(event) => setOld(event.currentTarget.checked)}
          />
        )}
        <Group gap="md">
          <Button size="md" loading={queue.running} disabled={stale && !old} onClick={() => void confirm()}>
            Metti in coda {many(count, 'messaggio', 'messaggi')} del servizio {serviceName(campaign.service)}
          </Button>
          <Text size="sm" c="dimmed" flex={1}>
            Non partono in questo momento: partono dalla Coda, e fino ad allora si possono ritirare.
          </Text>
        </Group>
      </Stack>
    </Stack>
  );
}
