import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  judgeRelease,
  readReleaseName,
  type OfferedRelease,
} from '../../../src/shared/domain/release.ts';

const running = { version: '1.9.0', system: 'windows', processor: 'x64' } as const;
const digest = 'ab'.repeat(32);
const name = 'tre-pallini-1.10.0-win-x64-installa.exe';
const offered: OfferedRelease = {
  name,
  head: Uint8Array.of(0x4d, 0x5a, 0x90),
  sha256: digest,
  checksums: `${'cd'.repeat(32)}  tre-pallini-1.10.0-win-x64.zip\r\n${digest} *${name}\r\n`,
  signature: 'holds',
};
const judge = (change: Partial<OfferedRelease>) => judgeRelease({ ...offered, ...change }, running);
const listing = (file: string): Partial<OfferedRelease> => ({
  name: file,
  checksums: `${digest}  ${file}\n`,
});

describe('a file that is handed over as a newer version', () => {
  it('is one when it is ours, whole, newer and for this computer', () => {
    expect(judge({})).toEqual({
      ok: true,
      value: { version: '1.10.0', system: 'windows', processor: 'x64', kind: 'installer' },
    });
    expect(judge({ signature: 'no-key' })).toMatchObject({ ok: true });
  });

  it.each([
    ['another program', listing('altro-programma-2.0.0-win-x64-installa.exe'), 'update-not-ours'],
    ['a name with a path in it', listing('../tre-pallini-1.10.0-win-x64.zip'), 'update-not-ours'],
    ['a page saved under its name', { head: new TextEncoder().encode('<!doctype html>') }, 'update-not-ours'],
    ['an empty file', { head: new Uint8Array() }, 'update-not-ours'],
    ['no checksums', { checksums: null }, 'update-unlisted'],
    ['checksums of others', { checksums: `${digest}  x.zip\n` }, 'update-unlisted'],
    ['other bytes', { sha256: 'ef'.repeat(32) }, 'update-damaged'],
    ['no signature where there is a key', { signature: 'missing' }, 'update-unsigned'],
    ['a signature of somebody else', { signature: 'broken' }, 'update-unsigned'],
    ['the same version', listing('tre-pallini-1.9.0-win-x64-installa.exe'), 'update-not-newer'],
    ['an older version', listing('tre-pallini-1.8.12-win-x64-installa.exe'), 'update-not-newer'],
    ['another processor', listing('tre-pallini-1.10.0-win-arm64-installa.exe'), 'update-for-another'],
  ] as const)('is refused: %s', (_why, change, code) => {
    expect(judge(change)).toMatchObject({ ok: false, problem: { code } });
  });

  it('is refused when it is for another system', () => {
    const linux = {
      ...listing('tre-pallini-1.10.0-linux-amd64.deb'),
      head: new TextEncoder().encode('!<arch>\n'),
    };
    expect(judge(linux)).toMatchObject({ ok: false, problem: { code: 'update-for-another' } });
  });
});

describe('the name of a published file', () => {
  it.each([
    ['tre-pallini-0.2.0-win-x64.zip', 'windows', 'folder'],
    ['tre-pallini-0.2.0-windows-x64.zip', 'windows', 'portable'],
    ['tre-pallini-0.2.0-linux-x86_64.AppImage', 'linux', 'appimage'],
    ['tre-pallini-0.2.0-linux-amd64.deb', 'linux', 'deb'],
    ['tre-pallini-0.2.0-linux-x64.tar.gz', 'linux', 'portable'],
    ['tre-pallini-0.2.0-mac-x64.zip', 'mac', 'folder'],
  ])('%s is for %s', (file, system, kind) => {
    expect(readReleaseName(file)).toEqual({ version: '0.2.0', system, processor: 'x64', kind });
  });

  it.each([
    'tre-pallini-0.2.0-win-x64.exe',
    'tre-pallini-0.2-win-x64.zip',
    'tre-pallini-0.2.0-linux-ia32.deb',
    'tre-pallini-0.2.0-mac-x64.deb',
  ])('%s is none', (file) => expect(readReleaseName(file)).toBe(null));

  it('versions are compared as numbers', () => {
    expect(['0.10.0', '0.9.9', '1.0.0', '0.9.10'].toSorted(compareVersions)).toEqual([
      '0.9.9',
      '0.9.10',
      '0.10.0',
      '1.0.0',
    ]);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });
});
