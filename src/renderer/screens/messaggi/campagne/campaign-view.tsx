import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { sayMoment } from '../../../../shared/wording/figures.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Sheet } from '../../../components/page.tsx';
import { useServices } from '../../../components/use-services.ts';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { CampaignFiles } from './campaign-files.tsx';
import { Marks } from './campaign-row.tsx';
import { Findings } from './findings.tsx';
import { PreparedSteps } from './prepared-steps.tsx';
import { StateBar } from './state-bar.tsx';
import { isDraft, type Campaign } from './states.ts';
import { Step } from './step.tsx';

/** A campaign that was made before: a draft goes on where it was left, of any other one sees what became of it. */
export function CampaignView({ id, open }: { readonly id: number; readonly open: PartProps['open'] }) {
  const { value: campaign, problem } = useQuestion('campaigns.read', { id });
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => open('campagne')}
        >
          Tutte le campagne
        </Button>
      </Group>
      <ProblemNotice problem={problem} />
      {campaign === null && problem === null && <Skeleton height={300} aria-hidden="true" />}
      {campaign !== null && <Opened campaign={campaign} open={open} />}
    </Stack>
  );
}

function Opened({ campaign, open }: { readonly campaign: Campaign; readonly open: PartProps['open'] }) {
  const { id, name, listName, template, byState, queuedAt, author, createdAt, service } = campaign;
  const title = useQuestion('templates.list', {}).value?.templates.find(
    (one) => one.name === template,
  )?.title;
  const { serviceName } = useServices();
  // Once it is confirmed here, what came of that is told here.
  const [draft] = useState(() => isDraft(campaign));
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {serviceName(service)} · {title ?? template} · preparata il {sayMoment(createdAt)} da {author}
            {queuedAt !== null && ` · confermata il ${sayMoment(queuedAt)}`}
          </Text>
          <Marks campaign={campaign} />
        </div>
        <CampaignActions campaign={campaign} open={open} />
      </Group>
      {draft ? (
        <>
          <Step number={1} title="Elenco" state="done" summary={listName ?? ''} />
          <Step number={2} title="Testo" state="done" summary={title ?? template} />
          <PreparedSteps id={id} stale={false} onAccept={null} open={open} />
        </>
      ) : (
        <>
          <Sheet
            title="Messaggi"
            aside={
              <Button variant="default" size="xs" onClick={() => open('coda', { campaign: id })}>
                Apri nella coda
              </Button>
            }
          >
            <Stack gap="sm">
              <StateBar byState={byState} />
              <CampaignFiles campaign={campaign} />
            </Stack>
          </Sheet>
          <Sheet title="Come è stata preparata">
            <Findings campaign={campaign} onAccept={null} />
          </Sheet>
        </>
      )}
    </>
  );
}
