import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDoors } from '../../../src/main/hosts/doors.ts';
import { readSecondFolder } from '../../../src/main/ledger/backup/backup-settings.ts';
import type { Policies } from '../../../src/shared/domain/policies.ts';
import { openOffice } from '../../helpers/office.ts';

const decided = (change: Partial<Policies>): Policies => ({
  file: '/etc/tre-pallini/criteri.json',
  state: 'applied',
  complaint: '',
  off: [],
  archive: null,
  secondFolder: null,
  ...change,
});

const refused = (what: string) => ({ ok: false, problem: { code: 'off-by-policy', what } });

describe('where an administrator switched something off', () => {
  it('no message leaves, no program is let in, no update is looked at; the rest goes on', async () => {
    const policies = decided({ off: ['messages', 'api', 'updates'] });
    const office = await openOffice({ policies });
    const { core } = office;
    for (const name of ['outbox.run', 'outbox.start', 'outbox.follow'] as const)
      expect(await core.call(name, {})).toEqual(refused('messages'));
    expect(await core.call('campaigns.queue', { id: 1 })).toEqual(refused('messages'));
    expect(await core.call('doors.write', { api: { on: true } })).toEqual(refused('api'));
    expect(await core.call('programs.create', { name: 'contabilità', clear: false })).toEqual(refused('api'));
    expect(await core.call('updates.verify', { parcels: ['x'] })).toEqual(refused('updates'));
    expect(await core.call('doors.write', { api: { on: false } })).toMatchObject({ ok: true });
    expect(await office.ask('about.read', {})).toMatchObject({ policies });
    expect((await office.ask('payments.list', {})).rows).toEqual([]);
  });

  it('where nobody did, all of it is answered for itself', async () => {
    const { core } = await openOffice();
    expect(await core.call('outbox.start', {})).toMatchObject({ problem: { code: 'no-office' } });
    expect(await core.call('doors.write', { api: { on: true } })).toMatchObject({
      problem: { code: 'no-window' },
    });
    expect(await core.call('updates.verify', { parcels: ['x'] })).toMatchObject({
      problem: { code: 'no-such-parcel' },
    });
    expect(await core.call('backups.settings', { secondFolder: null })).toMatchObject({ ok: true });
  });

  it('the second folder of the copies is the one that was named, from the first day on', async () => {
    const there = mkdtempSync(join(tmpdir(), 'tre-pallini-seconda-'));
    onTestFinished(() => rmSync(there, { recursive: true, force: true }));
    const office = await openOffice({ policies: decided({ secondFolder: there }) });
    const again = await office.reopened();
    expect(readSecondFolder(join(again.folder, 'archivio'))).toEqual({ ok: true, value: there });
    expect(await again.core.call('backups.settings', { secondFolder: null })).toEqual(
      refused('second-folder'),
    );
    expect(await again.core.call('backups.settings', { secondFolder: there })).toMatchObject({ ok: true });
  });

  it('a local API that was left on stays closed', async () => {
    const { core, folder } = await openOffice();
    const home = join(folder, 'archivio');
    const open = async (apiAllowed: boolean): Promise<string> => {
      const doors = createDoors({ home, core: () => core, onDefect: () => undefined, apiAllowed });
      await doors.open();
      if (apiAllowed) await doors.write({ api: { on: true, port: 18_745 } });
      const { state } = doors.read().api;
      await doors.close();
      return state;
    };
    expect(await open(true)).toBe('open');
    expect(await open(false)).toBe('off');
  });
});
