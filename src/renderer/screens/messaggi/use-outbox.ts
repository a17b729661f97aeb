import { useCallback, useEffect, useState } from 'react';
import { useQuestion, type Answer } from '../../state/use-question.ts';

/** How often a run is looked at: how it waits and why it ended stands in no ledger. */
const betweenLooksMs = 1_500;

/** How the queue stands. `again` asks at once, as after something was done to it. */
export function useOutbox(): Answer<'outbox.read'> & { readonly turn: number; readonly again: () => void } {
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const answer = useQuestion('outbox.read', {}, turn);
  const isRunning = answer.value?.running === true;
  useEffect(() => {
    if (!isRunning) return undefined;
    const looking = setInterval(again, betweenLooksMs);
    return () => clearInterval(looking);
  }, [isRunning, again]);
  return { ...answer, turn, again };
}
