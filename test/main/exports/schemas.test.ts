import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { flussi } from '../../../src/main/exports/flussi.ts';
import { pagamenti } from '../../../src/main/exports/pagamenti.ts';
import { provvisori } from '../../../src/main/exports/provvisori.ts';
import { riconciliazione } from '../../../src/main/exports/riconciliazione.ts';
import { schemaOf } from '../../helpers/schema-of.ts';

const docs = join(import.meta.dirname, '../../../docs/integrazioni');
const formats = [
  [pagamenti.name, schemaOf(pagamenti), columnsOf(pagamenti)],
  [flussi.name, schemaOf(flussi), columnsOf(flussi)],
  [provvisori.name, schemaOf(provvisori), columnsOf(provvisori)],
  [riconciliazione.name, schemaOf(riconciliazione), columnsOf(riconciliazione)],
] as const;

// With TREPALLINI_SCHEMI=1 the files are made anew.
it.each(formats)('the published schema of %s is what its columns say', (name, schema) => {
  const file = join(docs, 'schemi', `${name}.json`);
  if (process.env['TREPALLINI_SCHEMI'] === '1') writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
});

it.each(formats)('the page for software houses tells every column of %s', (_name, _schema, columns) => {
  const page = readFileSync(join(docs, 'README.md'), 'utf8');
  expect(columns.filter((column) => !page.includes(`\`${column}\``))).toEqual([]);
});

function columnsOf({ columns }: { readonly columns: readonly { readonly name: string }[] }): string[] {
  return columns.map(({ name }) => name);
}
