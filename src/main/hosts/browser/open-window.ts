import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Opens a browser as a window of its own, with a profile that is only ours; `onEnd` hears when it was closed. */
export function openWindow(path: string, url: string, home: string, onEnd: () => void): void {
  const child = spawn(path, windowArguments(url, home), { stdio: 'ignore' });
  let ended = false;
  const end = (): void => {
    if (!ended) onEnd();
    ended = true;
  };
  child.once('exit', end);
  child.once('error', end);
}

/** No other page, extension, account or background service of the person's browser comes near the ledger. */
export function windowArguments(url: string, home: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${join(home, 'finestra')}`,
    '--window-size=1366,820',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-background-mode',
    '--disable-component-update',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
    '--disable-breakpad',
    '--metrics-recording-only',
    '--no-pings',
    '--lang=it',
  ];
}
