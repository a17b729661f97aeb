/**
 * `npm run checksums [-- <folder>]`: `SHA256SUMS` of the files of a version, in the folder in which they lie
 * (`out/pubblicazione`), as `sha256sum -c` and the program itself read it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'out/pubblicazione';
const names = readdirSync(folder)
  .filter((name) => !name.startsWith('SHA256SUMS'))
  .toSorted();
const lines = names.map((name) => {
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  return `${digest}  ${name}\n`;
});
writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
console.log(`${join(folder, 'SHA256SUMS')}: ${names.length} file`);
