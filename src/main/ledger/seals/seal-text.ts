import type Database from 'better-sqlite3';
import { createHash, hash, type Hash } from 'node:crypto';
import { asText, columnsOf, tablesOfDocuments } from './sealed-tables.ts';

/** As many bytes as no accident meets twice. */
const sealBytes = 16;

/** The seal of one row, of all that it says as one text. */
export function sealOf(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, sealBytes);
}

/** Never the seal of anything: that of a row which was found damaged before the schema changed. */
export const brokenSeal = Buffer.alloc(0);

/**
 * The seals of the documents `from`..`to` that there are: each with its parts, and with every fact that it told. `breathe`
 * hears of so many more rows, and may throw to stop.
 */
export function sealsOfDocuments(
  db: Database.Database,
  from: number,
  to: number,
  breathe: (rows: number) => void,
): Map<number, Buffer> {
  const told = new Map<number, Told>();
  let n = 0;
  for (const { table, perDocument, rows } of textsOf(db)) {
    for (const [number, text] of rows.iterate(from * perDocument, (to + 1) * perDocument - 1)) {
      const document = Math.floor(number / perDocument);
      if (table === 'documents') told.set(document, { text: '', before: null });
      const one = told.get(document);
      // A row without a document is told by its broken reference.
      if (one !== undefined) tell(one, `${table}${text}\n`);
      if (++n % manyRows === 0) breathe(manyRows);
    }
  }
  return new Map([...told].map(([id, one]) => [id, finish(one)]));
}

/** After so many somebody is heard. */
const manyRows = 500;

/** What every row of a table says, by the numbers that belong to a range of documents. */
interface TextsOfTable {
  readonly table: string;
  readonly perDocument: number;
  readonly rows: Database.Statement<[number, number], [number, string]>;
}

/** Asked once for some hundred documents: prepared each time, what SQLite holds for them would be a hundred megabytes. */
const prepared = new WeakMap<
  Database.Database,
  { readonly schema: unknown; readonly texts: readonly TextsOfTable[] }
>();

function textsOf(db: Database.Database): readonly TextsOfTable[] {
  // Tables get columns when a ledger is brought to a newer schema.
  const schema = db.pragma('schema_version', { simple: true });
  const known = prepared.get(db);
  if (known !== undefined && known.schema === schema) return known.texts;
  const texts = tablesOfDocuments.map(({ table, id, perDocument }): TextsOfTable => {
    const columns = columnsOf(db, table);
    const all = asText(
      't',
      columns.map(({ name }) => name),
    );
    const order = columns.flatMap(({ name, pk }) => (pk > 0 ? [`"${name}"`] : []));
    const sql = `SELECT t."${id}", ${all} FROM "${table}" t WHERE t."${id}" BETWEEN ? AND ? ORDER BY ${order.join(', ')}`;
    return { table, perDocument, rows: db.prepare<[number, number], [number, string]>(sql).raw() };
  });
  prepared.set(db, { schema, texts });
  return texts;
}

/** What a document tells: nearly all of them little, which is hashed at once. */
interface Told {
  text: string;
  before: Hash | null;
}

/** Of each of thousands of documents as much may wait, until all tables have been gone through. */
const muchText = 4_096;

function tell(told: Told, more: string): void {
  told.text += more;
  if (told.text.length < muchText) return;
  told.before = (told.before ?? createHash('sha256')).update(told.text);
  told.text = '';
}

function finish({ text, before }: Told): Buffer {
  return before === null ? sealOf(text) : before.update(text).digest().subarray(0, sealBytes);
}

/** The numbers that SQLite will give next: a table of its own, on which nobody can be told of writes. */
export function sealOfSequences(db: Database.Database): Buffer {
  const text = db
    .prepare<[], { text: string }>(
      `SELECT coalesce(json_group_array(json_array(name, seq)), '') AS text FROM (SELECT name, seq FROM main.sqlite_sequence ORDER BY name)`,
    )
    .get()?.text;
  return sealOf(text ?? '');
}
