import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { TextField } from '../../../../shared/domain/message/merge-field.ts';
import { many, sayCount } from '../../../../shared/wording/figures.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { useTask } from '../../../state/use-task.ts';
import { checkText } from '../modelli/check-text.ts';
import { CampaignTexts } from './campaign-texts.tsx';
import { textsOf } from './draft.ts';
import { correctable, countIn, type Campaign } from './states.ts';

/** Writes again to who may have read a campaign: what was wrong in it, or that it was not meant for them. */
export function CorrectDialog(props: {
  readonly campaign: Campaign;
  /** The number of the draft that it made. */
  readonly onDone: (campaign: number) => void;
  readonly onClose: () => void;
}) {
  const { campaign, onDone, onClose } = props;
  const { value, problem } = useQuestion('templates.list', {});
  const correct = useTask('campaigns.correct');
  const choices = (value?.templates ?? []).filter(({ kind }) => kind === 'errata' || kind === 'errore');
  const [chosen, setChosen] = useState<string | null>(null);
  const [texts, setTexts] = useState<Readonly<Partial<Record<TextField, string>>>>({});
  const row = choices.find(({ name }) => name === chosen) ?? choices[0];
  const template = row === undefined ? null : checkText(row.name, row.text, null).template;
  const fields = template === null ? [] : textsOf(template);
  const lacks = fields.some(({ field, required }) => required && (texts[field] ?? '').trim() === '');
  const count = countIn(campaign.byState, correctable);

  async function run(event: React.FormEvent): Promise<void> {
    event.preventDefault();
    if (row === undefined || lacks || correct.running) return;
    const written = Object.fromEntries(
      fields.flatMap(({ field }) => {
        const text = texts[field]?.trim() ?? '';
        return text === '' ? [] : [[field, text]];
      }),
    );
    const told = await correct.run({ id: campaign.id, template: row.name, texts: written });
    if (!told.ok) return;
    onClose();
    onDone(told.value.campaign);
  }

  return (
    <Dialog
      onClose={onClose}
      title="Errata corrige"
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza preparare' }}
    >
      <form onSubmit={(event) => void run(event)} noValidate>
        <Stack gap="md">
          <Text size="sm">
            {count === 1
              ? `Un messaggio di «${campaign.name}» è arrivato, o può essere arrivato: se ne prepara uno alla stessa persona`
              : `${sayCount(count)} messaggi di «${campaign.name}» sono arrivati, o possono essere arrivati: se ne preparano altrettanti alle stesse persone`}
            , da guardare e confermare come gli altri.
          </Text>
          <Radio.Group label="Che cosa dire" value={row?.name ?? ''} onChange={setChosen}>
            <Stack gap={8} mt={6}>
              {choices.map(({ name, title, description }) => (
                <Radio key={name} value={name} label={title} description={description} />
              ))}
            </Stack>
          </Radio.Group>
          <CampaignTexts fields={fields} texts={texts} onChange={setTexts} />
          <ProblemNotice problem={problem ?? correct.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Lascia perdere
            </Button>
            <Button type="submit" loading={correct.running} disabled={row === undefined || lacks}>
              Prepara {many(count, 'messaggio', 'messaggi')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
