import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Settlement } from '../../../../shared/domain/message/state.ts';
import { many } from '../../../../shared/wording/figures.ts';
import { uncertainExplained } from '../../../../shared/wording/messages/settling.ts';
import { Empty } from '../../../components/empty.tsx';
import { Sheet } from '../../../components/page.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import classes from './incerti.module.css';
import { SettleDialog } from './settle-dialog.tsx';
import { UncertainItem, type Uncertain } from './uncertain-item.tsx';

const pageSize = 25;

/** The desk of the messages that left and of which nobody knows whether they arrived: a person decides of each. */
export function Incerti({ open }: PartProps) {
  const [limit, setLimit] = useState(pageSize);
  const [asked, setAsked] = useState<{ readonly message: Uncertain; readonly how: Settlement } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useQuestion('outbox.messages', { filter: { states: ['uncertain'] }, limit });
  const { value, problem } = answer;

  function close(isDone: boolean): void {
    setAsked(null);
    // The message that was decided of is gone, and its buttons with it.
    if (isDone) heading.current?.focus();
  }
  if (value === null)
    return (
      <Stack gap="md">
        <ProblemNotice problem={problem} />
        {problem === null && <Skeleton height={220} aria-hidden="true" />}
      </Stack>
    );
  const title =
    value.count === 0 ? 'Nessun esito incerto' : many(value.count, 'esito incerto', 'esiti incerti');
  return (
    <Stack gap="md" className={classes['desk'] ?? ''}>
      <div>
        <Title order={2} ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
          {title}
        </Title>
        <span className="visually-hidden" role="status">
          {title}
        </span>
        {value.count > 0 && <Explained />}
      </div>
      {value.count === 0 && <Nothing onQueue={() => open('coda')} />}
      {value.rows.map((message) => (
        <UncertainItem key={message.id} message={message} onSettle={(how) => setAsked({ message, how })} />
      ))}
      {value.next !== null && (
        <Button variant="default" onClick={() => setLimit((before) => Math.min(1_000, before + pageSize))}>
          Mostra gli altri
        </Button>
      )}
      {asked !== null && <SettleDialog {...asked} onDone={() => close(true)} onClose={() => close(false)} />}
    </Stack>
  );
}

function Explained() {
  return (
    <div className={classes['explained']}>
      {uncertainExplained.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </div>
  );
}

function Nothing({ onQueue }: { readonly onQueue: () => void }) {
  return (
    <Sheet>
      <Empty
        good
        icon={IconCircleCheck}
        title="Di ogni messaggio partito si sa che cosa ne è stato, o lo si sta chiedendo a IO"
        next={
          <Button variant="default" onClick={onQueue}>
            Vai alla coda
          </Button>
        }
      >
        Qui arrivano i messaggi partiti senza una risposta chiara, per esempio quando la rete cade nel momento
        dell’invio. Il programma non li rimanda mai da sé: decide una persona.
      </Empty>
    </Sheet>
  );
}
