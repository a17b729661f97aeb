import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { Progress } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { useApi } from './api.tsx';
import { changeSettings } from './change-settings.ts';

export type SettingsPart = keyof Settings;

/** What happens to the last change of one part of the settings. */
export type Saving =
  | { readonly step: 'idle' | 'saved' }
  | { readonly step: 'queued' | 'saving' }
  /** Kept here and tried again by itself. */
  | { readonly step: 'waiting'; readonly problem: Problem }
  /** Will not be taken as it is; it stays here until it is changed or put back. */
  | { readonly step: 'refused'; readonly problem: Problem };

interface Change {
  readonly apply: (settings: Settings) => Settings;
  readonly saving: Exclude<Saving, { step: 'idle' | 'saved' }>;
}

interface SettingsDesk {
  /** As they are once everything that was changed here is kept; null until they were read. */
  readonly settings: Settings | null;
  /** Why they could not be read. */
  readonly problem: Problem | null;
  /** How far the payments are matched again with what is being saved. */
  readonly progress: Progress<'settings.write'> | null;
  readonly savingOf: (part: SettingsPart) => Saving;
  readonly change: <Part extends SettingsPart>(part: Part, value: Settings[Part]) => void;
  /** Gives up a change that was refused. */
  readonly putBack: (part: SettingsPart) => void;
}

const SettingsContext = createContext<SettingsDesk | null>(null);

const retryAfterMs = 4_000;

/**
 * The settings and what is being changed of them. Changes are saved one after the other, each over what is kept at that
 * moment; those that cannot reach the program wait here, also while other screens are open.
 */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const { link, edition, connection } = useApi();
  const [kept, setKept] = useState<Settings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [changes, setChanges] = useState<ReadonlyMap<SettingsPart, Change>>(new Map());
  const [saved, setSaved] = useState<ReadonlySet<SettingsPart>>(new Set());
  const [progress, setProgress] = useState<Progress<'settings.write'> | null>(null);
  const latest = useRef(changes);
  const working = useRef(false);

  const update = useCallback((part: SettingsPart, change: Change | null) => {
    const after = new Map(latest.current);
    if (change === null) after.delete(part);
    else after.set(part, change);
    latest.current = after;
    setChanges(after);
  }, []);

  const work = useCallback(async () => {
    if (working.current) return;
    working.current = true;
    try {
      for (;;) {
        const next = [...latest.current].find(([, { saving }]) => saving.step === 'queued');
        if (next === undefined) return;
        const [part, { apply }] = next;
        update(part, { apply, saving: { step: 'saving' } });
        const told = await changeSettings(link, apply, setProgress);
        setProgress(null);
        if (told.ok) setKept(told.value);
        // Changed again meanwhile: that change is in the queue already.
        if (latest.current.get(part)?.apply !== apply) continue;
        if (told.ok) {
          update(part, null);
          setSaved((parts) => new Set([...parts, part]));
          continue;
        }
        const isPassing = told.problem.code === 'connection-lost' || told.problem.code === 'ledger-busy';
        update(part, { apply, saving: { step: isPassing ? 'waiting' : 'refused', problem: told.problem } });
        if (isPassing) return;
      }
    } finally {
      working.current = false;
    }
  }, [link, update]);

  const retry = useCallback(() => {
    for (const [part, { apply, saving }] of latest.current)
      if (saving.step === 'waiting') update(part, { apply, saving: { step: 'queued' } });
    void work();
  }, [update, work]);

  const isWaiting = [...changes.values()].some(({ saving }) => saving.step === 'waiting');
  useEffect(() => {
    if (!isWaiting) return undefined;
    const again = setTimeout(retry, retryAfterMs);
    return () => clearTimeout(again);
  }, [isWaiting, changes, connection, retry]);

  useEffect(() => {
    const stop = new AbortController();
    async function read(): Promise<void> {
      const told = await link.call('settings.read', {}, { signal: stop.signal });
      // What is being saved tells itself what it became.
      if (stop.signal.aborted || working.current) return;
      if (told.ok) setKept(told.value);
      setProblem(told.ok ? null : told.problem);
    }
    void read();
    return () => stop.abort();
  }, [link, edition]);

  const desk = useMemo<SettingsDesk>(
    () => ({
      settings:
        kept === null ? null : [...changes.values()].reduce((settings, { apply }) => apply(settings), kept),
      problem,
      progress,
      savingOf: (part) => changes.get(part)?.saving ?? { step: saved.has(part) ? 'saved' : 'idle' },
      change: (part, value) => {
        update(part, { apply: (settings) => ({ ...settings, [part]: value }), saving: { step: 'queued' } });
        void work();
      },
      putBack: (part) => update(part, null),
    }),
    [kept, changes, problem, progress, saved, update, work],
  );
  return <SettingsContext value={desk}>{children}</SettingsContext>;
}

export function useSettings(): SettingsDesk {
  const desk = useContext(SettingsContext);
  if (desk === null) throw new Error('there is no SettingsProvider around this component');
  return desk;
}
