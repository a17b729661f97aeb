import { execFile } from 'node:child_process';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aFolder, mensaKey, otherKey, primaryByOs, ring, storeOf, tariKey } from './desk.ts';

const services = (program: string): string[] => Array.from({ length: 12 }, (_, i) => `${program}-${i}`);

const moduleOf = (path: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);

/** A program of its own: it saves a key for each service that it is told, beside others that do the same. */
const savingProgram = `
  import { createKeyRing } from ${moduleOf('../../../../src/main/messages/keys/key-ring.ts')};
  import { fakeOs } from ${moduleOf('fake-os.ts')};
  const [folder, ...services] = process.argv.slice(1);
  const now = () => new Date().toISOString();
  const keys = createKeyRing({ folder, ledgerId: 'ledger-1', environment: {}, os: fakeOs('anna'), now });
  for (const service of services) {
    const saved = await keys.save(service, 'chiave-di-prova-' + service, { keep: 'os', which: 'primary' });
    if (!saved.ok) throw new Error(saved.problem.code);
  }
`;

describe('one file of keys and several programs', () => {
  it('that save at once: no key is lost, also while the file is begun', async () => {
    const folder = aFolder();
    const programs = ['a', 'b', 'c'];
    await Promise.all(
      programs.map((program) =>
        promisify(execFile)(process.execPath, [
          '--input-type=module',
          '-e',
          savingProgram,
          folder,
          ...services(program),
        ]),
      ),
    );
    const keys = ring(folder);
    await keys.unlockByOs();
    const expected = programs.flatMap(services);
    expect(keys.list().map(({ service }) => service)).toEqual(expected.toSorted());
    expect(expected.map((service) => keys.keyOf(service))).toEqual(
      expected.map((service) => `chiave-di-prova-${service}`),
    );
    expect(readdirSync(folder)).toEqual(['chiavi-io.json']);
  });

  it('in one program: two rings that save, remove and note at once', async () => {
    const folder = aFolder();
    const [window, terminal] = [ring(folder), ring(folder)];
    await Promise.all([
      ...services('w').map((service) => window.save(service, tariKey, primaryByOs)),
      ...services('t').map((service) => terminal.save(service, mensaKey, primaryByOs)),
    ]).then((saved) => expect(saved.every(({ ok }) => ok)).toBe(true));
    expect(window.list()).toHaveLength(24);
    await Promise.all([
      ...services('w').map((service) => terminal.remove(service)),
      ...services('t').map((service) => window.noteUse(service)),
    ]);
    expect(terminal.list().map(({ lastUsedOn }) => lastUsedOn)).toEqual(
      Array.from({ length: 12 }, () => '2026-11-30'),
    );
  });

  it('a key that the window replaced is what the command line sends with next', async () => {
    const folder = aFolder();
    const [window, terminal] = [ring(folder), ring(folder)];
    await window.save('tari', tariKey, primaryByOs);
    await terminal.unlockByOs();
    expect(terminal.keyOf('tari')).toBe(tariKey);
    await window.save('tari', otherKey, primaryByOs);
    expect(terminal.keyOf('tari')).toBe(otherKey);
  });

  it('that began the file anew: the other one opens the new one', async () => {
    const folder = aFolder();
    const [window, terminal] = [ring(folder), ring(folder)];
    await window.save('tari', tariKey, primaryByOs);
    await terminal.unlockByOs();
    await window.startAfresh();
    await window.save('mensa', mensaKey, primaryByOs);
    expect(terminal.state().lock).toBe('locked');
    await terminal.unlockByOs();
    expect([terminal.keyOf('tari'), terminal.keyOf('mensa')]).toEqual([null, mensaKey]);
  });

  it('a guard that a power cut left is taken away; one that is held is waited for, not broken', async () => {
    const folder = aFolder();
    const guard = `${storeOf(folder)}.cambio`;
    const keys = ring(folder);
    writeFileSync(guard, '');
    utimesSync(guard, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    expect(await keys.save('tari', tariKey, primaryByOs)).toMatchObject({ ok: true });
    expect(existsSync(guard)).toBe(false);

    writeFileSync(guard, '');
    expect(await keys.save('tari', otherKey, primaryByOs)).toMatchObject({ problem: { code: 'keys-busy' } });
    expect(keys.keyOf('tari')).toBe(tariKey);
    expect(existsSync(guard)).toBe(true);
  });
});
