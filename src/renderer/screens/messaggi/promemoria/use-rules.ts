import { useCallback, useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { useApi } from '../../../state/api.tsx';
import { useQuestion } from '../../../state/use-question.ts';

export type RulesState = Output<'rules.read'>;
export type Rules = RulesState['rules'];

export interface RulesDesk {
  /** Null until they were read. */
  readonly state: RulesState | null;
  readonly problem: Problem | null;
  readonly saving: 'idle' | 'saving' | 'saved' | 'refused';
  /** Changes are kept one after the other, each over what is kept at that moment. */
  readonly change: (apply: (rules: Rules) => Rules) => void;
  readonly forget: () => void;
}

/** What is prepared by itself, and what is being changed of it. */
export function useRules(): RulesDesk {
  const { link } = useApi();
  const answer = useQuestion('rules.read', {});
  const [saving, setSaving] = useState<RulesDesk['saving']>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());

  const change = useCallback<RulesDesk['change']>(
    (apply) => {
      const earlier = last.current;
      async function keep(): Promise<void> {
        await earlier;
        setSaving('saving');
        const before = await link.call('rules.read', {});
        const told = before.ok
          ? await link.call('rules.write', { rules: apply(before.value.rules) })
          : before;
        setSaving(told.ok ? 'saved' : 'refused');
        setProblem(told.ok ? null : told.problem);
      }
      last.current = keep();
    },
    [link],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { state: answer.value, problem: problem ?? answer.problem, saving, change, forget };
}
