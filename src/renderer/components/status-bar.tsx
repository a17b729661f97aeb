import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { many } from '../../shared/wording/figures.ts';
import classes from './list-screen.module.css';

/** What stands in the table, and what is picked, as at the foot of a spreadsheet. */
export function StatusBar(props: {
  readonly summary: string;
  readonly narrowed: boolean;
  readonly selected: number;
  readonly selectedAmount: string;
  /** What else can be done with what is picked. */
  readonly action?: ReactNode;
  readonly onCopy: () => void;
  readonly onClear: () => void;
}) {
  const { summary, narrowed, selected, selectedAmount } = props;
  return (
    <div className={classes['status']}>
      <span className={`${classes['summary']} figures`}>{summary}</span>
      {narrowed && <span className={classes['soft']}>con i filtri attivi</span>}
      <span className={classes['selected']} role="status">
        {selected > 0 && (
          <>
            <span className={`${classes['selectedSum']} figures`}>
              {many(selected, 'selezionato', 'selezionati')} · Σ {selectedAmount}
            </span>
            {props.action}
            <Button variant="subtle" size="compact-sm" onClick={props.onCopy}>
              Copia
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={props.onClear}>
              Togli selezione
            </Button>
          </>
        )}
      </span>
      {selected === 0 && (
        <span className={classes['keys']}>
          <Kbd size="xs">Invio</Kbd> apre <Kbd size="xs">Spazio</Kbd> seleziona e somma <Kbd size="xs">?</Kbd>{' '}
          tutte le scorciatoie
        </span>
      )}
    </div>
  );
}
