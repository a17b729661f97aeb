import { describe, expect, it } from 'vitest';
import {
  runWithInput,
  windowsDpapi,
  type RunWithInput,
} from '../../../../src/main/messages/keys/windows-dpapi.ts';
import { aFolder, primaryByOs, ring, tariKey } from './desk.ts';
import { fakeOs } from './fake-os.ts';

const environment = { SystemRoot: String.raw`D:\Windows` };

describe('the protection of Windows', () => {
  it('is asked by full path, with the secret at standard input alone', async () => {
    const { run, calls } = aPowerShell('anna');
    const os = windowsDpapi(environment, 'win32', run);
    const secret = Buffer.from(tariKey);
    const hidden = await os.protect(secret);
    expect(Buffer.from(hidden).includes(secret)).toBe(false);
    expect(await os.unprotect(hidden)).toEqual({ bytes: secret, rewrap: false });
    expect(calls).toHaveLength(2);
    for (const { program, words } of calls) {
      expect(program).toBe(String.raw`D:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`);
      expect(words.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']);
      for (const form of [
        secret.toString(),
        secret.toString('base64'),
        Buffer.from(hidden).toString('base64'),
      ])
        expect(words.join(' ')).not.toContain(form);
    }
    expect(calls[0]?.words.at(-1)).toMatch(/ProtectedData\]::Protect\(\$given, \$null, 'CurrentUser'\)/);
    expect(calls[1]?.words.at(-1)).toMatch(/::Unprotect\(/);
    expect(calls[0]?.input).toBe(`${secret.toString('base64')}\n`);
  });

  it('is there when it works there and back, which is tried once', async () => {
    const { run, calls } = aPowerShell('anna');
    const os = windowsDpapi(environment, 'win32', run);
    expect([await os.available(), await os.available()]).toEqual([true, true]);
    expect(calls).toHaveLength(2);
  });

  it.each<[string, RunWithInput]>([
    ['is locked down', async () => ({ code: 1, output: '' })],
    ['says something else', async () => ({ code: 0, output: 'Cannot invoke method' })],
    ['gives back what it was given', async (_program, _words, input) => ({ code: 0, output: input })],
    ['is not installed', () => Promise.reject(new Error('spawn ENOENT'))],
  ])('is not there where PowerShell %s', async (_what, run) => {
    expect(await windowsDpapi(environment, 'win32', run).available()).toBe(false);
  });

  it('is not even asked on another system', async () => {
    const { run, calls } = aPowerShell('anna');
    expect(await windowsDpapi(environment, 'linux', run).available()).toBe(false);
    expect(calls).toEqual([]);
  });

  it('refuses without repeating what it was given', async () => {
    const os = windowsDpapi(environment, 'win32', async (_program, _words, input) => ({
      code: 1,
      output: input,
    }));
    await expect(os.protect(Buffer.from(tariKey))).rejects.toThrow(/^Protect: PowerShell ended with 1$/);
  });

  it('keeps the keys of the command line, and not for another account', async () => {
    const folder = aFolder();
    const annas = ring(folder, { os: windowsDpapi(environment, 'win32', aPowerShell('anna').run) });
    expect(await annas.save('tari', tariKey, primaryByOs)).toMatchObject({ ok: true });
    const again = ring(folder, { os: windowsDpapi(environment, 'win32', aPowerShell('anna').run) });
    await again.unlockByOs();
    expect(again.keyOf('tari')).toBe(tariKey);
    const bruno = ring(folder, { os: windowsDpapi(environment, 'win32', aPowerShell('bruno').run) });
    expect(await bruno.unlockByOs()).toMatchObject({ problem: { code: 'keys-unreadable' } });
  });
});

describe('a program that is run with input', () => {
  const node = process.execPath;

  it('gives back its output and its code', async () => {
    const script = 'process.stdin.on("data", (b) => process.stdout.write(String(b).toUpperCase()))';
    expect(await runWithInput(node, ['-e', script], 'ciao')).toEqual({ code: 0, output: 'CIAO' });
    expect(await runWithInput(node, ['-e', 'process.exit(3)'], 'x'.repeat(1_000_000))).toMatchObject({
      code: 3,
    });
  });

  it('rejects when there is none', async () => {
    await expect(runWithInput('/no/such/program', [], '')).rejects.toThrow('ENOENT');
  });
});

/** PowerShell as it answers to an account of an invented computer. */
function aPowerShell(person: string): {
  run: RunWithInput;
  calls: { program: string; words: readonly string[]; input: string }[];
} {
  const os = fakeOs(person);
  const calls: { program: string; words: readonly string[]; input: string }[] = [];
  const run: RunWithInput = async (program, words, input) => {
    calls.push({ program, words, input });
    const given = Buffer.from(input.trim(), 'base64');
    try {
      const made = words.at(-1)?.includes('::Unprotect')
        ? (await os.unprotect(given)).bytes
        : await os.protect(given);
      return { code: 0, output: `${Buffer.from(made).toString('base64')}\r\n` };
    } catch {
      return { code: 1, output: '' };
    }
  };
  return { run, calls };
}
