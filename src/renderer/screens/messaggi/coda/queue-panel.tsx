import { Button, Group, Progress, Text, Title } from '@mantine/core';
import { IconMoon, IconPlayerPlay, IconPlayerStop, IconRefresh, IconUserCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import {
  queueStanding,
  shareGone,
  wantsConfirmation,
} from '../../../../shared/domain/message/queue-standing.ts';
import { queueTitles, sayQueue } from '../../../../shared/wording/messages/queue.ts';
import { Pallino } from '../../../components/pallino.tsx';
import { Sheet } from '../../../components/page.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import { waitsForLocked, withServiceName, type MessageService } from '../service.ts';
import classes from './coda.module.css';
import { FollowProgress, FollowResult } from './follow.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { standingDots } from './standing-dots.ts';
import { useIsClosed } from './use-is-closed.ts';

/** How the queue stands, in one sentence, and what a person may do with it. */
export function QueuePanel(props: {
  readonly outbox: Output<'outbox.read'>;
  readonly services: readonly MessageService[];
  readonly again: () => void;
}) {
  const { outbox, services, again } = props;
  const start = useTask('outbox.start');
  const stop = useTask('outbox.stop');
  const confirm = useTask('outbox.confirm');
  const follow = useTask('outbox.follow');
  const [followed, setFollowed] = useState<Output<'outbox.follow'> | null>(null);
  const [asksHours, setAsksHours] = useState(false);
  const isClosed = useIsClosed();
  const now = Date.now();
  const standing = queueStanding({ ...outbox, blocked: withServiceName(outbox.blocked, services) }, now);
  const share = useShare(outbox);
  const isBusy = start.running || stop.running || confirm.running;
  const mayStart =
    !outbox.running && !wantsConfirmation(outbox) && !waitsForLocked(outbox.vault.lock, services);
  const accepted = outbox.byState.accepted ?? 0;

  async function run(ignoreHours: boolean): Promise<void> {
    setAsksHours(false);
    if (outbox.running) await stop.run({});
    await start.run({ ignoreHours });
    again();
  }
  /** A person has looked: it may go, and goes in its hours. */
  async function resume(): Promise<void> {
    const told = await confirm.run({});
    if (told.ok) await run(false);
    else again();
  }
  async function ask(): Promise<void> {
    setFollowed(null);
    const told = await follow.run({});
    if (told.ok) setFollowed(told.value);
    again();
  }

  return (
    <Sheet>
      <div className={classes['panel']}>
        <div className={classes['standing']}>
          <Pallino dot={standingDots[standing.code]} size={34} />
          <div>
            <Title order={2} className={classes['standingTitle']}>
              {queueTitles[standing.code]}
            </Title>
            <span className="visually-hidden" role="status">
              {queueTitles[standing.code]}
            </span>
            <Text className={classes['sentence'] ?? ''}>{sayQueue(standing, outbox.pace, now)}</Text>
          </div>
        </div>
        <Group gap="sm" className={classes['buttons'] ?? ''}>
          {wantsConfirmation(outbox) && (
            <Button
              size="md"
              loading={confirm.running}
              leftSection={<IconUserCheck size={20} aria-hidden="true" />}
              onClick={() => void resume()}
            >
              Riprendi
            </Button>
          )}
          {outbox.running ? (
            <Button
              size="md"
              variant="default"
              loading={stop.running}
              leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
              onClick={() => void stop.run({}).then(again)}
            >
              Ferma
            </Button>
          ) : (
            <Button
              size="md"
              variant={mayStart && standing.code === 'stopped' ? 'filled' : 'default'}
              loading={start.running}
              disabled={!mayStart || isBusy}
              leftSection={<IconPlayerPlay size={20} aria-hidden="true" />}
              onClick={() => void run(false)}
            >
              Invia
            </Button>
          )}
          {isClosed !== null && (outbox.running || mayStart) && (
            <Button
              size="md"
              variant="default"
              disabled={isBusy}
              leftSection={<IconMoon size={20} aria-hidden="true" />}
              onClick={() => setAsksHours(true)}
            >
              Anche fuori orario…
            </Button>
          )}
          <Button
            size="md"
            variant="default"
            disabled={accepted === 0 || follow.running}
            leftSection={<IconRefresh size={20} aria-hidden="true" />}
            onClick={() => void ask()}
          >
            Aggiorna esiti
          </Button>
        </Group>
      </div>
      {standing.code === 'sending' && share !== null && (
        <Progress mt="md" size="lg" value={share * 100} aria-label="Avanzamento dell’invio" />
      )}
      <FollowProgress task={follow} />
      {followed !== null && !follow.running && <FollowResult told={followed} />}
      {[start, stop, confirm, follow].map((task, index) => (
        <ProblemNotice key={index} problem={task.problem} onClose={task.forget} />
      ))}
      {asksHours && (
        <HoursDialog
          opensAt={isClosed}
          onConfirm={() => void run(true)}
          onClose={() => setAsksHours(false)}
        />
      )}
    </Sheet>
  );
}

/** How much of what waited when this run was first seen is gone. */
function useShare({ running, byState, later }: Output<'outbox.read'>): number | null {
  const left = Math.max(0, (byState.queued ?? 0) - later) + (byState.sending ?? 0);
  const [most, setMost] = useState(0);
  useEffect(() => setMost((before) => (running ? Math.max(before, left) : 0)), [running, left]);
  return shareGone(most, left);
}
