import { homedir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFolder, officeFolder } from '../../src/main/hosts/folders.ts';

const home = homedir();

describe('the folder of the archive', () => {
  it.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, string]>([
    ['is the one that is named', { TREPALLINI_HOME: '/dati/tp', XDG_DATA_HOME: '/x' }, 'linux', '/dati/tp'],
    ['is no empty name', { TREPALLINI_HOME: '', XDG_DATA_HOME: '/x' }, 'linux', '/x/tre-pallini'],
    ['on Linux', {}, 'linux', join(home, '.local/share/tre-pallini')],
    [
      'on Windows',
      { LOCALAPPDATA: String.raw`C:\Users\anna\AppData\Local` },
      'win32',
      String.raw`C:\Users\anna\AppData\Local\Tre Pallini`,
    ],
    ['on macOS', {}, 'darwin', join(home, 'Library/Application Support/Tre Pallini')],
  ])('%s', (_what, environment, platform, expected) => {
    expect(defaultFolder(environment, platform)).toBe(expected);
  });
});

describe('the folder of what must not travel with an archive', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/tre-pallini-invii'],
    ['linux', {}, join(home, '.local/share/tre-pallini-invii')],
    [
      'win32',
      { LOCALAPPDATA: String.raw`C:\Users\anna\AppData\Local` },
      String.raw`C:\Users\anna\AppData\Local\Tre Pallini invii`,
    ],
    ['darwin', {}, join(home, 'Library/Application Support/Tre Pallini invii')],
  ])('on %s is of this computer, whatever the archive is called', (platform, environment, expected) => {
    const named = { ...environment, TREPALLINI_HOME: '/dati/tp' };
    expect(officeFolder('/dati/tp', named, platform)).toBe(expected);
    expect(officeFolder(defaultFolder(environment, platform), environment, platform)).toBe(expected);
  });

  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string, string]>([
    ['linux', { XDG_DATA_HOME: '/tp/dati' }, '/tp', '/tp-invii'],
    ['linux', { XDG_DATA_HOME: '/tp' }, '/tp/', '/tp-invii'],
    ['linux', { XDG_DATA_HOME: '/tp' }, '/tp/tre-pallini-invii', '/tp/tre-pallini-invii-invii'],
    ['win32', { LOCALAPPDATA: String.raw`C:\TP\dati` }, String.raw`c:\tp`, String.raw`c:\tp-invii`],
  ])(
    'on %s %j stands beside an archive %s that would hold it',
    (platform, environment, archive, expected) => {
      expect(officeFolder(archive, environment, platform)).toBe(expected);
    },
  );

  it('is no other folder only because its name begins alike', () => {
    expect(officeFolder('/x/tre-pallini', { XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/tre-pallini-invii');
    expect(officeFolder('/x/..tp', { XDG_DATA_HOME: '/x/..tp/d' }, 'linux')).toBe('/x/..tp-invii');
    expect(officeFolder(String.raw`D:\archivio`, { LOCALAPPDATA: String.raw`C:\L` }, 'win32')).toBe(
      String.raw`C:\L\Tre Pallini invii`,
    );
  });

  it('is never in the archive, whatever the two are called', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'tre-pallini-invii', '..a'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(path, path, (archive, data) => {
        const root = `/${archive.join('/')}`;
        const folder = officeFolder(root, { XDG_DATA_HOME: `/${data.join('/')}` }, 'linux');
        expect(`${folder}/`.startsWith(`${root}/`)).toBe(false);
      }),
    );
  });
});
