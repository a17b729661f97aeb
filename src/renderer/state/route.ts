import { useMemo, useSyncExternalStore } from 'react';
import type { LedgerName } from '../../shared/contract/link.ts';

/** Where the window is: a screen, its question as plain JSON, and the ledger that is looked at. */
export interface Route {
  readonly ledger: LedgerName;
  readonly screen: string;
  /** What the screen is asked to show, such as a filter; each screen reads it with care: people edit addresses. */
  readonly ask: Readonly<Record<string, unknown>>;
}

const demoPrefix = 'prova';

/** The address of a screen: it works as a link, in the history and when the page is loaded again. */
export function addressOf({ ledger, screen, ask }: Route): string {
  const path = ledger === 'demo' ? `${demoPrefix}/${screen}` : screen;
  const query = Object.keys(ask).length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(ask))}`;
  return `#/${path}${query}`;
}

export function routeOf(hash: string): Route {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  const ledger: LedgerName = parts[0] === demoPrefix ? 'demo' : 'own';
  const screen = (ledger === 'demo' ? parts[1] : parts[0]) ?? '';
  return { ledger, screen, ask: readAsk(query) };
}

function readAsk(query: string | undefined): Readonly<Record<string, unknown>> {
  if (query === undefined) return {};
  try {
    const value: unknown = JSON.parse(decodeURIComponent(query));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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

/** Goes somewhere, as a new step of the history or in place of this one. */
export function goTo(route: Route, inPlace = false): void {
  const address = addressOf(route);
  if (address === window.location.hash) return;
  if (!inPlace) window.location.hash = address;
  else {
    window.history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
