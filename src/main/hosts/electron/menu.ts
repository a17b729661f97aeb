import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../../shared/contract/frames.ts';
import { sharingCommand } from '../../../shared/contract/port-names.ts';

/** The menu of the window; what is not the system's own business is asked of the page. */
export function menuTemplate(
  ask: (command: Command) => void,
  platform: NodeJS.Platform,
  isPackaged: boolean,
): MenuItemConstructorOptions[] {
  const go = (
    label: string,
    accelerator: string | null,
    screen: string,
    question: Command['ask'] = {},
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === null ? {} : { accelerator }),
    click: () => ask({ screen, ask: question }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = { label: 'Esci', role: 'quit' };
  return [
    ...(platform === 'darwin' ? [macMenu] : []),
    {
      label: 'File',
      submenu: [
        go('Importa…', 'CmdOrCtrl+O', 'importazioni', { scegli: true }),
        line,
        go('Impostazioni', 'CmdOrCtrl+,', 'impostazioni'),
        line,
        platform === 'darwin' ? { label: 'Chiudi finestra', role: 'close' } : quit,
      ],
    },
    {
      label: 'Modifica',
      submenu: [
        { label: 'Annulla', role: 'undo' },
        { label: 'Ripeti', role: 'redo' },
        line,
        { label: 'Taglia', role: 'cut' },
        { label: 'Copia', role: 'copy' },
        { label: 'Incolla', role: 'paste' },
        { label: 'Seleziona tutto', role: 'selectAll' },
      ],
    },
    {
      label: 'Vista',
      submenu: [
        { label: 'Ingrandisci', role: 'zoomIn' },
        { label: 'Rimpicciolisci', role: 'zoomOut' },
        { label: 'Dimensione normale', role: 'resetZoom' },
        line,
        { label: 'Schermo intero', role: 'togglefullscreen' },
        go('Modalità condivisione schermo', 'F8', sharingCommand),
        go('Tema chiaro o scuro…', null, 'impostazioni'),
        ...(isPackaged ? [] : [line, { label: 'Strumenti di sviluppo', role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: 'Vai',
      submenu: [
        go('Cruscotto', 'CmdOrCtrl+1', 'cruscotto'),
        go('Pagamenti', 'CmdOrCtrl+2', 'pagamenti'),
        go('Flussi', 'CmdOrCtrl+3', 'flussi'),
        go('Provvisori', 'CmdOrCtrl+4', 'provvisori'),
        go('Importazioni', 'CmdOrCtrl+5', 'importazioni'),
      ],
    },
    { label: 'Aiuto', role: 'help', submenu: [go('Guida e glossario', 'F1', 'aiuto')] },
  ];
}

/** On a Mac the first menu is the program's own. */
const macMenu: MenuItemConstructorOptions = {
  label: 'Tre Pallini',
  submenu: [
    { label: 'Nascondi Tre Pallini', role: 'hide' },
    { label: 'Nascondi altre', role: 'hideOthers' },
    { type: 'separator' },
    { label: 'Esci da Tre Pallini', role: 'quit' },
  ],
};
