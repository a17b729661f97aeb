import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCores } from '../../src/main/hosts/cores.ts';
import { createDoors } from '../../src/main/hosts/doors.ts';
import type { CoreEvent } from '../../src/shared/contract/events.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { officeSettings } from '../helpers/office.ts';
import { overHttp } from '../helpers/links.ts';
import { threePapers } from '../scenarios/papers.ts';

/** A window's folder, and the window opened on it as often as one likes. */
function aHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-'));
  const home = join(folder, 'archivio');
  mkdirSync(join(folder, 'scaricati'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  async function open() {
    const doors = createDoors({
      home,
      core: () => cores.of('own'),
      onDefect: (error) => {
        throw error;
      },
    });
    const cores = createCores({
      home,
      doors,
      author: 'c.bianchi',
      version: '1.2.3',
      alone: true,
      today: () => '2026-03-31' as Day,
      now: () => '2026-03-31T10:00:00.000Z',
      onDefect: (_incident, _operation, error) => {
        throw error;
      },
    });
    await doors.open();
    const { linkTo } = await overHttp(cores);
    let isClosed = false;
    const close = async (): Promise<void> => {
      if (isClosed) return;
      isClosed = true;
      await doors.close();
      await cores.close();
    };
    onTestFinished(close);
    return { own: linkTo('own'), demo: linkTo('demo'), close };
  }
  return { home, scaricati: join(folder, 'scaricati'), open };
}

const off = {
  available: true,
  api: { on: false, port: 17_303, state: 'off' },
  watch: { on: false, folder: null, state: 'off', notices: [] },
};

describe('the doors of a window', () => {
  it('are closed until somebody opens them, and opened again with the window', async () => {
    const house = aHouse();
    const port = await aFreePort();
    const first = await house.open();
    expect(await first.own.call('doors.read', {})).toEqual({ ok: true, value: off });
    await expect(fetch(`http://127.0.0.1:${port}/v1/stato`)).rejects.toThrow('fetch failed');

    expect(await first.own.call('doors.write', { api: { on: true, port } })).toMatchObject({
      value: { api: { on: true, port, state: 'open' }, watch: { on: false } },
    });
    expect((await fetch(`http://127.0.0.1:${port}/v1/stato`)).status).toBe(401);
    await first.close();
    await expect(fetch(`http://127.0.0.1:${port}/v1/stato`)).rejects.toThrow('fetch failed');

    const second = await house.open();
    expect((await fetch(`http://127.0.0.1:${port}/v1/stato`)).status).toBe(401);
    const created = await second.own.call('programs.create', { name: 'Gestionale' });
    if (!created.ok) throw new Error(created.problem.code);
    const headers = { Authorization: `Bearer ${created.value.token}` };
    expect((await fetch(`http://127.0.0.1:${port}/v1/stato`, { headers })).status).toBe(200);
    await second.own.call('doors.write', { api: { on: false } });
    await expect(fetch(`http://127.0.0.1:${port}/v1/stato`)).rejects.toThrow('fetch failed');
  });

  it('stay closed where the port is somebody else’s, and say so', async () => {
    const house = aHouse();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { own } = await house.open();
    expect(await own.call('doors.write', { api: { on: true, port } })).toMatchObject({
      value: { api: { on: true, port, state: 'port-taken' } },
    });
    expect(await own.call('doors.write', { api: { on: true, port: 80 } })).toMatchObject({
      problem: { code: 'invalid-request' },
    });
  });

  it('let in what is saved into the folder, and the window hears of it', async () => {
    const house = aHouse();
    const { own } = await house.open();
    await own.call('settings.write', { settings: officeSettings });
    const heard: CoreEvent[] = [];
    onTestFinished(own.listen({ onEvent: (event) => heard.push(event), onConnection: () => undefined }));
    expect(await own.call('doors.write', { watch: { on: true } })).toMatchObject({
      problem: { code: 'invalid-request', complaints: [{ path: 'watch.folder' }] },
    });
    for (const folder of [house.home, '/', 'scaricati', '//server/posta'])
      expect(await own.call('doors.write', { watch: { on: true, folder } })).toMatchObject({
        problem: { code: 'folder-refused', folder },
      });
    expect(await own.call('doors.read', {})).toEqual({ ok: true, value: off });

    writeFileSync(join(house.scaricati, 'gdc.xml'), threePapers(1, 500)['gdc.xml']);
    expect(await own.call('doors.write', { watch: { on: true, folder: house.scaricati } })).toMatchObject({
      value: { watch: { on: true, folder: house.scaricati, state: 'watching' } },
    });

    await vi.waitFor(
      () => expect(heard).toContainEqual(expect.objectContaining({ type: 'watched' }) as CoreEvent),
      { timeout: 8_000 },
    );
    expect(await own.call('doors.read', {})).toMatchObject({
      value: { watch: { notices: [{ code: 'watch-imported', imported: 1 }] } },
    });
    expect(await own.call('documents.list', {})).toMatchObject({ value: { rows: [{ name: 'gdc.xml' }] } });
    expect(readdirSync(house.scaricati)).toEqual(['gdc.xml']);
  });

  it('are not there for the ledger of invented data', async () => {
    const { demo } = await aHouse().open();
    expect(await demo.call('doors.read', {})).toMatchObject({ value: { available: false } });
    expect(await demo.call('doors.write', { api: { on: true } })).toEqual({
      ok: false,
      problem: { code: 'no-window' },
    });
  });

  it.each([
    '',
    '\0\0\0\0',
    '[]',
    'null',
    '{"api":5}',
    '{"api":{"on":true,"port":17303}}',
    '{"api":{"on":"true","port":"80"},"watch":{"on":1,"folder":7}}',
  ])('are closed, and say why, when what was kept of them is no sense: %j', async (kept) => {
    const house = aHouse();
    mkdirSync(house.home);
    const [file, aside] = ['altri-programmi.json', 'altri-programmi.danneggiato.json'].map((name) =>
      join(house.home, name),
    );
    writeFileSync(file ?? '', kept);
    const state = 'settings-unreadable';
    const unreadable = { ...off, api: { ...off.api, state }, watch: { ...off.watch, state } };
    // As long as nobody has turned anything on or off, however often the window opens.
    for (let start = 0; start < 2; start++) {
      const { own, close } = await house.open();
      expect(await own.call('doors.read', {})).toEqual({ ok: true, value: unreadable });
      expect(readFileSync(aside ?? '', 'utf8')).toBe(kept);
      await close();
    }
    const { own, close } = await house.open();
    expect(await own.call('doors.write', { watch: { on: false } })).toEqual({ ok: true, value: off });
    await close();
    const later = await house.open();
    expect(await later.own.call('doors.read', {})).toEqual({ ok: true, value: off });
    expect(readFileSync(aside ?? '', 'utf8')).toBe(kept);
  });
});

/** Not the usual one: a window of this computer may have it. */
async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
