import { Loader } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { screenNamed, screens } from '../screens/registry.ts';
import { useApi } from '../state/api.tsx';
import { isBusy, useImporting } from '../state/importing.tsx';
import { usePreference } from '../state/preferences.tsx';
import { goTo } from '../state/route.ts';
import { useRoute } from '../state/use-route.ts';
import { ShortcutsContext } from '../state/shortcuts.ts';
import { useSettings } from '../state/settings.tsx';
import { ShutLedger, shutBy } from '../state/shut-ledger.ts';
import { useQuestion } from '../state/use-question.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { LedgerBanner } from './ledger-banner.tsx';
import { Navigation } from './navigation.tsx';
import { PaperHead } from './paper-head.tsx';
import classes from './shell.module.css';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { useTheme } from './use-theme.ts';
import { useWindowShortcuts } from './use-window-shortcuts.ts';
import { SharingBanner } from './sharing-banner.tsx';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** What stands around every screen: where one is, where one can go, and what goes on. */
export function Shell() {
  const route = useRoute();
  const { ledger } = useApi();
  const about = useQuestion('about.read', {});
  const { settings } = useSettings();
  const { state } = useImporting();
  const [letters] = usePreference<boolean>('lettere', (kept) => kept !== false);
  const screen = screenNamed(route.screen);
  const shut = shutBy(about.problem);
  useTheme();
  const [settled, setSettled] = useState(false);
  useEffect(() => whenSettled(() => setSettled(true)), []);
  useEffect(() => {
    if (settled) void loadTheRest();
  }, [settled]);
  const { shortcuts, help, setHelp } = useWindowShortcuts(route, letters);
  const Content = screen.component;

  return (
    <ShortcutsContext value={shortcuts}>
      <div className={classes['shell']}>
        <a className={classes['skip']} href="#contenuto" onClick={focusContent}>
          Vai al contenuto
        </a>
        <Navigation
          current={screen.name}
          ente={settings?.ente?.denominazione ?? null}
          about={about.value}
          importing={isBusy(state) && screen.name !== 'importazioni' ? state : null}
        />
        <div className={classes['middle']}>
          {ledger === 'demo' && <DemoBanner about={about.value} />}
          <SharingBanner />
          <ConnectionBanner />
          <LedgerBanner shut={shut} />
          <main
            // Another screen begins at its top.
            key={`${ledger} ${screen.name}`}
            id="contenuto"
            tabIndex={-1}
            className={classes['main']}
          >
            <PaperHead
              ente={settings?.ente?.denominazione ?? null}
              about={about.value}
              demo={ledger === 'demo'}
            />
            <ErrorScreen>
              <Suspense fallback={<Loader size="sm" m="xl" aria-label="Caricamento" />}>
                <ShutLedger value={shut}>
                  <Content ask={route.ask} />
                </ShutLedger>
              </Suspense>
            </ErrorScreen>
          </main>
        </div>
        <DropAnywhere onDrop={() => goTo({ ledger, screen: 'importazioni', ask: {} })} />
        {settled && (
          <Suspense>
            <Palette />
          </Suspense>
        )}
        <ShortcutsHelp shortcuts={shortcuts} opened={help} onClose={() => setHelp(false)} />
      </div>
    </ShortcutsContext>
  );
}

/** How long the first screen has the computer for itself. */
const firstScreenMs = 1_000;

function whenSettled(then: () => void): () => void {
  let idle = 0;
  const timer = setTimeout(
    () => (idle = window.requestIdleCallback(then, { timeout: 2_000 })),
    firstScreenMs,
  );
  return () => {
    clearTimeout(timer);
    window.cancelIdleCallback(idle);
  };
}

/** When the first screen stands, the others come: none of them will need the program to open. */
async function loadTheRest(): Promise<void> {
  await Promise.all([import('../guide/pages.ts'), ...screens.map(({ load }) => load())]);
}

function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('contenuto')?.focus();
}
