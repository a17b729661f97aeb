import {
  IconArrowsExchange,
  IconBuildingBank,
  IconFileExport,
  IconFileImport,
  IconFileInvoice,
  IconHelp,
  IconLayoutDashboard,
  IconListDetails,
  IconMessage2,
  IconReceipt2,
  IconRestore,
  IconScale,
  IconSettings,
  IconShieldLock,
  IconClipboardCheck,
  type Icon,
} from '@tabler/icons-react';
import { createElement, lazy, useState, type ComponentType } from 'react';
import { CruscottoScreen } from './cruscotto/cruscotto-screen.tsx';

export interface Screen {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly icon: Icon;
  /** Under which of the three parts of the menu it stands. */
  readonly part: MenuPart;
  /** The letter that, after G, goes there. */
  readonly letter: string;
  readonly component: Content;
  /** Loads it before it is opened, so that it opens also when the program does not answer. */
  readonly load: () => Promise<unknown>;
}

/** The money, what comes and goes, and the program itself. */
export const menuParts = ['riconciliazione', 'scambi', 'programma'] as const;
type MenuPart = (typeof menuParts)[number];

type Content = ComponentType<{ readonly ask: Readonly<Record<string, unknown>> }>;

/** One that is here already is shown at once: React would have it wait, behind a sign that it comes. */
function opened(load: () => Promise<Content>): Pick<Screen, 'component' | 'load'> {
  let here: Content | null = null;
  const fetch = async (): Promise<Content> => (here = await load());
  const Awaited = lazy(async () => ({ default: await fetch() }));
  return {
    load: fetch,
    component(props) {
      const [Shown] = useState(() => here ?? Awaited);
      return createElement(Shown, props);
    },
  };
}

/** Every screen, in the order of the menu. Each but the first is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  {
    name: 'cruscotto',
    title: 'Cruscotto',
    icon: IconLayoutDashboard,
    part: 'riconciliazione',
    letter: 'c',
    // With the window itself: most windows begin with it.
    component: CruscottoScreen,
    load: async () => CruscottoScreen,
  },
  {
    name: 'pagamenti',
    title: 'Pagamenti',
    icon: IconReceipt2,
    part: 'riconciliazione',
    letter: 'p',
    ...opened(async () => (await import('./pagamenti/pagamenti-screen.tsx')).PagamentiScreen),
  },
  {
    name: 'flussi',
    title: 'Flussi',
    icon: IconArrowsExchange,
    part: 'riconciliazione',
    letter: 'f',
    ...opened(async () => (await import('./flussi/flussi-screen.tsx')).FlussiScreen),
  },
  {
    name: 'provvisori',
    title: 'Provvisori',
    icon: IconBuildingBank,
    part: 'riconciliazione',
    letter: 'v',
    ...opened(async () => (await import('./provvisori/provvisori-screen.tsx')).ProvvisoriScreen),
  },
  {
    name: 'posizioni',
    title: 'Posizioni',
    icon: IconFileInvoice,
    part: 'riconciliazione',
    letter: 'd',
    ...opened(async () => (await import('./posizioni/posizioni-screen.tsx')).PosizioniScreen),
  },
  {
    name: 'da-regolarizzare',
    title: 'Da regolarizzare',
    icon: IconClipboardCheck,
    part: 'riconciliazione',
    letter: 'r',
    ...opened(
      async () => (await import('./da-regolarizzare/da-regolarizzare-screen.tsx')).DaRegolarizzareScreen,
    ),
  },
  {
    name: 'quadratura',
    title: 'Quadratura',
    icon: IconScale,
    part: 'riconciliazione',
    letter: 'q',
    ...opened(async () => (await import('./quadratura/quadratura-screen.tsx')).QuadraturaScreen),
  },
  {
    name: 'messaggi',
    title: 'Messaggi IO',
    icon: IconMessage2,
    part: 'scambi',
    letter: 'm',
    ...opened(async () => (await import('./messaggi/messaggi-screen.tsx')).MessaggiScreen),
  },
  {
    name: 'importazioni',
    title: 'Importazioni',
    icon: IconFileImport,
    part: 'scambi',
    letter: 'i',
    ...opened(async () => (await import('./importazioni/importazioni-screen.tsx')).ImportazioniScreen),
  },
  {
    name: 'esporta',
    title: 'Esporta',
    icon: IconFileExport,
    part: 'scambi',
    letter: 'e',
    ...opened(async () => (await import('./esporta/esporta-screen.tsx')).EsportaScreen),
  },
  {
    name: 'impostazioni',
    title: 'Impostazioni',
    icon: IconSettings,
    part: 'programma',
    letter: 's',
    ...opened(async () => (await import('./impostazioni/impostazioni-screen.tsx')).ImpostazioniScreen),
  },
  {
    name: 'copie',
    title: 'Copie',
    icon: IconRestore,
    part: 'programma',
    letter: 'b',
    ...opened(async () => (await import('./copie/copie-screen.tsx')).CopieScreen),
  },
  {
    name: 'operazioni',
    title: 'Operazioni',
    icon: IconListDetails,
    part: 'programma',
    letter: 'o',
    ...opened(async () => (await import('./operazioni/operazioni-screen.tsx')).OperazioniScreen),
  },
  {
    name: 'dati-personali',
    title: 'Dati personali',
    icon: IconShieldLock,
    part: 'programma',
    letter: 'n',
    ...opened(async () => (await import('./dati-personali/dati-personali-screen.tsx')).DatiPersonaliScreen),
  },
  {
    name: 'aiuto',
    title: 'Aiuto',
    icon: IconHelp,
    part: 'programma',
    letter: 'h',
    ...opened(async () => (await import('./aiuto/aiuto-screen.tsx')).AiutoScreen),
  },
];

/** The screen of that name; of a name that is none, the first. */
export function screenNamed(wanted: string): Screen {
  const found = screens.find(({ name }) => name === wanted) ?? screens[0];
  if (found === undefined) throw new Error('there are no screens');
  return found;
}
