import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Opens a browser as a window of its own, with a profile that is only ours; `onEnd` hears when it was closed. */
export function openWindow(path: string, url: string, home: string, onEnd: () => void): void {
  // What a killed program left.
  forgetWindow(home);
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
    `--user-data-dir=${profileOf(home)}`,
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

/**
 * Takes the browser's profile away: its history keeps the addresses of the page, and those hold what was searched for.
 * False when a browser still holds it; then it goes before the next window opens.
 */
export function forgetWindow(home: string): boolean {
  try {
    rmSync(profileOf(home), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    return true;
  } catch {
    return false;
  }
}

function profileOf(home: string): string {
  return join(home, 'finestra');
}
