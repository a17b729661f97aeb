import type Database from 'better-sqlite3';
import { factTables } from '../documents.ts';

/** Found again from the facts whenever somebody verifies. */
export const derivedTables = [
  'provvisori',
  'causale_days',
  'quote',
  'flow_states',
  'payments',
  'payment_counts',
  'position_states',
] as const;

/** Rows that say nothing without their document, which is sealed together with them; and the column that tells which it is. */
export const tablesOfDocuments: readonly {
  readonly table: string;
  readonly id: string;
  readonly perDocument: number;
}[] = [
  { table: 'documents', id: 'id', perDocument: 1 },
  { table: 'document_parts', id: 'document_id', perDocument: 1 },
  ...factTables.map((table) => ({
    table,
    id: table === 'coperture' ? 'movimento_id' : 'id',
    perDocument: 2 ** 24,
  })),
];

/** A table whose every row has a seal of its own. */
export interface SealedTable {
  readonly name: string;
  /** What names a row: the primary key, or the number that SQLite gives it. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

const others: ReadonlySet<string> = new Set<string>([
  ...derivedTables,
  ...tablesOfDocuments.map(({ table }) => table),
  'seals',
]);

/** Every table that is neither derived nor told by documents, whatever edition of the schema it is of. */
export function sealedTables(db: Database.Database): SealedTable[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name`,
    )
    .all()
    .filter(({ name }) => !others.has(name))
    .map(({ name }) => {
      const columns = columnsOf(db, name);
      const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
      return {
        name,
        key: key.length === 0 ? ['rowid'] : key.map((column) => column.name),
        columns: columns.map((column) => column.name),
      };
    });
}

export function columnsOf(db: Database.Database, table: string): { name: string; pk: number }[] {
  return db
    .prepare<[string], { name: string; pk: number }>(`SELECT name, pk FROM pragma_table_info(?, 'main')`)
    .all(table);
}

/** In SQL, values as one text that tells them all apart. */
export function asText(alias: string, columns: readonly string[]): string {
  return `json_array(${columns.map((column) => `${alias}."${column}"`).join(', ')})`;
}

/** In SQL, true for the row `alias` whose key is the text `key`. */
export function hasKey(alias: string, { key }: SealedTable, text: string): string {
  const parts = key.map((column, place) => `${alias}."${column}" = ${text} ->> ${place}`);
  // Some keys are equal that are not written alike.
  return [...parts, `${asText(alias, key)} = ${text}`].join(' AND ');
}
