import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  aFolder,
  filesWith,
  marker,
  mensaKey,
  otherKey,
  passphrase,
  primaryByOs,
  primaryByPassphrase,
  primaryForNow,
  readStore,
  ring,
  storeOf,
  tariKey,
  writeStore,
} from './desk.ts';
import { fakeOs } from './fake-os.ts';

describe('a key that the operating system protects', () => {
  it('is kept, found again at the next start, and shown by its last four characters alone', async () => {
    const folder = join(aFolder(), 'not', 'yet');
    const first = ring(folder);
    expect(first.state()).toEqual({ lock: 'empty', slots: [], problem: null });
    expect(await first.save('tari', ` ${tariKey}\n`, primaryByOs)).toEqual({
      ok: true,
      value: { usual: true, setAside: null },
    });

    const second = ring(folder);
    expect(second.state()).toEqual({ lock: 'locked', slots: ['os'], problem: null });
    expect(second.keyOf('tari')).toBeNull();
    expect(second.noKeyOf('tari')).toEqual({ code: 'keys-locked', slots: ['os'] });
    expect(second.list()).toMatchObject([{ service: 'tari', lastFour: null }]);
    expect(await second.unlockByOs()).toEqual({ ok: true, value: undefined });
    expect(second.keyOf('tari')).toBe(tariKey);
    expect(second.keyOf('mensa')).toBeNull();
    expect(second.noKeyOf('mensa')).toEqual({ code: 'no-key', service: 'mensa' });
    expect(second.list()).toEqual([
      {
        service: 'tari',
        lastFour: 'bee1',
        source: 'kept',
        savedAt: '2026-11-30T10:00:00.000Z',
        lastUsedOn: null,
        which: 'primary',
      },
    ]);

    second.lock();
    expect(second.keyOf('tari')).toBeNull();
    expect(second.state().lock).toBe('locked');
  });

  it('is nobody else’s to read: the file is the owner’s', async () => {
    const folder = join(aFolder(), 'invii');
    await ring(folder).save('tari', tariKey, primaryByOs);
    expect(statSync(storeOf(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toEqual(['chiavi-io.json']);
  });

  it('is refused where nothing protects it', async () => {
    const folder = aFolder();
    const os = fakeOs('anna');
    os.present = false;
    for (const one of [ring(folder, { os: null }), ring(folder, { os })])
      expect(await one.save('tari', tariKey, primaryByOs)).toMatchObject({
        problem: { code: 'no-protection' },
      });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is protected again when the system has a new way', async () => {
    const folder = aFolder();
    await ring(folder).save('tari', tariKey, primaryByOs);
    const before = readStore(folder)['os'];
    const os = fakeOs('anna');
    os.rotated = true;
    const opened = ring(folder, { os });
    await opened.unlockByOs();
    expect(readStore(folder)['os']).not.toEqual(before);
    expect(opened.keyOf('tari')).toBe(tariKey);
    expect(os.protections).toBe(1);
  });

  it('is of its ledger: another one on this computer has its own', async () => {
    const folder = aFolder();
    const [one, two] = [ring(folder), ring(folder, { ledgerId: 'ledger-2' })];
    await one.save('tari', tariKey, primaryByOs);
    await two.save('tari', otherKey, primaryByOs);
    expect([one.keyOf('tari'), two.keyOf('tari')]).toEqual([tariKey, otherKey]);
    await two.remove('tari');
    expect([one.keyOf('tari'), two.keyOf('tari')]).toEqual([tariKey, null]);
    expect(two.list()).toEqual([]);
  });

  it('is replaced by a newer one, and gone once it is removed', async () => {
    const folder = aFolder();
    const keys = ring(folder);
    await keys.save('tari', tariKey, primaryByOs);
    await keys.save('mensa', mensaKey, primaryByOs);
    await keys.save('tari', otherKey, { keep: 'os', which: 'secondary' });
    expect(keys.list()).toMatchObject([
      { service: 'mensa', lastFour: 'bee2' },
      { service: 'tari', lastFour: 'bee3', which: 'secondary' },
    ]);
    expect(await keys.remove('tari')).toMatchObject({ ok: true });
    expect(keys.keyOf('tari')).toBeNull();
    expect(keys.keyOf('mensa')).toBe(mensaKey);
    expect(readFileSync(storeOf(folder), 'utf8')).not.toContain('tari');
  });

  it('of an unusual shape is taken; what is no key changes nothing', async () => {
    const folder = aFolder();
    const keys = ring(folder);
    expect(await keys.save('tari', 'con spazi', primaryByOs)).toMatchObject({
      problem: { code: 'key-strange-characters' },
    });
    expect(existsSync(storeOf(folder))).toBe(false);
    expect(await keys.save('tari', 'una-chiave-diversa', primaryByOs)).toMatchObject({
      value: { usual: false },
    });
  });

  it('remembers the day of its last use, once a day', async () => {
    const folder = aFolder();
    let at = '2026-11-30T22:00:00.000Z';
    const keys = ring(folder, { now: () => at });
    await keys.save('tari', tariKey, primaryByOs);
    await keys.noteUse('tari');
    expect(keys.list()).toMatchObject([{ lastUsedOn: '2026-11-30' }]);
    const bytes = readFileSync(storeOf(folder), 'utf8');
    await keys.noteUse('tari');
    expect(readFileSync(storeOf(folder), 'utf8')).toBe(bytes);
    at = '2026-11-30T23:30:00.000Z';
    await keys.noteUse('tari');
    expect(keys.list()).toMatchObject([{ lastUsedOn: '2026-12-01' }]);
    expect(keys.keyOf('tari')).toBe(tariKey);
  });
});

describe('a passphrase', () => {
  it('opens the keys where nothing else does, and only the right one', async () => {
    const folder = aFolder();
    const first = ring(folder, { os: null });
    expect(await first.save('tari', tariKey, primaryByPassphrase)).toMatchObject({
      problem: { code: 'no-passphrase' },
    });
    expect(await first.setPassphrase('corta')).toMatchObject({ problem: { code: 'passphrase-too-short' } });
    expect(await first.setPassphrase(passphrase)).toMatchObject({ ok: true });
    expect(await first.save('tari', tariKey, primaryByPassphrase)).toMatchObject({ ok: true });

    const second = ring(folder, { os: null });
    expect(await second.unlockByOs()).toEqual({
      ok: false,
      problem: { code: 'keys-locked', slots: ['passphrase'] },
    });
    expect(await second.save('mensa', mensaKey, primaryByPassphrase)).toMatchObject({
      problem: { code: 'keys-locked' },
    });
    expect(await second.unlock('un’altra frase lunga')).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    });
    expect(second.keyOf('tari')).toBeNull();
    expect(await second.unlock(passphrase)).toMatchObject({ ok: true });
    expect(second.keyOf('tari')).toBe(tariKey);
  });

  it('is changed by whoever knows the old one', async () => {
    const folder = aFolder();
    const keys = ring(folder, { os: null });
    await keys.setPassphrase(passphrase);
    await keys.save('tari', tariKey, primaryByPassphrase);
    expect(await keys.setPassphrase('la nuova frase')).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    });
    expect(await keys.setPassphrase('la nuova frase', 'la frase sbagliata')).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    });
    expect(await keys.setPassphrase('la nuova frase', passphrase)).toMatchObject({ ok: true });

    const later = ring(folder, { os: null });
    expect(await later.unlock(passphrase)).toMatchObject({ problem: { code: 'wrong-passphrase' } });
    expect(await later.unlock('la nuova frase')).toMatchObject({ ok: true });
    expect(later.keyOf('tari')).toBe(tariKey);
  });

  it('stands beside the operating system: the window needs none, the command line opens the same keys by it', async () => {
    const folder = aFolder();
    const window = ring(folder);
    await window.save('tari', tariKey, primaryByOs);
    const terminal = ring(folder, { os: fakeOs('anna', 'windows-dpapi') });
    expect(await terminal.save('mensa', mensaKey, primaryByOs)).toEqual({
      ok: false,
      problem: { code: 'keys-locked', slots: ['os'] },
    });
    expect(await window.setPassphrase(passphrase)).toMatchObject({ ok: true });
    expect(await terminal.unlock(passphrase)).toMatchObject({ ok: true });
    expect(await terminal.save('mensa', mensaKey, primaryByOs)).toMatchObject({ ok: true });
    expect(window.keyOf('mensa')).toBe(mensaKey);
    expect(window.state().slots).toEqual(['os', 'passphrase']);

    const next = ring(folder, { os: fakeOs('anna', 'windows-dpapi') });
    expect(await next.unlockByOs()).toMatchObject({ ok: true });
    expect(next.keyOf('tari')).toBe(tariKey);
  });

  it('that is forgotten costs the keys, not the file: it is kept under another name', async () => {
    const folder = aFolder();
    const keys = ring(folder, { os: null });
    await keys.setPassphrase(passphrase);
    keys.lock();
    const bytes = readFileSync(storeOf(folder), 'utf8');
    const begun = await keys.startAfresh();
    if (!begun.ok || begun.value === null) throw new Error('nothing was put aside');
    expect(readFileSync(join(folder, begun.value), 'utf8')).toBe(bytes);
    expect(keys.state().lock).toBe('empty');
    expect(await keys.setPassphrase('la nuova frase')).toMatchObject({ ok: true });
  });
});

describe('a key for this session', () => {
  it('is written nowhere, wins over the kept one, and is forgotten', async () => {
    const folder = aFolder();
    const keys = ring(folder);
    await keys.save('mensa', mensaKey, primaryForNow);
    expect(readdirSync(folder)).toEqual([]);
    await keys.save('tari', tariKey, primaryByOs);
    await keys.save('tari', otherKey, primaryForNow);
    await keys.noteUse('tari');
    expect(keys.keyOf('tari')).toBe(otherKey);
    expect(keys.list()).toMatchObject([
      { service: 'mensa', source: 'session' },
      { service: 'tari', source: 'session', lastUsedOn: '2026-11-30' },
    ]);
    keys.lock();
    expect(keys.keyOf('mensa')).toBeNull();
    await keys.unlockByOs();
    expect(keys.keyOf('tari')).toBe(tariKey);
  });
});

describe('a key of the environment', () => {
  it('wins over all others and is never stored', async () => {
    const folder = aFolder();
    const environment = { TREPALLINI_IO_KEY_MENSA_2: otherKey };
    const keys = ring(folder, { environment });
    await keys.save('mensa-2', mensaKey, primaryByOs);
    expect(keys.keyOf('mensa-2')).toBe(otherKey);
    expect(keys.list(['mensa-2', 'tari'])).toEqual([
      {
        service: 'mensa-2',
        lastFour: 'bee3',
        source: 'environment',
        savedAt: null,
        lastUsedOn: null,
        which: null,
      },
    ]);
    expect(filesWith(folder, otherKey)).toEqual([]);
    await keys.remove('mensa-2');
    expect(keys.keyOf('mensa-2')).toBe(otherKey);
  });

  it('that is no key is told, not passed over; a blank one is none', async () => {
    const folder = aFolder();
    const environment = { TREPALLINI_IO_KEY_TARI: 'un refuso', TREPALLINI_IO_KEY_MENSA: ' ' };
    const keys = ring(folder, { environment });
    await keys.save('tari', tariKey, primaryForNow);
    await keys.save('mensa', mensaKey, primaryForNow);
    expect(keys.keyOf('tari')).toBeNull();
    expect(keys.noKeyOf('tari')).toEqual({
      code: 'bad-environment-key',
      variable: 'TREPALLINI_IO_KEY_TARI',
    });
    expect(keys.keyOf('mensa')).toBe(mensaKey);
  });
});

describe('the tag of a key', () => {
  it('is the same for the same key wherever it comes from, another one for each key, service and ledger', async () => {
    const folder = aFolder();
    const keys = ring(folder);
    await keys.save('tari', tariKey, primaryByOs);
    await keys.save('mensa', tariKey, primaryForNow);
    const tag = keys.fingerprint('tari');
    expect(tag).toMatch(/^[0-9a-f]{16}$/);
    const environment = { TREPALLINI_IO_KEY_TARI: tariKey };
    expect(ring(folder, { environment }).fingerprint('tari')).toBe(tag);
    expect(keys.fingerprint('mensa')).not.toBe(tag);
    expect(ring(folder, { environment, ledgerId: 'ledger-2' }).fingerprint('tari')).not.toBe(tag);
    await keys.save('tari', otherKey, primaryByOs);
    expect(keys.fingerprint('tari')).not.toBe(tag);
    expect(keys.fingerprint('cie')).toBeNull();
  });
});

describe('a file of keys that cannot be read', () => {
  it('of another person says so, breaks nothing, and is kept when keys are pasted again', async () => {
    const [annas, brunos] = [aFolder(), aFolder()];
    await ring(annas).save('tari', tariKey, primaryByOs);
    copyFileSync(storeOf(annas), storeOf(brunos));
    const bruno = ring(brunos, { os: fakeOs('bruno') });
    expect(await bruno.unlockByOs()).toEqual({ ok: false, problem: { code: 'keys-unreadable' } });
    expect(bruno.state()).toEqual({ lock: 'locked', slots: [], problem: { code: 'keys-unreadable' } });
    expect(bruno.keyOf('tari')).toBeNull();
    expect(bruno.noKeyOf('tari')).toEqual({ code: 'keys-unreadable' });
    expect(bruno.list()).toEqual([]);

    const saved = await bruno.save('tari', otherKey, primaryByOs);
    if (!saved.ok || saved.value.setAside === null) throw new Error('nothing was put aside');
    expect(readFileSync(join(brunos, saved.value.setAside), 'utf8')).toBe(
      readFileSync(storeOf(annas), 'utf8'),
    );
    expect(bruno.keyOf('tari')).toBe(otherKey);
    expect(readdirSync(brunos)).toHaveLength(2);
  });

  it.each([
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['nothing in it', () => ''],
    ['something else', () => '{"ciao":1}'],
    ['a list', () => '[]'],
    ['a version to come', (text: string) => text.replace('"version": 1', '"version": 2')],
  ])('%s', async (_what, spoil) => {
    const folder = aFolder();
    const keys = ring(folder);
    await keys.save('tari', tariKey, primaryByOs);
    writeFileSync(storeOf(folder), spoil(readFileSync(storeOf(folder), 'utf8')));
    expect(keys.keyOf('tari')).toBeNull();
    expect(keys.state().problem).toEqual({ code: 'keys-unreadable' });
    expect(await ring(folder).unlockByOs()).toMatchObject({ problem: { code: 'keys-unreadable' } });
    expect(await keys.remove('tari')).toMatchObject({ problem: { code: 'keys-unreadable' } });
    expect(await keys.save('tari', tariKey, primaryByOs)).toMatchObject({
      value: { setAside: expect.stringContaining('illeggibile') },
    });
    expect(keys.keyOf('tari')).toBe(tariKey);
  });

  it('has one letter changed in any of its fields', async () => {
    const folder = aFolder();
    const keys = ring(folder);
    await keys.save('tari', tariKey, primaryByOs);
    await keys.save('mensa', mensaKey, { keep: 'os', which: 'secondary' });
    await keys.noteUse('tari');
    await keys.setPassphrase(passphrase);
    const sound = readStore(folder);
    const leaves = leavesOf(sound);
    expect(leaves.length).toBeGreaterThan(18);
    for (const path of leaves) {
      for (const end of ['first', 'last'] as const) {
        writeStore(folder, changedAt(sound, path, end));
        expect([path, keys.keyOf('tari'), keys.keyOf('mensa')]).toEqual([path, null, null]);
        const next = ring(folder);
        const opened = await next.unlockByOs();
        expect([path, opened.ok, next.keyOf('tari')]).toEqual([path, false, null]);
      }
    }
    writeStore(folder, sound);
    expect(keys.keyOf('tari')).toBe(tariKey);
  });

  it('has a passphrase whose salt or slot was changed', async () => {
    const folder = aFolder();
    const keys = ring(folder, { os: null });
    await keys.setPassphrase(passphrase);
    await keys.save('tari', tariKey, primaryByPassphrase);
    const sound = readStore(folder);
    for (const path of leavesOf(sound)) {
      if (path[0] !== 'passphrase') continue;
      writeStore(folder, changedAt(sound, path, 'first'));
      const next = ring(folder, { os: null });
      expect(await next.unlock(passphrase)).toMatchObject({ problem: { code: 'wrong-passphrase' } });
    }
    writeStore(folder, { ...sound, signature: '0'.repeat(64) });
    expect(await ring(folder, { os: null }).unlock(passphrase)).toMatchObject({
      problem: { code: 'keys-unreadable' },
    });
  });

  it('has the secrets of two services exchanged, or one of them taken out', async () => {
    const folder = aFolder();
    const keys = ring(folder);
    await keys.save('tari', tariKey, primaryByOs);
    await keys.save('mensa', mensaKey, primaryByOs);
    const sound = readStore(folder);
    const [one, two] = sound['keys'] as [{ sealed: string }, { sealed: string }];
    const exchanged = [
      { ...one, sealed: two.sealed },
      { ...two, sealed: one.sealed },
    ];
    for (const spoilt of [exchanged, [one], [two, one]]) {
      writeStore(folder, { ...sound, keys: spoilt });
      expect(keys.noKeyOf('tari')).toEqual({ code: 'keys-unreadable' });
      expect(await ring(folder).unlockByOs()).toMatchObject({ problem: { code: 'keys-unreadable' } });
    }
  });

  it('is a folder: what is wrong is told, and nothing is lost', async () => {
    const folder = aFolder();
    mkdirSync(storeOf(folder));
    const keys = ring(folder);
    expect(keys.state().problem).toEqual({ code: 'keys-unreadable' });
    expect(await keys.save('tari', tariKey, primaryByOs)).toMatchObject({ ok: true });
  });

  it('stays where it is when the new one cannot be written', async () => {
    const folder = aFolder();
    writeFileSync(storeOf(folder), 'half of it');
    mkdirSync(`${storeOf(folder)}.nuovo`);
    expect(await ring(folder).save('tari', tariKey, primaryByOs)).toMatchObject({
      problem: { code: 'keys-unwritable' },
    });
    expect(readFileSync(storeOf(folder), 'utf8')).toBe('half of it');
    expect(existsSync(`${storeOf(folder)}.cambio`)).toBe(false);
  });

  it('cannot be written where a file has the place of the folder', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'invii'), '');
    const keys = ring(join(folder, 'invii'));
    expect(await keys.save('tari', tariKey, primaryByOs)).toMatchObject({
      problem: { code: 'keys-unwritable' },
    });
  });
});

describe('the bytes on the disk', () => {
  it('hold no key after everything that can be done with keys', async () => {
    const folder = aFolder();
    const os = fakeOs('anna');
    const keys = ring(folder, { os, environment: { TREPALLINI_IO_KEY_CIE: `${marker}deadbee4` } });
    await keys.save('tari', tariKey, primaryByOs);
    await keys.save('mensa', mensaKey, primaryForNow);
    expect(filesWith(folder, marker)).toEqual([]);
    await keys.setPassphrase(passphrase);
    await keys.save('mensa', mensaKey, primaryByPassphrase);
    for (const service of ['tari', 'mensa', 'cie']) await keys.noteUse(service);
    keys.lock();
    await keys.unlock(passphrase);
    await keys.save('tari', otherKey, { keep: 'os', which: 'secondary' });
    await keys.setPassphrase('la nuova frase', passphrase);
    os.rotated = true;
    keys.lock();
    await keys.unlockByOs();
    await keys.remove('mensa');
    await keys.startAfresh();
    await keys.save('tari', tariKey, primaryByOs);
    expect(readdirSync(folder)).toHaveLength(2);
    for (const secret of [marker, 'deadbee', passphrase, 'la nuova frase'])
      expect([secret, filesWith(folder, secret)]).toEqual([secret, []]);
    expect(keys.keyOf('tari')).toBe(tariKey);
  });

  it('would be found by that search', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'a'), `x${tariKey}`);
    writeFileSync(join(folder, 'b'), Buffer.from(`xy${tariKey}z`).toString('base64'));
    writeFileSync(join(folder, 'c'), Buffer.from(tariKey, 'utf16le'));
    expect(filesWith(folder, marker)).toHaveLength(3);
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

function changedAt(value: unknown, path: Path, end: 'first' | 'last'): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? withOtherLetter(value, end) : 7;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[name] = changedAt(copy[name], rest, end);
  return copy;
}

function withOtherLetter(text: string, end: 'first' | 'last'): string {
  const i = end === 'first' ? 0 : text.replace(/=+$/, '').length - 1;
  return text.slice(0, i) + (text[i] === 'B' ? 'C' : 'B') + text.slice(i + 1);
}
