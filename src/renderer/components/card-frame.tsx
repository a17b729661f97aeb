import { Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { OperationName } from '../../shared/contract/operations.ts';
import type { Answer } from '../state/use-question.ts';
import classes from './evidence.module.css';
import { ProblemNotice } from './problem-notice.tsx';

/** The inside of a card: what it had stays until the next one is there. */
export function CardFrame<Name extends OperationName>(props: {
  readonly answer: Answer<Name>;
  /** The address names something that there could be. */
  readonly named: boolean;
  readonly children: (card: NonNullable<Answer<Name>['value']>) => ReactNode;
}) {
  const { value, problem, waiting } = props.answer;
  const frame = useRef<HTMLDivElement>(null);
  const focused = useRef<Element | null>(null);
  // What was just pressed may be gone once it is decided: the focus stays in the card.
  useEffect(() => {
    if (focused.current?.isConnected !== false) return;
    focused.current = null;
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true });
  });
  if (!props.named)
    return <Text size="sm">Questo indirizzo non indica niente: scegliere una riga della tabella.</Text>;
  return (
    <div
      ref={frame}
      className={classes['card']}
      tabIndex={-1}
      aria-busy={waiting}
      onFocus={(event) => (focused.current = event.target)}
      onBlur={(event) => {
        if (event.relatedTarget !== null) focused.current = null;
      }}
    >
      {!waiting && <ProblemNotice problem={problem} />}
      {value === null
        ? waiting && (
            <Stack gap="sm" role="status" aria-label="Caricamento della scheda">
              <Skeleton height={30} width="55%" />
              <Skeleton height={60} />
              <Skeleton height={140} />
            </Stack>
          )
        : problem === null && props.children(value)}
    </div>
  );
}
