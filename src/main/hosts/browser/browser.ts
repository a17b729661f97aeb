import { fileURLToPath } from 'node:url';
import { sayProblem } from '../../../shared/wording/problems.ts';
import { now, today } from '../clock.ts';
import { windowBackups } from '../window-backups.ts';
import { createCores } from '../cores.ts';
import { built } from '../built.ts';
import { createDoors } from '../doors.ts';
import { author, version } from '../identity.ts';
import { takeLock } from '../lock.ts';
import { createHostLog } from '../log/host-log.ts';
import { createOffice } from '../office.ts';
import { findFileManager, folderOpener } from '../open-folder.ts';
import { policiesOf } from '../policies.ts';
import { readPageFiles } from '../page-files.ts';
import { createEnding } from './ending.ts';
import { findBrowser, type Browser } from './find-browser.ts';
import { forgetWindow, openWindow } from './open-window.ts';
import { parseOptions } from '../options.ts';
import { windowFiles } from '../window-files.ts';
import { serveHttp } from './serve-http.ts';
import { createSessions } from './sessions.ts';

/** The window in a browser of this computer. Resolves to the exit code when it was closed. */
export async function main(words: readonly string[]): Promise<number> {
  const policies = policiesOf(author());
  const options = parseOptions(words, policies.archive);
  if (!options.ok) return complain(options.problem, 2);
  const { home, oggi, port } = options.value;
  const page = readPageFiles(pageFolder());
  if (page === null) return complain('La pagina non è ancora costruita: avviare prima «npm run build».', 1);
  const lock = takeLock(home, 'browser', now());
  if (!lock.ok) return complain(sayProblem(lock.problem), 3);

  const log = createHostLog(home, 'browser', now, (text) => process.stderr.write(`${text}\n`));
  const ending = createEnding();
  const stop = (): void => ending.end();
  for (const signal of signals) process.on(signal, stop);
  const doors = createDoors({
    home,
    apiAllowed: !policies.off.includes('api'),
    core: () => cores.of('own'),
    onDefect: (error) => log.onDefect('-', 'doors', error),
  });
  const cores = createCores({
    home,
    doors,
    office: createOffice(home),
    openFolder: folderOpener(findFileManager()),
    author: author(),
    version: version(),
    built: built(),
    policies,
    host: 'browser',
    alone: true,
    backups: windowBackups,
    // The page asks which ledger is right before anything is written.
    whenOlder: 'refuse',
    today: () => oggi ?? today(),
    now,
    ...log,
  });
  // The window asks for the ledger at once: it is opened, or begun, while the browser comes.
  const ready = cores.of('own').call('settings.read', {});
  try {
    const sessions = createSessions();
    const host = await serveHttp({ cores, page, sessions, port, onChange: () => ending.look(host.busy()) });
    await doors.open();
    const addressFor = (validMs: number | null): string =>
      `${host.origin}/#codice=${sessions.launchCode(validMs)}`;
    /** A person copies this address by hand, in their own time: it is good until it is used. */
    const sayAddress = (reason: string): void => {
      ending.stay();
      say(`${reason} ${addressFor(null)}`);
    };
    const browser = findBrowser();
    if ('none' in browser) sayAddress(reasons[browser.none]);
    else {
      openWindow(browser.path, addressFor(launchMs), windowFiles(home), () => {
        ending.windowClosed(host.busy());
        setTimeout(() => {
          if (!ending.wasThere()) sayAddress(reasons['not-opened']);
        }, launchMs).unref();
      });
      say(`Tre Pallini è aperto in una finestra del browser (${host.origin}); si chiude con lei.`);
    }
    await ending.ended;
    await host.close();
    if (!forgetWindow(home))
      say('Il browser tiene ancora le tracce della finestra: si tolgono al prossimo avvio.');
    return 0;
  } finally {
    await ready;
    await doors.close();
    await cores.close();
    log.ended(0);
    lock.value.release();
    for (const signal of signals) process.off(signal, stop);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How long a browser may take to open: the code stands in its command line, which others may see. */
const launchMs = 30_000;

const reasons: Readonly<Record<Extract<Browser, { none: string }>['none'] | 'not-opened', string>> = {
  unwanted:
    'Tre Pallini è pronto; la finestra si apre, una volta sola, a questo indirizzo (Ctrl+C per chiudere):',
  'no-display':
    'Tre Pallini è pronto, ma qui non c’è uno schermo: aprire, una volta sola, questo indirizzo (Ctrl+C per chiudere):',
  root: 'Tre Pallini è pronto, ma l’amministratore (root) non apre finestre del browser in sicurezza: aprire, una volta sola, questo indirizzo (Ctrl+C per chiudere):',
  'not-opened':
    'La finestra del browser non si è aperta: aprire, una volta sola, questo indirizzo (Ctrl+C per chiudere):',
  'not-found':
    'Tre Pallini è pronto, ma non si trova Edge, Chrome o Chromium: aprire, una volta sola, questo indirizzo in un browser di questo computer (Ctrl+C per chiudere):',
};

/** `out/renderer`, beside the sources and beside what was built. */
function pageFolder(): string {
  const folder = import.meta.url.endsWith('.ts') ? '../../../../out/renderer' : '../renderer';
  return fileURLToPath(new URL(folder, import.meta.url));
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}
