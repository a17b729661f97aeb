import { ActionIcon, Title } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import classes from './drawer.module.css';

/** The card of one row, at the right of its table, which stays usable; on a narrow window the card covers it. */
export function Drawer(props: {
  /** Says which thing the card is of: a new one begins at its top. */
  readonly subject: string;
  /** What kind of thing it is, above its name. */
  readonly kind: string;
  readonly title: ReactNode;
  readonly ref?: Ref<HTMLElement>;
  readonly onClose: () => void;
  readonly onStep: (by: number) => void;
  readonly children: ReactNode;
}) {
  const { subject, kind, onClose, onStep } = props;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [subject]);
  return (
    <aside ref={props.ref} className={classes['drawer']} aria-label={kind} tabIndex={-1}>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          <div className={classes['kind']}>{kind}</div>
          <Title order={2} className={classes['title']}>
            {props.title}
          </Title>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Riga precedente"
          data-tip="Riga precedente"
          onClick={() => onStep(-1)}
        >
          <IconChevronUp size={20} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Riga seguente"
          data-tip="Riga seguente"
          onClick={() => onStep(1)}
        >
          <IconChevronDown size={20} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Chiudi la scheda"
          data-tip="Chiudi (Esc)"
          onClick={onClose}
        >
          <IconX size={20} aria-hidden="true" />
        </ActionIcon>
      </header>
      <div ref={body} className={classes['body']}>
        {props.children}
      </div>
    </aside>
  );
}
