import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sheet } from './page.tsx';
import classes from './subject.module.css';

/** One subject that can be set: what it is for at the left, what can be set at the right. */
export function Subject(props: {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly about: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { name, title, about, aside, children } = props;
  return (
    <div id={`sezione-${name}`} tabIndex={-1} className={classes['anchor']}>
      <Sheet title={title} aside={aside}>
        <div className={classes['section']}>
          <Text component="div" size="sm" c="dimmed" className={classes['about']}>
            {about}
          </Text>
          <Stack gap="sm" className={classes['fields']}>
            {children}
          </Stack>
        </div>
      </Sheet>
    </div>
  );
}
