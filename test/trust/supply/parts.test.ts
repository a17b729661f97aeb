import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  importedBy,
  readLock,
  shippedPackages,
  withTheirOwn,
  type LockFile,
} from '../../../resources/packaging/shipped.ts';
import { found } from '../figures.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');
const lock = readLock(root);
const shipped = shippedPackages(root, lock);
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const tools = Object.keys(lock.packages).filter((place) => place !== '' && !shipped.has(place));

/** Whoever passes a program on under EUPL-1.2 may have these in it. */
const forParts = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
];
/** Tools stay at home; these are free as well. */
const forTools = [...forParts, 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'Unlicense'];

describe('the parts that others made', () => {
  it('S01 npm runs no script of theirs, and takes exact versions that have been out for a week', () => {
    const settings = read('.npmrc').split('\n');
    expect(settings).toContain('ignore-scripts=true');
    expect(settings).toContain('save-exact=true');
    expect(settings).toContain('min-release-age=7');
    const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.values(manifest[kind] ?? {}),
    );
    expect(named.filter((version) => !/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    found('S01', `${named.length} versioni esatte, nessuno script di installazione`);
  });

  it('S02 whatever leaves the house has a licence that may; tools have a free one', () => {
    expect(withoutLicence([...shipped], forParts)).toEqual([]);
    expect(withoutLicence(tools, forTools)).toEqual([]);
    found('S02', `${shipped.size} parti e ${tools.length} strumenti, tutti con una licenza ammessa`);
  });

  it('S03 few are needed to run, and each has its reason', () => {
    const beside = Object.keys(manifest['dependencies'] ?? {});
    const places = [...withTheirOwn(lock, beside)];
    const reasons =
      read('docs/decisions/0006-dependencies.md') + read('docs/decisions/0011-libraries-of-the-page.md');
    const direct = [...beside, ...importedBy(`${root}src/renderer`)];
    expect(direct.filter((name) => !reasons.includes(name))).toEqual([]);
    expect(places.length).toBeLessThanOrEqual(25);
    found(
      'S03',
      `${places.length} pacchetti per funzionare, fuori da React, Mantine ed Electron (al più 25)`,
    );
  });

  it('S04 what is in the lock file comes from the registry, with its digest', () => {
    const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
    const strange = packages.filter(
      ([, { integrity, resolved }]) =>
        integrity?.startsWith('sha512-') !== true ||
        (resolved !== undefined && !resolved.startsWith('https://')),
    );
    expect(strange.map(([place]) => place)).toEqual([]);
    const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripts.map(([place]) => place).filter((place) => shipped.has(place))).toEqual([]);
    found('S04', `${packages.length} pacchetti con la loro impronta; 0 script in ciò che si distribuisce`);
  });

  it('S05 the list of parts of a release names them all', { timeout: 60_000 }, () => {
    execFileSync(process.execPath, ['resources/packaging/sbom.ts'], { cwd: root });
    const bom = JSON.parse(read('out/sbom.cdx.json')) as {
      readonly bomFormat: string;
      readonly metadata: { readonly component: { readonly name: string } };
      readonly components: readonly {
        readonly name: string;
        readonly version: string;
        readonly scope: string;
      }[];
    };
    expect(bom.bomFormat).toBe('CycloneDX');
    expect(bom.metadata.component.name).toBe('tre-pallini');
    const required = bom.components.filter(({ scope }) => scope === 'required');
    const listed = new Set(required.map(({ name, version }) => `${name}@${version}`));
    const missing = [...shipped].filter((place) => !listed.has(nameAndVersion(lock, place)));
    expect(missing).toEqual([]);
    found('S05', `${required.length} parti nell’elenco CycloneDX, nessuna di quelle distribuite manca`);
  });
});

/** Of `MIT OR CC0-1.0` one is enough. */
function withoutLicence(places: readonly string[], allowed: readonly string[]): string[] {
  return places.filter((place) => {
    const licence = lock.packages[place]?.license ?? '';
    return !licence
      .replaceAll(/[()]/g, '')
      .split(' OR ')
      .some((one) => allowed.includes(one));
  });
}

function nameAndVersion({ packages }: LockFile, place: string): string {
  return `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${packages[place]?.version ?? ''}`;
}
