import { Button, Group, Kbd, Progress, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createTimeLeft, sayTimeLeft, type TimeLeft } from './time-left.ts';
import classes from './work-progress.module.css';

/** Long work on its way: what is done now, how much of it, how long it will take, and how to stop it. */
export function WorkProgress(props: {
  /** What goes on; told to screen readers when it changes. */
  readonly title: string;
  /** What it is at just now, such as the name of a file. */
  readonly now: string | null;
  /** How much was done, in figures. */
  readonly figures: ReactNode;
  /** From 0 to 1; null while that is not known. */
  readonly share: number | null;
  readonly startedAt: number;
  /** Undefined where the work cannot be stopped. */
  readonly onCancel?: (() => void) | undefined;
}) {
  const { title, now, figures, share, startedAt, onCancel } = props;
  const left = useTimeLeft(startedAt, share);
  const percent = share === null ? null : Math.floor(share * 100);
  return (
    <div className={classes['progress']}>
      <Group justify="space-between" align="center" wrap="nowrap" gap="md">
        <div className={classes['words']}>
          <Text fw={600} role="status">
            {title}
          </Text>
          <Text size="sm" c="dimmed" className={classes['now']}>
            {now ?? '\u00a0'}
          </Text>
        </div>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel} rightSection={<Kbd size="xs">Esc</Kbd>}>
            Annulla
          </Button>
        )}
      </Group>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        striped={percent === null}
        size="lg"
        aria-label={title}
        transitionDuration={150}
      />
      <div className={`${classes['figures']} figures`}>
        <span>{figures}</span>
        <span>{left ?? ''}</span>
        <span>{percent === null ? '' : `${percent}%`}</span>
      </div>
    </div>
  );
}

/** Said anew at most once a second, so that it can be read. */
function useTimeLeft(startedAt: number, share: number | null): string | null {
  const latest = useRef(share);
  latest.current = share;
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const guess: TimeLeft = createTimeLeft(startedAt);
    setSaid(null);
    const ticking = setInterval(() => {
      if (latest.current === null) return;
      const left = guess.at(Date.now(), latest.current);
      setSaid(left === null ? null : `ancora ${sayTimeLeft(left)}`);
    }, 1_000);
    return () => clearInterval(ticking);
  }, [startedAt]);
  return said;
}
