import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCore, type Core, type CoreEnvironment } from '../../src/main/core.ts';
import { readOutbox } from '../../src/main/ledger/messages/outbox-state.ts';
import { ledgerFile, openReadable } from '../../src/main/ledger/open.ts';
import type { CoreEvent } from '../../src/shared/contract/events.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { fail, ok } from '../../src/shared/domain/result.ts';
import { aFolder } from '../helpers/small-ledger.ts';
import { officeSettings } from '../helpers/office.ts';
import { flusso } from './hosts/papers.ts';

describe('the copies of a window', () => {
  it('one is made after an import, and no other at the end when nothing changed since', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Comune di Prova');
    expect(copiesIn(folder)).toEqual([]);
    await bring(core, folder);
    await vi.waitFor(() => expect(copiesIn(folder)).toHaveLength(1), { timeout: 10_000 });
    await core.close();
    expect(copiesIn(folder)).toHaveLength(1);
  });

  it('one is made at the end of what was only decided, and none where nothing was', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Comune di Prova');
    await core.close();
    expect(copiesIn(folder)).toHaveLength(1);
    const again = aWindow(folder);
    await again.call('dashboard.read', {});
    await again.close();
    expect(copiesIn(folder)).toHaveLength(1);
  });

  it('one that cannot be made is told to whoever shows it, and the import stands', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Comune di Prova');
    writeFileSync(join(folder, 'copie'), 'a file where the folder should be');
    const heard = hearing(core);
    const imported = await bring(core, folder);
    expect(imported).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(heard).toContainEqual({ type: 'backups-changed' }), { timeout: 10_000 });
    expect(await core.call('backups.state', {})).toMatchObject({
      value: { troubles: [{ code: 'backup-failed' }] },
    });
    expect(await core.call('backups.make', {})).toMatchObject({ problem: { code: 'backup-failed' } });
  });

  it('go to a second folder too, once it is one that can be', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Comune di Prova');
    for (const [secondFolder, why] of [
      ['copie', 'relative'],
      [folder, 'own'],
      [join(folder, 'nessuna'), 'missing'],
      [ledgerFile(folder), 'not-a-folder'],
    ] as const)
      expect(await core.call('backups.settings', { secondFolder })).toEqual(
        fail({ code: 'folder-refused', folder: secondFolder, why }),
      );
    const second = aFolder();
    await core.call('backups.settings', { secondFolder: second });
    await core.call('backups.make', {});
    expect(readdirSync(second).filter((file) => file.endsWith('.db'))).toHaveLength(1);
    const listed = await core.call('backups.list', { readAgain: true });
    expect(listed).toMatchObject({ value: { secondFolder: second, copies: [verified, verified] } });
  });

  it('go on when nobody can read any more where the second folder was, and it is told', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Comune di Prova');
    writeFileSync(join(folder, 'copie.json'), '{"secondFolder":');
    expect(await core.call('backups.make', {})).toMatchObject({ ok: true });
    expect(await core.call('backups.state', {})).toMatchObject({
      value: { troubles: [{ code: 'backup-settings-unreadable' }] },
    });
    const second = aFolder();
    await core.call('backups.settings', { secondFolder: second });
    await core.call('backups.make', {});
    expect(await core.call('backups.state', {})).toMatchObject({ value: { troubles: [] } });
    expect(readdirSync(second).filter((file) => file.endsWith('.db'))).toHaveLength(1);
  });
});

describe('a restore in a window', () => {
  it('is heard, is seen by whoever asks meanwhile, and is undone with what was kept', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Allora');
    const made = await core.call('backups.make', {});
    if (!made.ok) throw new Error(made.problem.code);
    await name(core, 'Adesso');
    const heard = hearing(core);

    const [restored, asked] = await Promise.all([
      core.call('backups.restore', { copy: made.value.file }),
      core.call('settings.read', {}),
    ]);
    expect(restored).toMatchObject({ ok: true, value: { wasDamaged: false } });
    expect(asked.ok).toBe(true);
    expect(await nameOf(core)).toBe('Allora');
    expect(heard).toContainEqual({ type: 'ledger-changed' });

    const kept = restored.ok ? restored.value.kept : null;
    expect(await core.call('backups.list', {})).toMatchObject({
      value: { copies: [{ file: made.value.file }, { file: kept, state: 'no-manifest' }] },
    });
    await core.call('backups.restore', { copy: kept ?? '' });
    expect(await nameOf(core)).toBe('Adesso');
    expect(await name(core, 'Poi')).toMatchObject({ ok: true });
  });

  it('takes no file that is not in the list, whatever it is', async () => {
    const folder = aFolder();
    const core = aWindow(folder);
    await name(core, 'Comune di Prova');
    const elsewhere = join(aFolder(), 'altra.db');
    cpSync(ledgerFile(folder), elsewhere);
    expect(await core.call('backups.restore', { copy: elsewhere })).toEqual(
      fail({ code: 'backup-not-found', source: elsewhere }),
    );
    expect(await nameOf(core)).toBe('Comune di Prova');
  });

  it('is offered when the ledger does not open, and brings it back', async () => {
    const folder = aFolder();
    const first = aWindow(folder);
    await name(first, 'Comune di Prova');
    await first.close();
    writeFileSync(ledgerFile(folder), '');
    const core = aWindow(folder);
    expect(await core.call('about.read', {})).toEqual(fail({ code: 'ledger-damaged', what: 'empty' }));
    const listed = await core.call('backups.list', { readAgain: true });
    const [copy] = listed.ok ? listed.value.copies : [];
    expect(copy).toMatchObject(verified);
    expect(await core.call('backups.restore', { copy: copy?.file ?? '' })).toMatchObject({
      value: { wasDamaged: true },
    });
    expect(await nameOf(core)).toBe('Comune di Prova');
  });
});

describe.each([
  ['the file alone', (from: string, to: string) => cpSync(ledgerFile(from), ledgerFile(to))],
  [
    'the whole folder',
    (from: string, to: string) => {
      rmSync(to, { recursive: true });
      cpSync(from, to, { recursive: true });
    },
  ],
])('an older ledger that somebody put back, %s', (_what, putBack) => {
  it('is read and not written until a person says that it is right; then what waits to be sent waits', async () => {
    const [folder, saved, office] = [aFolder(), aFolder(), anOffice()];
    const first = aWindow(folder, office);
    await name(first, 'Allora');
    await first.close();
    cpSync(folder, saved, { recursive: true });
    const second = aWindow(folder, office);
    await name(second, 'Adesso');
    await second.close();
    putBack(saved, folder);

    const core = aWindow(folder, office);
    const older = { code: 'ledger-older', why: 'older' };
    expect(await nameOf(core)).toBe('Allora');
    expect(await core.call('backups.state', {})).toEqual(
      ok({ troubles: [], older, place: [], damage: null }),
    );
    expect(await name(core, 'Scritto')).toEqual(fail(older));
    expect(await core.call('backups.accept', {})).toEqual(ok({}));
    expect(await core.call('backups.state', {})).toEqual(
      ok({ troubles: [], older: null, place: [], damage: null }),
    );
    expect(await name(core, 'Scritto')).toMatchObject({ ok: true });
    expect(holdOf(folder)).toBe('restored');
    await core.close();

    const later = aWindow(folder, office);
    await later.call('settings.read', {});
    expect(await later.call('backups.state', {})).toEqual(
      ok({ troubles: [], older: null, place: [], damage: null }),
    );
  });
});

const verified = { state: 'verified' } as const;

function aWindow(folder: string, office: CoreEnvironment['office'] = null): Core {
  const core = createCore({
    folder,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: true,
    backups: { everyMs: 60_000, atTheEnd: 'anything', tell: () => undefined },
    whenOlder: 'refuse',
    office,
    today: () => '2026-03-31' as Day,
    now: () => '2026-03-31T10:00:00.000Z',
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });
  onTestFinished(() => core.close());
  return core;
}

function anOffice(): NonNullable<CoreEnvironment['office']> {
  return {
    folder: aFolder(),
    environment: {},
    os: null,
    takeTurn: () => ok({ release: () => undefined }),
  };
}

function name(core: Core, denominazione: string) {
  const { codiceFiscale = '' } = officeSettings.ente ?? {};
  return core.call('settings.write', {
    settings: { ...officeSettings, ente: { codiceFiscale, denominazione } },
  });
}

async function nameOf(core: Core): Promise<string | undefined> {
  const settings = await core.call('settings.read', {});
  return settings.ok ? settings.value.ente?.denominazione : settings.problem.code;
}

function bring(core: Core, folder: string) {
  mkdirSync(join(folder, 'carte'), { recursive: true });
  const path = join(folder, 'carte', 'flusso.xml');
  writeFileSync(path, flusso('2026-03-04BINVIT9X-0000000034', [{ n: 1, cents: 2200 }]));
  return core.call('documents.import', { parcels: [core.handOver({ path, name: 'flusso.xml' })] });
}

function copiesIn(folder: string): string[] {
  return readdirSync(folder).includes('copie')
    ? readdirSync(join(folder, 'copie')).filter((file) => file.endsWith('.db'))
    : [];
}

function hearing(core: Core): CoreEvent[] {
  const heard: CoreEvent[] = [];
  core.listen((event) => heard.push(event));
  return heard;
}

function holdOf(folder: string): string | null {
  const ledger = openReadable(folder);
  if (!ledger.ok || ledger.value === null) throw new Error('not opened');
  const { hold } = readOutbox(ledger.value);
  ledger.value.close();
  return hold;
}
