import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { ourSettings } from './papers.ts';

export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
export const cliFile = join(projectFolder, 'src/main/hosts/cli/main.mjs');

/** What Node compiled once is not compiled by every process again: the tests take half the time. */
const compileCache = join(tmpdir(), 'tre-pallini-compile-cache');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Reads nothing and closes the pipe at the first byte, as `| head -c 1` does. */
  readonly closeStdout?: boolean;
}

/** Runs a program as a script would: a real process, its three streams and its exit code. */
export function run(program: string, words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: options.cwd ?? tmpdir(),
      env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compileCache, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      if (options.closeStdout === true) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
  });
}

export interface Desk {
  /** A folder of this desk; it goes when the tests of the file have ended. */
  readonly folder: string;
  readonly archive: string;
  path(name: string): string;
  /** Writes a file in the desk's folder and tells its path. */
  write(name: string, content: string | Uint8Array): string;
  /** The command line on the desk's archive; today is 2026-03-10. */
  run(words: readonly string[], options?: RunOptions): Promise<Ended>;
  /** The same with `--json`; stdout must be one JSON document. */
  json(words: readonly string[]): Promise<{ code: number | null; value: unknown; stderr: string }>;
}

/** One desk for all the tests of a file: each process costs a third of a second. */
export function aDesk(setUp?: (desk: Desk) => Promise<unknown>): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-cli-'));
  const archive = join(folder, 'archivio');
  const runHere = (words: readonly string[], options?: RunOptions): Promise<Ended> =>
    run(process.execPath, [cliFile, '--archivio', archive, '--oggi', '2026-03-10', ...words], {
      cwd: folder,
      ...options,
    });
  const desk: Desk = {
    folder,
    archive,
    path: (name) => join(folder, name),
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    run: runHere,
    async json(words) {
      const { code, stdout, stderr } = await runHere(['--json', ...words]);
      return { code, value: parseOne(stdout), stderr };
    },
  };
  beforeAll(async () => setUp?.(desk), 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return desk;
}

/** Writes the settings of our Comune, as every script does first. */
export async function settle(desk: Desk): Promise<void> {
  const file = desk.write('impostazioni.json', JSON.stringify(ourSettings));
  const { code, stderr } = await desk.run(['impostazioni', 'scrivi', file]);
  if (code !== 0) throw new Error(stderr);
}

/** What a script does with stdout; anything beside one JSON document is an error. */
export function parseOne(stdout: string): unknown {
  try {
    return JSON.parse(stdout) as unknown;
  } catch (error) {
    throw new Error(`not one JSON document: «${stdout.slice(0, 300)}»`, { cause: error });
  }
}

/** A stack trace is never what a clerk should read. */
export const stackTrace = /\n\s+at .*\(|node:internal|Unhandled/;
