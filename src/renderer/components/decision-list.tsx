import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { endedDecisions, remarkOf, sayDecision, sayMoment } from '../../shared/wording/evidence.ts';
import { useDecisions } from '../state/decisions.tsx';
import classes from './evidence.module.css';
import { Section } from './evidence.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export type DecisionRecord = Output<'decisions.make'>;

/** What people decided of a thing, newest first, and the way to take it back. */
export function DecisionList({ decisions }: { readonly decisions: readonly DecisionRecord[] }) {
  const { make, undo } = useDecisions();
  const [running, setRunning] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (decisions.length === 0) return null;

  /** The same again, on what is there now. */
  async function confirm({ id, decision }: DecisionRecord): Promise<void> {
    setRunning(id);
    const told = await make(decision, 'Decisione confermata.');
    setRunning(null);
    setProblem(told.ok ? null : told.problem);
  }

  return (
    <Section title="Decisioni e note">
      <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
      <ul className={classes['plainList']}>
        {decisions.map((record) => {
          const { id, decision, author, madeAt, state } = record;
          const ended = endedDecisions[state];
          const remark = remarkOf(decision);
          return (
            <li key={id} className={classes['item']} data-ended={ended !== null && state !== 'to-review'}>
              <div className={classes['decisionHead']}>
                <span className={classes['itemName']}>{capital(sayDecision(decision))}</span>
                {state === 'to-review' && (
                  <Button
                    size="compact-sm"
                    variant="filled"
                    loading={running === id}
                    aria-label={`Conferma la decisione: ${sayDecision(decision)}`}
                    onClick={() => void confirm(record)}
                  >
                    Conferma
                  </Button>
                )}
                {(state === 'standing' || state === 'to-review' || state === 'broken') && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    loading={running === id}
                    aria-label={`Annulla la decisione: ${sayDecision(decision)}`}
                    onClick={() => {
                      setRunning(id);
                      void undo(id).finally(() => setRunning(null));
                    }}
                  >
                    Annulla
                  </Button>
                )}
              </div>
              {remark !== '' && <p className={classes['remark']}>{remark}</p>}
              <div className={classes['soft']}>
                {author}, {sayMoment(madeAt)}
                {ended !== null && ` · ${ended}`}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The remark that counts now; empty without one. */
export function noteOf(decisions: readonly DecisionRecord[]): string {
  const standing = decisions.find(({ state, decision }) => state === 'standing' && decision.kind === 'note');
  return standing === undefined ? '' : remarkOf(standing.decision);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
