import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** What a person should know before going on; `problem` where something does not work. */
export function Notice(props: {
  readonly tone: 'plain' | 'warning' | 'problem';
  readonly icon: Icon;
  readonly role?: 'note' | 'alert';
  readonly children: ReactNode;
}) {
  const { tone, icon: Icon, role = 'note' } = props;
  return (
    <div role={role} className={classes['notice']} data-tone={tone}>
      <Icon size={20} aria-hidden="true" className={classes['icon']} />
      <div className={classes['words']}>{props.children}</div>
    </div>
  );
}
