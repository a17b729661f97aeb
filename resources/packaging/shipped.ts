import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

/** What is read here of `package-lock.json`, version 3. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export function readLock(root: string): LockFile {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
}

/**
 * Places in the lock file (`node_modules/…`) of everything whose code leaves the house: what is installed beside the
 * program, and what the build puts inside the page. Electron and Node are not among them: they are whole programs.
 */
export function shippedPackages(root: string, lock: LockFile): ReadonlySet<string> {
  const beside = Object.keys(lock.packages['']?.dependencies ?? {});
  return withTheirOwn(lock, [...beside, ...importedBy(join(root, 'src/renderer'))]);
}

/** Places of the named packages and of all that they need in turn. */
export function withTheirOwn(lock: LockFile, names: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (name: string, from: string): void => {
    const place = placeOf(lock, name, from);
    if (place === null || found.has(place)) return;
    found.add(place);
    const needs = lock.packages[place];
    const peers = Object.keys(needs?.peerDependencies ?? {});
    const needed = peers.filter((peer) => needs?.peerDependenciesMeta?.[peer]?.optional !== true);
    for (const next of [...Object.keys(needs?.dependencies ?? {}), ...needed]) take(next, place);
  };
  for (const name of names) take(name, '');
  return found;
}

/** Where a package that `from` asks for is installed: as near to it as there is one. */
function placeOf(lock: LockFile, name: string, from: string): string | null {
  for (let near = from; ; near = near.slice(0, Math.max(0, near.lastIndexOf('/node_modules/')))) {
    const place = `${near === '' ? '' : `${near}/`}node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (near === '') return null;
  }
}

/** Names of the packages that sources in a folder import, types left out. */
export function importedBy(folder: string): ReadonlySet<string> {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.m?tsx?$/.test(file),
  );
  const specifiers = sources.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/(?:from|import)\s+'([^'.][^']*)'/g)].map(([, specifier = '']) => specifier);
  });
  return new Set(
    specifiers
      .filter((specifier) => !specifier.startsWith('node:') && !builtinModules.includes(specifier))
      .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')),
  );
}
