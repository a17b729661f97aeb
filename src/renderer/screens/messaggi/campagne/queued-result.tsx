import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { euro, italianDay, many, sayCount } from '../../../../shared/wording/figures.ts';
import { sayReason } from '../../../../shared/wording/messages/reasons.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import classes from './campagne.module.css';
import { EarlierCampaigns } from './earlier-campaigns.tsx';
import type { Campaign } from './states.ts';

type Queued = Output<'campaigns.queue'>;

const rowsShown = 20;

/** What went into the queue, and what did not and why. */
export function QueuedResult(props: {
  readonly campaign: Campaign;
  readonly result: Queued;
  readonly open: PartProps['open'];
}) {
  const { campaign, result, open } = props;
  const { queued, alreadyKnown, notEligible, changed } = result;
  const title = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone.
  useEffect(() => title.current?.focus(), []);
  return (
    <Stack gap="sm">
      <Text ref={title} tabIndex={-1} fw={650} role="status" className={classes['done']}>
        {queued === 0 ? (
          <IconInfoCircle size={22} aria-hidden="true" />
        ) : (
          <IconCircleCheck size={22} className={classes['good']} aria-hidden="true" />
        )}
        {queued === 0
          ? 'Nessun messaggio nuovo in coda'
          : `${many(queued, 'messaggio è', 'messaggi sono')} in coda`}
      </Text>
      {alreadyKnown > 0 && (
        <Text size="sm">
          {alreadyKnown === 1
            ? 'Un messaggio era già in un’altra campagna: non si scrive due volte.'
            : `${sayCount(alreadyKnown)} messaggi erano già in un’altra campagna: non si scrive due volte.`}
        </Text>
      )}
      {notEligible.length > 0 && (
        <Rows
          title={`${many(notEligible.length, 'messaggio lasciato', 'messaggi lasciati')} fuori:`}
          rows={notEligible.map(({ row, reason }) => `Riga ${row}: ${sayReason(reason)}`)}
        />
      )}
      {changed.length > 0 && (
        <>
          <Rows
            title={`${many(changed.length, 'avviso era già in un’altra campagna', 'avvisi erano già in un’altra campagna')} con un altro dato:`}
            rows={changed.map(
              ({ row, before, now }) => `Riga ${row}: prima ${sayAsked(before)}, adesso ${sayAsked(now)}.`,
            )}
          />
          <EarlierCampaigns campaign={campaign.id} open={open} />
        </>
      )}
      <Group gap="sm">
        <Button onClick={() => open('coda', { campaign: campaign.id })}>Vai alla coda</Button>
        <Anchor component="button" type="button" size="sm" onClick={() => open('campagne')}>
          Tutte le campagne
        </Anchor>
      </Group>
    </Stack>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  const others = rows.length - rowsShown;
  return (
    <div>
      <Text size="sm">{title}</Text>
      <List size="sm" mt={4}>
        {rows.slice(0, rowsShown).map((row, index) => (
          <List.Item key={index}>{row}</List.Item>
        ))}
      </List>
      {others > 0 && (
        <Text size="sm" c="dimmed">
          {others === 1 ? 'E un altro' : `E altri ${sayCount(others)}`}: si vedono nella coda.
        </Text>
      )}
    </div>
  );
}

function sayAsked({ cents, dueDay }: Queued['changed'][number]['now']): string {
  return [
    cents === null ? 'senza importo' : euro(cents),
    ...(dueDay === null ? [] : [`entro il ${italianDay(dueDay)}`]),
  ].join(' ');
}
