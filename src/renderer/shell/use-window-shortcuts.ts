import { useMemo, useState } from 'react';
import { voceOfScreen } from '../../shared/wording/guide/places.ts';
import { screens } from '../screens/registry.ts';
import { goTo, type Route } from '../state/route.ts';
import { useShortcuts, type Shortcut } from '../state/shortcuts.ts';
import { usePrivacy } from '../state/privacy.tsx';
import { openPalette } from './open-palette.ts';

/** The keys that work in the whole window. */
export function useWindowShortcuts({ ledger, screen }: Route, letters: boolean) {
  const [help, setHelp] = useState(false);
  const { sharing, setSharing, reveal } = usePrivacy();
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      { keys: 'Ctrl+K', does: 'apre la tavolozza dei comandi', run: () => void openPalette() },
      { keys: '/', does: 'cerca', run: () => focusSearch(ledger) },
      { keys: '?', does: 'mostra queste scorciatoie', run: () => setHelp(true) },
      { keys: 'F1', does: 'apre l’aiuto di questa schermata', run: () => openHelp(ledger, screen) },
      {
        keys: 'F8',
        does: 'copre i dati delle persone, per condividere lo schermo, e li mostra di nuovo',
        run: () => setSharing(!sharing),
      },
      { keys: 'F9', does: 'mostra i codici fiscali per 30 secondi', run: reveal },
      { keys: 'Ctrl+O', does: 'sceglie i file da importare', run: () => chooseFiles(ledger) },
      ...screens.map(({ name, title, letter }) => ({
        keys: `g ${letter}`,
        does: `va a ${title}`,
        run: () => goTo({ ledger, screen: name, ask: {} }),
      })),
    ],
    [ledger, screen, sharing, setSharing, reveal],
  );
  useShortcuts(shortcuts, letters);
  return { shortcuts, help, setHelp };
}

/** The search of this screen, or that of the payments where there is none. */
function focusSearch(ledger: Route['ledger']): void {
  const search = document.querySelector<HTMLInputElement>('[data-search]');
  if (search === null) goTo({ ledger, screen: 'pagamenti', ask: { cerca: true } });
  else {
    // Selecting alone would leave it where it is, out of sight.
    search.focus();
    search.select();
  }
}

function openHelp(ledger: Route['ledger'], screen: string): void {
  const voce = voceOfScreen[screen];
  goTo({ ledger, screen: 'aiuto', ask: voce === undefined ? {} : { voce } });
}

function chooseFiles(ledger: Route['ledger']): void {
  goTo({ ledger, screen: 'importazioni', ask: { scegli: true } });
}
