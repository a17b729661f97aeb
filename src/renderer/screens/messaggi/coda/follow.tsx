import { Text } from '@mantine/core';
import { useEffect } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { many } from '../../../../shared/wording/figures.ts';
import { sayFollowed } from '../../../../shared/wording/messages/queue.ts';
import { WorkProgress } from '../../../components/work-progress.tsx';
import type { Task } from '../../../state/use-task.ts';
import classes from './coda.module.css';

/** While IO is asked what became of the messages that it took. */
export function FollowProgress({ task }: { readonly task: Task<'outbox.follow'> }) {
  const { running, progress, cancel } = task;
  useEffect(() => {
    if (!running) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) cancel();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [running, cancel]);
  if (!running) return null;
  return (
    <div className={classes['work']}>
      <WorkProgress
        title="Si chiede a IO che cosa ne è stato…"
        now={null}
        figures={
          progress === null
            ? ''
            : `${progress.done.toLocaleString('it-IT')} di ${many(progress.total, 'messaggio', 'messaggi')}`
        }
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
        startedAt={task.startedAt}
        onCancel={cancel}
      />
    </div>
  );
}

export function FollowResult({ told }: { readonly told: Output<'outbox.follow'> }) {
  return (
    <Text role="status" size="sm" mt="sm" className={classes['told'] ?? ''}>
      {sayFollowed(told)}
    </Text>
  );
}
