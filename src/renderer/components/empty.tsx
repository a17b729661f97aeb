import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** A place where nothing is: why, and what to do next. */
export function Empty(props: {
  readonly icon: Icon;
  readonly title: string;
  /** There is nothing because all is well. */
  readonly good?: boolean;
  readonly next?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { icon: Sign, title, good = false, next, children } = props;
  return (
    <div className={classes['empty']}>
      <span className={classes['sign']} data-good={good}>
        <Sign size={32} stroke={1.5} aria-hidden="true" />
      </span>
      <p className={classes['title']}>{title}</p>
      {children !== undefined && <p className={classes['words']}>{children}</p>}
      {next !== undefined && <div className={classes['next']}>{next}</div>}
    </div>
  );
}
