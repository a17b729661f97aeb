import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Connection } from '../../shared/contract/events.ts';
import type { LedgerName, Link } from '../../shared/contract/link.ts';
import { isRecord } from './route.ts';
import { announceWatched } from './watched.tsx';

/** The ledger that the window looks at, and how to ask it. */
export interface Api {
  readonly ledger: LedgerName;
  readonly link: Link;
  readonly connection: Connection;
  /** Counts up whenever the ledger changed: whoever shows something of it asks again. */
  readonly edition: number;
  /** The same, also when only something beside it did: messages on their way, preferences. */
  readonly asideEdition: number;
}

const ApiContext = createContext<Api | null>(null);

export function ApiProvider(props: {
  readonly ledger: LedgerName;
  readonly linkTo: (ledger: LedgerName) => Link;
  readonly children: ReactNode;
}) {
  const { ledger, linkTo, children } = props;
  const link = useMemo(() => linkTo(ledger), [linkTo, ledger]);
  const [connection, setConnection] = useState<Connection>('open');
  const [edition, setEdition] = useState(0);
  const [asideEdition, setAsideEdition] = useState(0);
  useEffect(
    () =>
      link.listen({
        onEvent(event) {
          setAsideEdition((before) => before + 1);
          if (event.type !== 'aside-changed') setEdition((before) => before + 1);
          if (event.type === 'watched') announceWatched(event.notice);
        },
        onConnection: setConnection,
      }),
    [link],
  );
  const api = useMemo(
    () => ({ ledger, link, connection, edition, asideEdition }),
    [ledger, link, connection, edition, asideEdition],
  );
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** Another way of asking the same ledger, for all that stands inside. */
export const ApiLayer = ApiContext;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('there is no ApiProvider around this component');
  return api;
}

/** Names a value for the dependencies of an effect: equal contents, equal name. */
export function nameOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
