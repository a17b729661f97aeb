import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import classes from './evidence.module.css';

export interface CardAction {
  readonly name: string;
  /** The one that is most likely wanted. */
  readonly first?: boolean;
  readonly dialog: (onClose: () => void) => ReactNode;
}

/** What can be decided from a card; each asks before it does anything. */
export function CardActions({ actions }: { readonly actions: readonly CardAction[] }) {
  const [asking, setAsking] = useState<string | null>(null);
  return (
    <div className={classes['actions']} role="group" aria-label="Decisioni possibili">
      {actions.map(({ name, first = false }) => (
        <Button
          key={name}
          size="compact-md"
          variant={first ? 'filled' : 'default'}
          onClick={() => setAsking(name)}
        >
          {name}
        </Button>
      ))}
      {actions.find(({ name }) => name === asking)?.dialog(() => setAsking(null))}
    </div>
  );
}
