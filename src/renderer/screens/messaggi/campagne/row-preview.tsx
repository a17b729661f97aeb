import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMail } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { isDay } from '../../../../shared/domain/day.ts';
import { sayRata } from '../../../../shared/wording/messages/list.ts';
import { sayReason } from '../../../../shared/wording/messages/reasons.ts';
import { sayCount } from '../../../../shared/wording/figures.ts';
import { AppPreview } from '../../../components/app-preview/app-preview.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import { useOffice } from '../modelli/use-office.ts';
import classes from './row-preview.module.css';
import { findIn, type WalkedMessage } from './row-walk.ts';
import type { Campaign } from './states.ts';
import { useCampaignWalk } from './use-campaign-walk.ts';
import { CodiceFiscale } from '../../../components/personal.tsx';

/** Every message as its citizen will see it, one after the other. */
export function RowPreview(props: {
  readonly campaign: Campaign;
  /** How many messages there are. */
  readonly count: number;
  readonly onLook?: ((message: WalkedMessage) => void) | undefined;
}) {
  const { campaign, count, onLook } = props;
  const { walk, problem } = useCampaignWalk(campaign.id);
  const office = useOffice(campaign.service);
  const [at, setAt] = useState(0);
  const looked = walk[at] ?? null;
  const { value, problem: previewProblem } = useQuestion(
    'campaigns.preview',
    looked === null ? null : { id: campaign.id, row: looked.row, part: looked.part },
  );
  useEffect(() => {
    if (looked !== null) onLook?.(looked);
  }, [looked, onLook]);
  const go = (by: number): void => setAt((before) => Math.min(walk.length - 1, Math.max(0, before + by)));

  return (
    <section
      className={classes['preview']}
      aria-label="Anteprima dei messaggi"
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey)
          return;
        if (event.key === 'ArrowLeft') go(-1);
        if (event.key === 'ArrowRight') go(1);
      }}
    >
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          variant="default"
          size={34}
          aria-label="Messaggio precedente"
          data-tip="Precedente (←)"
          disabled={at === 0}
          onClick={() => go(-1)}
        >
          <IconChevronLeft size={20} aria-hidden="true" />
        </ActionIcon>
        <Text size="sm" ta="center" flex={1} role="status" className="figures">
          {looked === null ? '…' : `${sayRow(looked)} · ${sayCount(at + 1)} di ${sayCount(count)}`}
        </Text>
        <ActionIcon
          variant="default"
          size={34}
          aria-label="Messaggio seguente"
          data-tip="Seguente (→)"
          disabled={at + 1 >= walk.length}
          onClick={() => go(1)}
        >
          <IconChevronRight size={20} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <GoTo walk={walk} at={at} onGo={setAt} />
      <ProblemNotice problem={problem ?? previewProblem} />
      {value !== null && (
        <>
          <Text size="sm" className={classes['who']}>
            A {value.name ?? 'chi ha il codice fiscale'} <CodiceFiscale text={value.fiscalCode} />
          </Text>
          {value.problem !== null && (
            <Text size="sm" c="red">
              {sayReason(value.problem)}
            </Text>
          )}
          {value.subject !== '' && (
            <>
              <AppPreview
                subject={value.subject}
                markdown={value.markdown}
                dueDay={value.dueDay !== null && isDay(value.dueDay) ? value.dueDay : null}
                payment={value.payment}
                service={office.servizio}
                ente={office.ente}
              />
              <div className={classes['mail']}>
                <IconMail size={18} aria-hidden="true" />
                <p>
                  <strong>Nella mail di avviso:</strong> {value.emailCopy}
                </p>
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}

function sayRow({ row, rata }: WalkedMessage): string {
  return rata === null ? `Riga ${row}` : `Riga ${row}, ${sayRata(rata)}`;
}

function GoTo(props: {
  readonly walk: readonly WalkedMessage[];
  readonly at: number;
  readonly onGo: (at: number) => void;
}) {
  const { walk, at, onGo } = props;
  const [typed, setTyped] = useState('');
  const [lost, setLost] = useState<string | null>(null);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const found = findIn(walk, typed, at);
        setLost(found === -1 && typed.trim() !== '' ? typed.trim() : null);
        if (found !== -1) onGo(found);
      }}
    >
      <Group gap={6} wrap="nowrap" align="flex-start">
        <TextInput
          flex={1}
          size="xs"
          aria-label="Vai a una riga, a un codice fiscale o a un nome"
          placeholder="Riga, codice fiscale o nome"
          autoComplete="off"
          maxLength={100}
          value={typed}
          error={lost === null ? null : `Nessun messaggio per «${lost}».`}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setLost(null);
          }}
        />
        <Button type="submit" size="xs" variant="default">
          Vai
        </Button>
      </Group>
    </form>
  );
}
