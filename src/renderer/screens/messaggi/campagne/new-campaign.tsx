import { Button, Group, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { nameOf, useApi } from '../../../state/api.tsx';
import { goTo } from '../../../state/route.ts';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { checkText } from '../modelli/check-text.ts';
import { useOffice } from '../modelli/use-office.ts';
import { lacksOfDraft, requestOf, type Accepted, type Draft } from './draft.ts';
import { ListStep } from './list-step.tsx';
import { MappingDialog } from './mapping-dialog.tsx';
import { PrepareBar } from './prepare-bar.tsx';
import { PreparedSteps } from './prepared-steps.tsx';
import { Step } from './step.tsx';
import { sayListChoice, sayTextChoice } from './step-words.ts';
import { TextStep } from './text-step.tsx';
import { usePreparation } from './use-preparation.ts';

/** From a list to a campaign, on one page. `campaign`: the drafts that were made of it, once they were. */
export function NewCampaign(props: { readonly campaign: number | null; readonly open: PartProps['open'] }) {
  const { campaign, open } = props;
  const { ledger } = useApi();
  const preparation = usePreparation();
  const { draft, change, preparedFrom } = preparation;
  const services = useQuestion('messages.services', {}).value?.services ?? [];
  const templates = useQuestion('templates.list', {}).value?.templates ?? [];
  const office = useOffice(draft.service === '' ? null : draft.service);
  const [mapping, setMapping] = useState(false);

  const row = templates.find(({ name }) => name === draft.template);
  const text = draft.templateText ?? row?.text ?? null;
  const checked = useMemo(
    () => (row === undefined || text === null ? null : checkText(row.name, text, office.ente)),
    [row, text, office.ente],
  );
  const template = checked === null || checked.refused ? null : checked.template;
  const lacks = lacksOfDraft(draft, template);
  const request = requestOf(draft, template);
  const fresh = request !== null && preparedFrom === nameOf(request);
  const isPrepared = campaign !== null && preparedFrom !== null;
  const made = useQuestion('campaigns.read', isPrepared ? { id: campaign } : null).value;
  // What is in the queue is not made anew from here.
  const confirmed = made !== null && made.id === campaign && made.queuedAt !== null;

  // The page was loaded again: what was chosen is gone, what was prepared is not.
  useEffect(() => {
    if (campaign !== null && preparedFrom === null)
      goTo({ ledger, screen: 'messaggi', ask: { parte: 'campagne', campagna: campaign } }, true);
  }, [campaign, preparedFrom, ledger]);

  async function prepare(wanted: Draft): Promise<void> {
    const told = await preparation.prepare(wanted, template);
    if (told === null) return;
    const ask = { parte: 'campagne', nuova: true, campagna: told.campaign };
    goTo({ ledger, screen: 'messaggi', ask }, true);
  }

  function accept(accepted: Accepted): void {
    void prepare({ ...draft, accepted: [...draft.accepted, accepted] });
  }

  const listDone = lacks.every(({ code }) => code === 'template-faults');
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
        <Title order={2} size="h4">
          Nuova campagna
        </Title>
      </Group>
      <Step number={1} title="Elenco" state={listDone ? 'done' : 'now'} summary={sayListChoice(draft, lacks)}>
        {!confirmed && (
          <ListStep
            preparation={preparation}
            services={services}
            templates={templates}
            template={checked?.template ?? null}
            onMap={() => setMapping(true)}
            open={open}
          />
        )}
      </Step>
      <Step
        number={2}
        title="Testo"
        state={checked === null ? 'later' : checked.refused ? 'now' : 'done'}
        summary={sayTextChoice(draft, checked)}
      >
        {checked !== null && text !== null && !confirmed && (
          <TextStep
            key={draft.template}
            draft={draft}
            text={text}
            checked={checked}
            office={office}
            onChange={(templateText) =>
              change({ templateText: templateText === row?.text ? null : templateText })
            }
          />
        )}
      </Step>
      <PreparedSteps
        id={isPrepared ? campaign : null}
        stale={isPrepared && !fresh}
        onAccept={fresh && !confirmed ? accept : null}
        ready={lacks.length === 0}
        before={
          <PrepareBar
            preparation={preparation}
            lacks={lacks}
            prepared={isPrepared}
            fresh={fresh}
            onPrepare={() => void prepare(draft)}
            onMap={() => setMapping(true)}
          />
        }
        open={open}
      />
      {mapping && draft.list !== null && (
        <MappingDialog
          list={draft.list}
          onSaved={(profile) => change({ profile })}
          onClose={() => setMapping(false)}
        />
      )}
    </Stack>
  );
}
