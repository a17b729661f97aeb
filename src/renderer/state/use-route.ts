import { useMemo, useSyncExternalStore } from 'react';
import { routeOf, type Route } from './route.ts';

/** Where the window is, as its address says. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
  return useMemo(() => routeOf(hash), [hash]);
}
