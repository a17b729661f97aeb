import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { useApi } from './api.tsx';

type Value = Output<'preferences.read'>[string];

interface Preferences {
  readonly values: Output<'preferences.read'>;
  /** They are here, or will not come. */
  readonly isRead: boolean;
  readonly set: (key: string, value: Value) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

/** What the window remembers for the clerk. A change shows at once and is kept by the ledger's side. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const { link } = useApi();
  const [values, setValues] = useState<Output<'preferences.read'>>({});
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    void link
      .call('preferences.read', {})
      .then((told) => told.ok && setValues(told.value))
      .finally(() => setIsRead(true));
  }, [link]);
  const set = useCallback(
    (key: string, value: Value) => {
      setValues((before) => ({ ...before, [key]: value }));
      void link.call('preferences.write', { preferences: { [key]: value } });
    },
    [link],
  );
  const preferences = useMemo(() => ({ values, isRead, set }), [values, isRead, set]);
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

/** Whether what is remembered is known. */
export function usePreferencesRead(): boolean {
  return useContext(PreferencesContext)?.isRead ?? false;
}

/** One remembered value. `read` makes sense of what is kept, which an older version may have written. */
export function usePreference<T extends Value>(
  key: string,
  read: (kept: Value | undefined) => T,
): readonly [T, (value: T) => void] {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('there is no PreferencesProvider around this component');
  const { values, set } = preferences;
  const write = useCallback((value: T) => set(key, value), [key, set]);
  const kept = values[key];
  // The same value while what is kept is the same, so that what follows from it may be remembered too.
  const value = useMemo(() => read(kept), [kept]);
  return [value, write];
}
