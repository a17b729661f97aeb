import { useComputedColorScheme } from '@mantine/core';
import {
  IconEye,
  IconEyeOff,
  IconFileImport,
  IconListSearch,
  IconMoon,
  IconPrinter,
  IconShieldCheck,
  IconSun,
  IconTestPipe,
  type Icon,
} from '@tabler/icons-react';
import { useApi } from '../state/api.tsx';
import { goTo } from '../state/route.ts';
import { useThemeChoice } from '../state/theme-choice.ts';
import { usePrivacy } from '../state/privacy.tsx';

/** Something that can be done from anywhere, by its name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly run: () => void;
}

export function useCommands(): readonly Command[] {
  const { ledger } = useApi();
  const [, setTheme] = useThemeChoice();
  const dark = useComputedColorScheme('light') === 'dark';
  const { sharing, setSharing, reveal } = usePrivacy();
  const attention = { filter: { attention: true } };
  return [
    {
      id: 'importa',
      label: 'Importa file…',
      icon: IconFileImport,
      run: () => goTo({ ledger, screen: 'importazioni', ask: { scegli: true } }),
    },
    {
      id: 'pagamenti-da-guardare',
      label: 'Mostra i pagamenti da guardare',
      icon: IconListSearch,
      run: () => goTo({ ledger, screen: 'pagamenti', ask: attention }),
    },
    {
      id: 'provvisori-da-chiarire',
      label: 'Mostra i provvisori da chiarire',
      icon: IconListSearch,
      run: () => goTo({ ledger, screen: 'provvisori', ask: attention }),
    },
    {
      id: 'stampa',
      label: 'Stampa questa schermata',
      icon: IconPrinter,
      // The palette goes first: nothing stands still while the dialog of the printer is open.
      run: () => setTimeout(() => window.print(), 300),
    },
    {
      id: 'verifica',
      label: 'Verifica il registro',
      icon: IconShieldCheck,
      run: () => goTo({ ledger, screen: 'impostazioni', ask: { sezione: 'registro' } }),
    },
    {
      id: 'condivisione',
      label: sharing
        ? 'Finisci la condivisione schermo'
        : 'Modalità condivisione schermo: copri i dati delle persone',
      icon: sharing ? IconEye : IconEyeOff,
      run: () => setSharing(!sharing),
    },
    ...(sharing
      ? []
      : [
          {
            id: 'mostra-codici-fiscali',
            label: 'Mostra i codici fiscali per 30 secondi',
            icon: IconEye,
            run: reveal,
          },
        ]),
    {
      id: 'tema',
      label: dark ? 'Tema chiaro' : 'Tema scuro',
      icon: dark ? IconSun : IconMoon,
      run: () => setTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'prova',
      label: ledger === 'own' ? 'Prova con dati finti' : 'Torna al vostro registro',
      icon: IconTestPipe,
      run: () => goTo({ ledger: ledger === 'own' ? 'demo' : 'own', screen: 'cruscotto', ask: {} }),
    },
  ];
}
