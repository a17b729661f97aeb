import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Input, Output } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';
import { sayProblem } from '../../shared/wording/problems.ts';
import { useApi } from './api.tsx';

export type DecisionToMake = Input<'decisions.make'>['decision'];
type Told = Result<Output<'decisions.make'>, Problem>;

interface Decisions {
  /** Decides, says so, and offers to take it back. */
  readonly make: (decision: DecisionToMake, done: string) => Promise<Told>;
  /** The same of several, one after the other, until one cannot be: then those before it stand. */
  readonly makeAll: (decisions: readonly DecisionToMake[], done: string) => Promise<Told>;
  readonly undo: (id: number) => Promise<Told>;
}

const DecisionsContext = createContext<Decisions | null>(null);

/** What a person decides in this window, and Ctrl+Z for the last of it. */
export function DecisionsProvider({ children }: { readonly children: ReactNode }) {
  const { link } = useApi();
  const made = useRef<readonly number[]>([]);

  /** Takes them back, the last first, until one cannot be; says so once. */
  const undoAll = useCallback(
    async (ids: readonly number[]): Promise<Told> => {
      let last: Told | null = null;
      for (const id of ids.toReversed()) {
        made.current = made.current.filter((other) => other !== id);
        notifications.hide(noticeOf(id));
        last = await link.call('decisions.undo', { id });
        if (!last.ok) break;
      }
      if (last === null) throw new Error('there is nothing to take back');
      if (last.ok)
        notifications.show({
          message: `${ids.length === 1 ? 'Decisione annullata' : 'Decisioni annullate'}: è tutto come prima.`,
          autoClose: 4_000,
        });
      else notifications.show({ message: sayProblem(last.problem), color: 'red', autoClose: 8_000 });
      return last;
    },
    [link],
  );
  const undo = useCallback((id: number): Promise<Told> => undoAll([id]), [undoAll]);

  const announce = useCallback(
    (ids: readonly number[], done: string): void => {
      notifications.show({
        id: noticeOf(ids.at(-1) ?? 0),
        autoClose: 8_000,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': 'Chiudi l’avviso' },
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <span>{done}</span>
            <Button size="compact-sm" variant="light" onClick={() => void undoAll(ids)}>
              Annulla
            </Button>
          </Group>
        ),
      });
    },
    [undoAll],
  );

  const makeAll = useCallback(
    async (decisions: readonly DecisionToMake[], done: string): Promise<Told> => {
      const ids: number[] = [];
      let last: Told | null = null;
      for (const decision of decisions) {
        last = await link.call('decisions.make', { decision });
        if (!last.ok) break;
        ids.push(last.value.id);
        made.current = [...made.current, last.value.id];
      }
      if (last === null) throw new Error('there is nothing to decide');
      if (last.ok) announce(ids, done);
      else if (ids.length > 0)
        announce(ids, `Fatte ${ids.length} su ${decisions.length}: le altre sono rimaste come erano.`);
      return last;
    },
    [link, announce],
  );
  const make = useCallback(
    (decision: DecisionToMake, done: string): Promise<Told> => makeAll([decision], done),
    [makeAll],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const last = made.current.at(-1);
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.defaultPrevented || last === undefined || isWriting(event.target)) return;
      event.preventDefault();
      void undo(last);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);

  const decisions = useMemo(() => ({ make, makeAll, undo }), [make, makeAll, undo]);
  return <DecisionsContext value={decisions}>{children}</DecisionsContext>;
}

export function useDecisions(): Decisions {
  const decisions = useContext(DecisionsContext);
  if (decisions === null) throw new Error('there is no DecisionsProvider around this component');
  return decisions;
}

const noticeOf = (id: number): string => `decisione-${id}`;

/** There Ctrl+Z takes back what was typed. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
