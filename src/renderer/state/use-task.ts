import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output, Progress } from '../../shared/contract/api.ts';
import type { OperationName } from '../../shared/contract/operations.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';
import { useApi } from './api.tsx';

export interface Task<Name extends OperationName> {
  readonly running: boolean;
  readonly progress: Progress<Name> | null;
  readonly startedAt: number;
  readonly problem: Problem | null;
  /** Resolves with what was answered; the problem is also kept here until the next run. */
  readonly run: (input: Input<Name>) => Promise<Result<Output<Name>, Problem>>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

const idle = { running: false, progress: null, startedAt: 0, problem: null };

/** Something a person starts, watches and may cancel. Leaving the screen cancels nothing. */
export function useTask<Name extends OperationName>(name: Name): Task<Name> {
  const { link } = useApi();
  const [state, setState] = useState<Omit<Task<Name>, 'run' | 'cancel' | 'forget'>>(idle);
  const stop = useRef<AbortController | null>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, []);

  const run = useCallback(
    async (input: Input<Name>) => {
      const mine = new AbortController();
      stop.current = mine;
      setState({ ...idle, running: true, startedAt: Date.now() });
      const told = await link.call(name, input, {
        signal: mine.signal,
        onProgress: (progress) => {
          if (shown.current) setState((before) => ({ ...before, progress }));
        },
      });
      if (shown.current) setState({ ...idle, problem: told.ok ? null : told.problem });
      return told;
    },
    [link, name],
  );
  const cancel = useCallback(() => stop.current?.abort(), []);
  const forget = useCallback(() => setState(idle), []);
  return { ...state, run, cancel, forget };
}
