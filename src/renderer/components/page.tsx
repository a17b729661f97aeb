import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';

/** The frame of every screen: its title, what it tells in one line, and what can be done there. */
export function Page(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The screen fills the window and scrolls inside, as tables do. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}) {
  const { title, lead, actions, fill = false, children } = props;
  useEffect(() => {
    document.title = `${title} · Tre Pallini`;
  }, [title]);
  return (
    <div className={classes['page']} data-fill={fill}>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          <Title order={1} className={classes['title']}>
            {title}
          </Title>
          {lead !== undefined && <div className={classes['lead']}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A piece of paper on the page. */
export function Sheet(props: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { title, aside, className, children } = props;
  return (
    <section className={[classes['sheet'], className].filter(Boolean).join(' ')}>
      {title !== undefined && (
        <div className={classes['sheetHead']}>
          <Title order={2} className={classes['sheetTitle']}>
            {title}
          </Title>
          {aside !== undefined && <div className={classes['sheetAside']}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
