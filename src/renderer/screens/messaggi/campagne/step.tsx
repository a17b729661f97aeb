import { Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import classes from './step.module.css';

/** One of the steps towards a campaign; all of them stay on the page. */
export function Step(props: {
  readonly number: number;
  readonly title: string;
  /** `later`: what comes before is not there yet. */
  readonly state: 'done' | 'now' | 'later';
  /** In a few words: what was chosen, or what is missing. */
  readonly summary?: ReactNode;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { number, title, state, summary, aside, children } = props;
  const id = useId();
  return (
    <section className={classes['step']} data-state={state} aria-labelledby={id}>
      <div className={classes['head']}>
        <span className={classes['number']} aria-hidden="true">
          {state === 'done' ? <IconCheck size={17} stroke={2.4} /> : number}
        </span>
        <Title order={2} id={id} className={classes['title']}>
          <span className="visually-hidden">Passo {number}: </span>
          {title}
        </Title>
        <Text component="div" size="sm" c="dimmed" className={classes['summary']}>
          {summary}
        </Text>
        {aside}
      </div>
      {isThere(children) && <div className={classes['body']}>{children}</div>}
    </section>
  );
}

function isThere(children: ReactNode): boolean {
  return children !== undefined && children !== null && children !== false;
}
