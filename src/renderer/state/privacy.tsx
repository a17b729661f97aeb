import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Call } from '../../shared/contract/api.ts';
import type { Link } from '../../shared/contract/link.ts';
import { sharingCommand } from '../../shared/contract/port-names.ts';
import { withoutPeople } from '../../shared/domain/without-people.ts';
import { ApiLayer, useApi } from './api.tsx';
import { usePreference, usePreferencesRead } from './preferences.tsx';

/** Who may be recognised on the screen. */
interface Privacy {
  /** Others look on: nobody can be recognised anywhere. Remembered until it is turned off. */
  readonly sharing: boolean;
  readonly setSharing: (on: boolean) => void;
  /** Codici fiscali in lists can be read, for half a minute. */
  readonly revealed: boolean;
  readonly reveal: () => void;
}

/** Given by hand only where a component stands alone. */
export const PrivacyContext = createContext<Privacy | null>(null);

export const revealedMs = 30_000;

/** Questions that only look. What a form shows and writes back is none of them: it would be written back as dots. */
const looks =
  /^(?:payments|positions|provvisori|flussi|regularisation|expected|outbox|causale|citizens|dashboard)\.|^(?:campaigns\.(?:preview|rows)|documents\.(?:list|read|names)|drops\.list)$/;

/** Stands around everything that shows something of the ledger: what is asked while others look on comes back hidden. */
export function PrivacyProvider({ children }: { readonly children: ReactNode }) {
  const api = useApi();
  const isRead = usePreferencesRead();
  const [sharing, setSharing] = usePreference<boolean>('condivisione-schermo', (kept) => kept === true);
  const [revealed, reveal, hide] = useMoment();
  const link = useMemo(() => (sharing ? hiding(api.link) : api.link), [sharing, api.link]);
  const layer = useMemo(() => ({ ...api, link }), [api, link]);
  const privacy = useMemo(
    () => ({
      sharing,
      setSharing(on: boolean) {
        hide();
        setSharing(on);
      },
      revealed: revealed && !sharing,
      reveal,
    }),
    [sharing, setSharing, revealed, reveal, hide],
  );
  useEffect(() => {
    const toggle = (): void => privacy.setSharing(!sharing);
    window.addEventListener(sharingCommand, toggle);
    return () => window.removeEventListener(sharingCommand, toggle);
  }, [privacy, sharing]);
  // Until it is known whether others look on, nothing is shown.
  return (
    <PrivacyContext value={privacy}>
      {isRead && (
        // What was asked before goes with the screens that show it: nothing of it may stay while the answers come.
        <ApiLayer key={sharing ? 'sharing' : 'alone'} value={layer}>
          {children}
        </ApiLayer>
      )}
    </PrivacyContext>
  );
}

export function usePrivacy(): Privacy {
  const privacy = useContext(PrivacyContext);
  if (privacy === null) throw new Error('there is no PrivacyProvider around this component');
  return privacy;
}

/** On for half a minute from when it was last asked for. */
export function useMoment(): readonly [boolean, () => void, () => void] {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const end = setTimeout(() => setSince(null), revealedMs);
    return () => clearTimeout(end);
  }, [since]);
  const begin = useCallback(() => setSince(performance.now()), []);
  const end = useCallback(() => setSince(null), []);
  return [since !== null, begin, end];
}

function hiding(link: Link): Link {
  const call: Call = async (name, input, options) => {
    const told = await link.call(name, input, options);
    return told.ok && looks.test(name) ? { ok: true, value: withoutPeople(told.value) } : told;
  };
  return {
    call,
    upload: (file, options) => link.upload(file, options),
    download: (parcel, name) => link.download(parcel, name),
    listen: (hearing) => link.listen(hearing),
  };
}
