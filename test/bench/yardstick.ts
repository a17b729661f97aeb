import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Generated } from './generate.ts';
import { isInstalled, measure } from './measure.ts';
import { schemaSql, tableNames } from './rows.ts';

/** What the best single-purpose tools take for the two halves of the job; null when one is not installed. */
export interface Yardstick {
  readonly xmllintSeconds: number | null;
  readonly sqliteSeconds: number | null;
  /** One sentence for each tool that is missing. */
  readonly missing: readonly string[];
}

/** Measures both limits on the same papers and the same rows. */
export async function measureYardstick(generated: Generated, folder: string): Promise<Yardstick> {
  const hasXmllint = await isInstalled('xmllint');
  const hasSqlite = await isInstalled('sqlite3');
  const missing = [
    ...(hasXmllint
      ? []
      : ['xmllint is not installed (Debian: libxml2-utils): its part of the ratio is skipped.']),
    ...(hasSqlite ? [] : ['sqlite3 is not installed: its part of the ratio is skipped.']),
  ];
  return {
    xmllintSeconds: hasXmllint ? await readAllXml(generated) : null,
    sqliteSeconds: hasSqlite ? await importRows(generated.csv, folder) : null,
    missing,
  };
}

/** `xmllint --stream` over every XML of the year, receipts already out of their archives. */
async function readAllXml({ year, loose }: Generated): Promise<number> {
  const roots = [join(year, 'flussi'), join(year, 'giornali'), loose];
  const paths = roots.flatMap(xmlFiles);
  const command = ['-0', '-n', '1000', 'xmllint', '--stream', '--noout'];
  const { seconds, exitCode, stderr } = await measure('xargs', command, paths.join('\0'));
  if (exitCode !== 0) throw new Error(`xmllint refuses a generated file: ${stderr.slice(0, 500)}`);
  return seconds;
}

/** `.import` of the rows in a folder into tables that already have their indexes. */
export async function importRows(csv: string, folder: string): Promise<number> {
  const database = join(folder, 'yardstick.sqlite');
  rmSync(database, { force: true });
  const script = [
    'PRAGMA journal_mode=WAL;',
    'PRAGMA synchronous=NORMAL;',
    schemaSql(),
    '.mode csv',
    ...tableNames.map((name) => `.import ${join(csv, `${name}.csv`)} ${name}`),
  ].join('\n');
  const { seconds, exitCode, stderr } = await measure('sqlite3', ['-bail', database], script);
  if (exitCode !== 0 || stderr !== '') throw new Error(`sqlite3 refuses a row: ${stderr.slice(0, 500)}`);
  return seconds;
}

function xmlFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => join(root, name));
}
