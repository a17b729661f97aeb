import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
} from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portReady, portSent } from '../../../shared/contract/port-names.ts';
import { sayProblem } from '../../../shared/wording/problems.ts';
import { now, today } from '../clock.ts';
import { windowBackups } from '../window-backups.ts';
import { createCores, type Cores } from '../cores.ts';
import { built } from '../built.ts';
import { createDoors } from '../doors.ts';
import { author } from '../identity.ts';
import { takeLock } from '../lock.ts';
import { createHostLog } from '../log/host-log.ts';
import { ownWords, parseOptions, type WindowOptions } from '../options.ts';
import { findFileManager, folderOpener } from '../open-folder.ts';
import { policiesOf } from '../policies.ts';
import { readPageFiles, type PageFiles } from '../page-files.ts';
import { askWhereToSave } from './downloads.ts';
import { lockNavigation } from './navigation.ts';
import { menuTemplate } from './menu.ts';
import { lockSession } from './permissions.ts';
import { electronOffice } from './office.ts';
import { osKeys } from './os-keys.ts';
import { pageResponse, pageScheme } from './protocol.ts';
import { isOwnPage } from './sender.ts';
import { servePort } from './serve-port.ts';
import { openerAmong } from './switches.ts';
import { fractionOf } from './taskbar.ts';
import { wireOf } from './wire.ts';
import { keepState, readState, stateOf, visibleBounds, type WindowState } from './window-state.ts';
import { windowFiles } from '../window-files.ts';
import { windowOptions } from './window-options.ts';

// Before anything else, and before the program is ready: Electron takes it no later.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([pageScheme]);

const policies = policiesOf(author());
const options = parseOptions(ownWords(process.argv), policies.archive);
// Before the program is ready nothing of the window, and no door into it, is there yet.
const opener = app.isPackaged ? openerAmong(process.argv.slice(1)) : null;
if (opener !== null)
  leave(
    `Tre Pallini non si avvia con «${opener}»: la finestra si aprirebbe ad altri programmi. Non è cambiato nulla: avviarlo senza.`,
    2,
  );
else if (options.ok) start(options.value);
else leave(options.problem, 2);

function start({ home, oggi }: WindowOptions): void {
  // One instance for each folder of data: Electron keeps its own lock there.
  app.setPath('userData', join(windowFiles(home), 'finestra-electron'));
  if (!app.requestSingleInstanceLock()) {
    // The first one shows itself.
    app.exit(0);
    return;
  }
  const lock = takeLock(home, 'window', now());
  if (!lock.ok) {
    leave(sayProblem(lock.problem), 3);
    return;
  }
  const page = readPageFiles(besideThis('../renderer'));
  if (page === null) throw new Error('the page was not built');
  const log = createHostLog(home, 'window', now, (text) => process.stderr.write(`${text}\n`));
  const doors = createDoors({
    home,
    apiAllowed: !policies.off.includes('api'),
    core: () => cores.of('own'),
    onDefect: (error) => log.onDefect('-', 'doors', error),
  });
  const cores = createCores({
    home,
    doors,
    office: electronOffice(home, {
      os: osKeys(safeStorage),
      session: () => session.defaultSession,
      powerSaveBlocker,
    }),
    // Electron says why it could not, or nothing.
    openFolder: folderOpener(findFileManager()),
    author: author(),
    version: app.getVersion(),
    built: built(),
    policies,
    host: 'finestra',
    alone: true,
    backups: windowBackups,
    // The page asks which ledger is right before anything is written.
    whenOlder: 'refuse',
    today: () => oggi ?? today(),
    now,
    ...log,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app.on('window-all-closed', () => app.quit());
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void closeAll().finally(() => {
      isClosed = true;
      lock.value.release();
      app.quit();
    });
  });
  async function closeAll(): Promise<void> {
    await doors.close();
    await cores.close();
    log.ended(0);
  }
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents));
  void app.whenReady().then(() => openWindow(home, page, cores));
  void doors.open();
}

function openWindow(home: string, page: PageFiles, cores: Cores): void {
  const file = join(home, 'finestra.json');
  let state: WindowState = readState(file);
  const remember = (change: Partial<WindowState>): void => keepState(file, (state = { ...state, ...change }));

  protocol.handle(pageScheme.scheme, ({ url, method }) => pageResponse(page, url, method));
  lockSession(session.defaultSession);
  session.defaultSession.on('will-download', (_event, item) =>
    askWhereToSave(item, state.saveFolder ?? app.getPath('documents'), (saveFolder) =>
      remember({ saveFolder }),
    ),
  );
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow(
    windowOptions(visibleBounds(state.bounds, areas), besideThis('../preload/index.cjs'), app.isPackaged),
  );
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => remember(stateOf(window)));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  let tell: ReturnType<typeof wireOf> | null = null;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate((command) => tell?.send({ command }), process.platform, app.isPackaged),
    ),
  );
  ipcMain.on(portReady, (event) => {
    if (!isOwnPage(event.senderFrame, window.webContents.mainFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    tell = wireOf(port1);
    servePort(cores, tell, { onProgress: (progress) => window.setProgressBar(fractionOf(progress)) });
    window.webContents.postMessage(portSent, null, [port2]);
  });
  void window.loadURL(`${pageScheme.scheme}://tre-pallini/`);
}

/** Says why there will be no window, and ends. */
function leave(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox('Tre Pallini', sentence);
  app.exit(code);
}

function besideThis(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
