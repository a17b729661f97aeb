import { useState, type ReactNode } from 'react';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import type { Accepted } from './draft.ts';
import { Findings } from './findings.tsx';
import type { WalkedMessage } from './row-walk.ts';
import { Step } from './step.tsx';

/** What was made of a list is looked at, tried on a colleague, and put in the queue. */
export function PreparedSteps(props: {
  /** The campaign; null until its list was read. */
  readonly id: number | null;
  /** Something else was chosen since. */
  readonly stale: boolean;
  /** There is all that is needed to read the list. */
  readonly ready?: boolean;
  /** A person says that a refused value is right; null where the list is not at hand. */
  readonly onAccept: ((accepted: Accepted) => void) | null;
  readonly before?: ReactNode;
  readonly open: PartProps['open'];
}) {
  const { id, stale, ready = true, onAccept, before, open } = props;
  const campaign = useQuestion('campaigns.read', id === null ? null : { id }).value;
  const [looked, setLooked] = useState<WalkedMessage | null>(null);
  const current = campaign !== null && campaign.id === id ? campaign : null;
  return (
    <>
      <Step
        number={3}
        title="Controllo e anteprima"
        state={!ready ? 'later' : id === null || stale ? 'now' : 'done'}
        summary={id === null ? 'Che cosa va e che cosa no, riga per riga; e come si vede sul telefono.' : ''}
      >
        {before}
        {current !== null && (
          <Findings
            key={current.id}
            campaign={current}
            stale={stale}
            focused={before !== undefined}
            onAccept={onAccept}
            onLook={setLooked}
          />
        )}
      </Step>
      <Step
        number={4}
        title="Prova e conferma"
        state={current === null || stale ? 'later' : current.queuedAt === null ? 'now' : 'done'}
        summary={current === null || stale ? 'Dopo la lettura dell’elenco.' : ''}
      >
        {current !== null && !stale && (
          <ConfirmStep key={current.id} campaign={current} looked={looked} open={open} />
        )}
      </Step>
    </>
  );
}
