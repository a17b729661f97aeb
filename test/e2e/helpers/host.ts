import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program, running for one ledger folder, with a window address that works once. */
export interface Host {
  readonly url: string;
  /** When it was ready, milliseconds since the process was started. */
  readonly readyMs: number;
  stop(): Promise<void>;
  /** It is there and does not answer, as when the computer is on its knees. */
  freeze(): void;
  thaw(): void;
  /** As when the power goes. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..', '..');

export async function startHost(
  home: string,
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Host> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(root, 'out/main/browser.js'), '--archivio', home, ...options], {
    env: { ...process.env, ...environment, TREPALLINI_BROWSER: 'nessuno' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => told.push(text));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line);
      const address = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${told.join('\n')}`)));
  });
  return {
    url,
    readyMs: performance.now() - startedAt,
    stop: () => end(child, 'SIGINT'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}
