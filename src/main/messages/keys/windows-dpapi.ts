import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import type { OsProtector } from './os-protector.ts';

/** Runs a program with a text at its standard input; what it writes to standard output comes back. */
export type RunWithInput = (
  program: string,
  words: readonly string[],
  input: string,
) => Promise<{ readonly code: number | null; readonly output: string }>;

/**
 * Windows' own protection for this person's account, for hosts without Electron. It is asked through PowerShell, which
 * some offices lock down so far that it cannot: then there is none. Bytes go by standard input, never by the command line,
 * which every program of the computer can read.
 */
export function windowsDpapi(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  run: RunWithInput = runWithInput,
): OsProtector {
  let works: Promise<boolean> | null = null;
  const ask = (method: 'Protect' | 'Unprotect', bytes: Uint8Array): Promise<Buffer> =>
    askPowerShell(run, powerShellIn(environment), method, bytes);
  return {
    name: 'windows-dpapi',
    available() {
      works ??= platform === 'win32' ? tried(ask) : Promise.resolve(false);
      return works;
    },
    protect: (bytes) => ask('Protect', bytes),
    async unprotect(bytes) {
      return { bytes: await ask('Unprotect', bytes), rewrap: false };
    },
  };
}

/** By its full path: whatever else calls itself so in another folder is not asked. */
function powerShellIn(environment: Readonly<Record<string, string | undefined>>): string {
  const root = environment['SystemRoot'] ?? String.raw`C:\Windows`;
  return win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

function scriptOf(method: 'Protect' | 'Unprotect'): string {
  return [
    "$ErrorActionPreference = 'Stop'",
    'Add-Type -AssemblyName System.Security',
    '$given = [Convert]::FromBase64String([Console]::In.ReadLine())',
    `$made = [Security.Cryptography.ProtectedData]::${method}($given, $null, 'CurrentUser')`,
    '[Console]::Out.Write([Convert]::ToBase64String($made))',
  ].join('; ');
}

/** Rejects when Windows refuses; what it says is not repeated, because it may repeat what it was given. */
async function askPowerShell(
  run: RunWithInput,
  program: string,
  method: 'Protect' | 'Unprotect',
  bytes: Uint8Array,
): Promise<Buffer> {
  const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', scriptOf(method)];
  const { code, output } = await run(program, words, `${Buffer.from(bytes).toString('base64')}\n`);
  const text = output.trim();
  if (code !== 0) throw new Error(`${method}: PowerShell ended with ${code ?? 'a signal'}`);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Error(`${method}: PowerShell answered something else`);
  return Buffer.from(text, 'base64');
}

/** There and back with bytes of no importance. */
async function tried(
  ask: (method: 'Protect' | 'Unprotect', bytes: Uint8Array) => Promise<Buffer>,
): Promise<boolean> {
  const probe = randomBytes(16);
  try {
    const hidden = await ask('Protect', probe);
    return !hidden.equals(probe) && (await ask('Unprotect', hidden)).equals(probe);
  } catch {
    // No PowerShell, or one that may not: no protection.
    return false;
  }
}

const patienceMs = 20_000;

/** Rejects when there is no such program. */
export const runWithInput: RunWithInput = (program, words, input) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      timeout: patienceMs,
    });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(pieces).toString() }));
    // One that ends without having read: its code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
