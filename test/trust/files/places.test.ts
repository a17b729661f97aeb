import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDoors } from '../../../src/main/hosts/doors.ts';
import { readState } from '../../../src/main/hosts/electron/window-state.ts';
import { placeOf, type PlaceFacts } from '../../../src/main/hosts/place.ts';
import { sayNotice } from '../../../src/shared/wording/backups.ts';
import { sayProblem } from '../../../src/shared/wording/problems.ts';
import { cliFile, run } from '../../main/hosts/command-line.ts';
import { found } from '../figures.ts';
import { aClosedLedger, aCore, aFolder, write } from './a-desk.ts';

const mounts = [
  'sysfs / ext4 rw 0 0',
  '//server/dati /mnt/dati cifs rw 0 0',
  'server:/casa /home/c nfs4 rw 0 0',
  'ssh@altro:/ /media/ufficio\\040tributi fuse.sshfs rw 0 0',
  '/dev/sdb1 /media/chiavetta vfat rw 0 0',
  '/dev/sdc1 /mnt/dati/locale ext4 rw 0 0',
].join('\n');

function facts(platform: NodeJS.Platform, real: string, more: Partial<PlaceFacts> = {}): PlaceFacts {
  return { platform, real, mounts: platform === 'linux' ? mounts : '', marked: [], environment: {}, ...more };
}

const places: readonly (readonly [string, PlaceFacts, string | null])[] = [
  ['\\\\server\\tributi', facts('win32', '\\\\server\\tributi'), 'share'],
  ['//server/tributi', facts('win32', '//server/tributi'), 'share'],
  ['\\\\?\\UNC\\server\\tributi', facts('win32', '\\\\?\\UNC\\server\\tributi'), 'share'],
  ['\\\\comune.local\\dfs\\uffici', facts('win32', '\\\\comune.local\\dfs\\uffici'), 'share'],
  ['Z:\\registro', facts('win32', '\\\\server\\tributi\\registro'), 'share'],
  ['C:\\Dati\\registro', facts('win32', 'C:\\Dati\\registro'), null],
  ['\\\\?\\C:\\Dati', facts('win32', '\\\\?\\C:\\Dati'), null],
  ['/mnt/dati/registro', facts('linux', '/mnt/dati/registro'), 'share'],
  ['/home/c/registro', facts('linux', '/home/c/registro'), 'share'],
  ['/media/ufficio tributi/r', facts('linux', '/media/ufficio tributi/r'), 'share'],
  ['/mnt/dati/locale/r', facts('linux', '/mnt/dati/locale/r'), null],
  ['/media/chiavetta', facts('linux', '/media/chiavetta'), null],
  ['/home/carla/registro', facts('linux', '/home/carla/registro'), null],
  [
    'C:\\Users\\c\\OneDrive - Comune di Prova\\r',
    facts('win32', 'C:\\Users\\c\\OneDrive - Comune di Prova\\r'),
    'OneDrive',
  ],
  [
    'D:\\Lavoro\\r',
    facts('win32', 'D:\\Lavoro\\r', { environment: { OneDriveCommercial: 'D:\\Lavoro' } }),
    'OneDrive',
  ],
  ['/home/carla/Dropbox/r', facts('linux', '/home/carla/Dropbox/r'), 'Dropbox'],
  ['G:\\Il mio Drive\\r', facts('win32', 'G:\\Il mio Drive\\r'), 'Google Drive'],
  ['C:\\Users\\c\\iCloudDrive\\r', facts('win32', 'C:\\Users\\c\\iCloudDrive\\r'), 'iCloud'],
  ['/home/carla/Nextcloud/r', facts('linux', '/home/carla/Nextcloud/r'), 'Nextcloud'],
  [
    '/home/carla/lavoro/r',
    facts('linux', '/home/carla/lavoro/r', {
      marked: [{ folder: '/home/carla/lavoro', service: 'Syncthing' }],
    }),
    'Syncthing',
  ],
  ['/home/carla/Dropboxer/r', facts('linux', '/home/carla/Dropboxer/r'), null],
];

it.each(places)('R09, R10 the place %s is what it is', (folder, known, expected) => {
  const place = placeOf(folder, known);
  const told = place === null ? null : place.code === 'ledger-on-share' ? 'share' : place.service;
  expect(told).toBe(expected);
});

it('R09 a ledger on a share is not opened, nothing is written there, and the sentence says what to do', async () => {
  const folder = aFolder();
  const core = aCore(folder, { place: { code: 'ledger-on-share', folder } });
  const barred = { ok: false, problem: { code: 'ledger-on-share', folder } };
  expect(await core.call('about.read', {})).toMatchObject(barred);
  expect(await core.call('preferences.write', { preferences: {} })).toMatchObject(barred);
  expect(await core.call('backups.make', {})).toMatchObject(barred);
  expect(readdirSync(folder)).toEqual([]);
  expect(sayProblem({ code: 'ledger-on-share', folder })).toMatch(
    /è in rete: .*disco di questo computer.*seconda cartella/,
  );
  found(
    'R09',
    `${places.filter(([, , told]) => told === 'share').length} modi di stare in rete riconosciuti, 4 dischi locali no; 3 richieste rifiutate, 0 file scritti`,
  );
});

it('R10 a ledger in a synchronised folder is told once on the command line, and to every screen', async () => {
  const folder = join(aFolder(), 'Dropbox', 'registro');
  await aClosedLedger(folder);
  const told = await run(process.execPath, [cliFile, '--archivio', folder, 'importazioni']);
  expect([told.code, told.stderr.match(/Attenzione: .*Dropbox/g)?.length]).toEqual([0, 1]);
  const notice = { code: 'ledger-synced', folder, service: 'Dropbox' } as const;
  const core = aCore(folder, { place: notice });
  expect(await core.call('backups.state', {})).toMatchObject({ value: { place: [notice] } });
  expect(sayNotice(notice)).toMatch(/^Attenzione: .*\.$/);
  found('R10', '7 servizi riconosciuti da nome, segno o ambiente; avviso una volta sola e su ogni schermata');
}, 60_000);

const bad: readonly (readonly [string, string])[] = [
  ['broken', '{"api":'],
  ['another shape', '[1,2,3]'],
  ['prototype keys', '{"__proto__":{"api":{"on":true,"port":1}},"constructor":{}}'],
  ['huge', `{"api":"${'x'.repeat(17 * 1024 * 1024)}"}`],
];

it.each(bad)(
  'H41 a settings file that is %s gives the defaults, is kept aside, and is told',
  async (_, text) => {
    const folder = aFolder();
    await aClosedLedger(folder);
    const core = aCore(folder);
    write(join(folder, 'altri-programmi.json'), text);
    write(join(folder, 'finestra.json'), text);
    write(join(folder, 'copie.json'), text);
    const doors = createDoors({
      home: folder,
      core: () => core,
      onDefect: (error) => expect.unreachable(String(error)),
    });
    expect(doors.read()).toMatchObject({
      api: { on: false, state: 'settings-unreadable' },
      watch: { on: false },
    });
    expect(readState(join(folder, 'finestra.json'))).toEqual({
      bounds: null,
      maximized: false,
      saveFolder: null,
    });
    expect(await core.call('backups.make', {})).toMatchObject({ ok: true });
    expect(await core.call('backups.state', {})).toMatchObject({
      value: { troubles: [{ code: 'backup-settings-unreadable' }] },
    });
    await core.call('backups.settings', { secondFolder: null });
    expect(({} as Record<string, unknown>)['api']).toBeUndefined();
    for (const name of ['altri-programmi', 'copie', ...(text.includes('__proto__') ? [] : ['finestra'])]) {
      const aside = join(folder, `${name}.danneggiato.json`);
      expect([name, existsSync(aside)]).toEqual([name, true]);
      expect(readFileSync(aside, 'utf8') === text).toBe(true);
    }
    writeFileSync(join(folder, 'finestra.json'), '{}');
    found('H41', '3 file di impostazioni guasti in 4 modi: valori usuali, file tenuto da parte, avviso');
  },
);
