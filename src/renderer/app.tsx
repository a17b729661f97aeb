import { Notifications } from '@mantine/notifications';
import type { LedgerName, Link } from '../shared/contract/link.ts';
import { Tips } from './components/tips.tsx';
import { Shell } from './shell/shell.tsx';
import { ApiProvider } from './state/api.tsx';
import { DecisionsProvider } from './state/decisions.tsx';
import { ImportingProvider } from './state/importing.tsx';
import { PreferencesProvider } from './state/preferences.tsx';
import { PrivacyProvider } from './state/privacy.tsx';
import { useRoute } from './state/use-route.ts';
import { SettingsProvider } from './state/settings.tsx';

/** The window: one ledger at a time; the office's own and the invented one never share anything. */
export function App({ linkTo }: { readonly linkTo: (ledger: LedgerName) => Link }) {
  const { ledger } = useRoute();
  return (
    <ApiProvider key={ledger} ledger={ledger} linkTo={linkTo}>
      <PreferencesProvider>
        {' '}
        <SettingsProvider>
          <ImportingProvider>
            <DecisionsProvider>
              <PrivacyProvider>
                <Shell />
              </PrivacyProvider>
            </DecisionsProvider>
            <Notifications position="bottom-right" limit={3} />
            <Tips />
          </ImportingProvider>
        </SettingsProvider>{' '}
      </PreferencesProvider>
    </ApiProvider>
  );
}
