import { useCallback, useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { useApi } from '../../../state/api.tsx';
import { useQuestion } from '../../../state/use-question.ts';

export type MessageSettings = Output<'messages.settings.read'>;

export interface MessageSettingsDesk {
  readonly settings: MessageSettings | null;
  readonly problem: Problem | null;
  readonly saving: 'idle' | 'saving' | 'saved' | 'refused';
  /** Changes are kept one after the other, each over what is kept at that moment. */
  readonly change: (apply: (settings: MessageSettings) => MessageSettings) => Promise<boolean>;
}

/** How the Comune writes to its citizens, and what is being changed of it. */
export function useMessageSettings(): MessageSettingsDesk {
  const { link } = useApi();
  const answer = useQuestion('messages.settings.read', {});
  const [saving, setSaving] = useState<MessageSettingsDesk['saving']>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback<MessageSettingsDesk['change']>(
    (apply) => {
      const mine = last.current.then(async () => {
        setSaving('saving');
        const before = await link.call('messages.settings.read', {});
        const told = before.ok
          ? await link.call('messages.settings.write', { settings: apply(before.value) })
          : before;
        setSaving(told.ok ? 'saved' : 'refused');
        setProblem(told.ok ? null : told.problem);
        return told.ok;
      });
      last.current = mine;
      return mine;
    },
    [link],
  );
  return { settings: answer.value, problem: problem ?? answer.problem, saving, change };
}
