import {
  IconArrowsExchange,
  IconBuildingBank,
  IconFileImport,
  IconHelp,
  IconLayoutDashboard,
  IconReceipt2,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';

export interface Screen {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly icon: Icon;
  /** The letter that, after G, goes there. */
  readonly letter: string;
  readonly component: ComponentType<{ readonly ask: Readonly<Record<string, unknown>> }>;
}

/** Every screen, in the order of the menu. Each is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  {
    name: 'cruscotto',
    title: 'Cruscotto',
    icon: IconLayoutDashboard,
    letter: 'c',
    component: lazy(async () => ({
      default: (await import('./cruscotto/cruscotto-screen.tsx')).CruscottoScreen,
    })),
  },
  {
    name: 'pagamenti',
    title: 'Pagamenti',
    icon: IconReceipt2,
    letter: 'p',
    component: lazy(async () => ({
      default: (await import('./pagamenti/pagamenti-screen.tsx')).PagamentiScreen,
    })),
  },
  {
    name: 'flussi',
    title: 'Flussi',
    icon: IconArrowsExchange,
    letter: 'f',
    component: lazy(async () => ({ default: (await import('./flussi/flussi-screen.tsx')).FlussiScreen })),
  },
  {
    name: 'provvisori',
    title: 'Provvisori',
    icon: IconBuildingBank,
    letter: 'v',
    component: lazy(async () => ({
      default: (await import('./provvisori/provvisori-screen.tsx')).ProvvisoriScreen,
    })),
  },
  {
    name: 'importazioni',
    title: 'Importazioni',
    icon: IconFileImport,
    letter: 'i',
    component: lazy(async () => ({
      default: (await import('./importazioni/importazioni-screen.tsx')).ImportazioniScreen,
    })),
  },
  {
    name: 'impostazioni',
    title: 'Impostazioni',
    icon: IconSettings,
    letter: 's',
    component: lazy(async () => ({
      default: (await import('./impostazioni/impostazioni-screen.tsx')).ImpostazioniScreen,
    })),
  },
  {
    name: 'aiuto',
    title: 'Aiuto',
    icon: IconHelp,
    letter: 'h',
    component: lazy(async () => ({ default: (await import('./aiuto/aiuto-screen.tsx')).AiutoScreen })),
  },
];
