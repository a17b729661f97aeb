import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLock, shippedPackages } from './shipped.ts';

/** The licences of everything whose code leaves the house, as they were given, by name. */
export function makeNotices(root: string): string {
  const lock = readLock(root);
  const places = [...shippedPackages(root, lock)].toSorted();
  const sheets = places.map((place) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 13);
    const { version, license = '' } = lock.packages[place] ?? { version: '' };
    return `${name} ${version} (${license})\n\n${licenceOf(join(root, place), license)}\n`;
  });
  return [
    'Tre Pallini è sotto la licenza EUPL-1.2. Contiene anche ciò che segue, con le sue licenze.\n',
    ...sheets,
  ].join(`\n${'-'.repeat(78)}\n\n`);
}

/** A package without the text of its licence names it at least. */
function licenceOf(folder: string, license: string): string {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(name));
  return file === undefined ? license : readFileSync(join(folder, file), 'utf8').trim();
}
