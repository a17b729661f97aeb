import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Packing {
  readonly files: readonly string[];
  readonly artifactName: string;
  readonly nsis: { readonly artifactName: string; readonly license: string };
  readonly win: { readonly target: readonly Target[] };
  readonly linux: { readonly target: readonly Target[]; readonly maintainer: string };
  readonly mac: { readonly target: readonly Target[] };
  readonly extraFiles: readonly (string | { readonly from: string })[];
}
const packing = json('electron-builder.json') as Packing;
const manifest = json('package.json') as Record<string, Record<string, string>>;

describe('what the installers are made of', () => {
  it('Windows has an installer and a folder, Linux two packages, macOS a folder for each processor', () => {
    const targets = [packing.win, packing.linux, packing.mac].map(({ target }) =>
      target.map((one) => `${one.target} ${one.arch.join(' ')}`),
    );
    expect(targets).toEqual([['nsis x64', 'zip x64'], ['AppImage x64', 'deb x64'], ['zip x64 arm64']]);
  });

  it('each file says which program, version, system and processor it is', () => {
    for (const name of [packing.artifactName, packing.nsis.artifactName])
      for (const part of ['tre-pallini', '${version}', '${os}', '${arch}', '.${ext}'])
        expect(name).toContain(part);
    expect(packing.nsis.artifactName).not.toBe(packing.artifactName);
  });

  it('no kind of file is opened with it, and no address either', () => {
    const everywhere = JSON.stringify(packing);
    expect(everywhere).not.toMatch(/fileAssociations|protocols|mimeTypes|autoUpdater|"provider"/);
  });

  it('a package that is only for the scripts stays at home', () => {
    for (const name of Object.keys(manifest['optionalDependencies'] ?? {}))
      expect(packing.files).toContain(`!node_modules/${name}`);
  });

  it('what goes beside the program is there, and somebody answers for it', () => {
    for (const one of packing.extraFiles)
      expect(existsSync(join(root, typeof one === 'string' ? one : one.from))).toBe(true);
    expect(manifest['author']).toBe(packing.linux.maintainer);
    expect(readFileSync(join(root, 'AUTHORS'), 'utf8')).toContain(packing.linux.maintainer);
  });

  it('the tool that makes them is pinned with all it needs, apart from the program', () => {
    const builder = json('resources/packaging/builder/package.json') as Record<
      string,
      Record<string, string>
    >;
    expect(builder['devDependencies']?.['electron-builder']).toMatch(/^\d+\.\d+\.\d+$/);
    const lock = json('resources/packaging/builder/package-lock.json') as {
      readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
    };
    const unsealed = Object.entries(lock.packages).filter(
      ([place, { integrity }]) => place !== '' && integrity?.startsWith('sha512-') !== true,
    );
    expect(unsealed.map(([place]) => place)).toEqual([]);
    expect(readFileSync(join(root, 'resources/packaging/builder/.npmrc'), 'utf8')).toContain(
      'ignore-scripts=true',
    );
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('app-builder-lib');
  });
});
