import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { useApi } from '../../../state/api.tsx';
import { useQuestion } from '../../../state/use-question.ts';

export type MessageSettings = Output<'messages.settings.read'>;
type Apply = (settings: MessageSettings) => MessageSettings;

export interface MessageSettingsDesk {
  /** As they are once everything that was changed here is kept; null until they were read. */
  readonly settings: MessageSettings | null;
  readonly problem: Problem | null;
  readonly saving: 'idle' | 'saving' | 'saved' | 'refused';
  /** Changes are kept one after the other, each over what is kept at that moment. */
  readonly change: (apply: Apply) => Promise<void>;
}

/** How the Comune writes to its citizens, and what is being changed of it. */
export function useMessageSettings(): MessageSettingsDesk {
  const { link } = useApi();
  const answer = useQuestion('messages.settings.read', {});
  /** What was written last, until the question is answered anew. */
  const [written, setWritten] = useState<MessageSettings | null>(null);
  const [waiting, setWaiting] = useState<readonly Apply[]>([]);
  const [saving, setSaving] = useState<MessageSettingsDesk['saving']>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => setWritten(null), [answer.value]);

  const change = useCallback<MessageSettingsDesk['change']>(
    (apply) => {
      setSaving('saving');
      setWaiting((before) => [...before, apply]);
      const earlier = last.current;
      const mine = (async () => {
        await earlier;
        const before = await link.call('messages.settings.read', {});
        const told = before.ok
          ? await link.call('messages.settings.write', { settings: apply(before.value) })
          : before;
        setWaiting((all) => all.filter((one) => one !== apply));
        setSaving(told.ok ? 'saved' : 'refused');
        setProblem(told.ok ? null : told.problem);
        if (told.ok) setWritten(told.value);
      })();
      last.current = mine;
      return mine;
    },
    [link],
  );
  const kept = written ?? answer.value;
  const settings = useMemo(
    () => (kept === null ? null : waiting.reduce((value, apply) => apply(value), kept)),
    [kept, waiting],
  );
  return { settings, problem: problem ?? answer.problem, saving, change };
}
