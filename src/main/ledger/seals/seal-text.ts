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

/** The seals of the documents `from`..`to` that there are: each with its parts, and with every fact that it told. */
export function sealsOfDocuments(
  db: Database.Database,
  from: number,
  to: number,
  breathe: () => void,
): Map<number, Buffer> {
  const hashes = new Map<number, Hash>();
  for (const { table, id, perDocument } of tablesOfDocuments) {
    const columns = columnsOf(db, table).map(({ name }) => name);
    const order = columnsOf(db, table).flatMap(({ name, pk }) => (pk > 0 ? [`"${name}"`] : []));
    const rows = db
      .prepare<[number, number], { id: number; text: string }>(
        `SELECT t."${id}" AS id, ${asText('t', columns)} AS text FROM "${table}" t
         WHERE t."${id}" BETWEEN ? AND ? ORDER BY ${order.join(', ')}`,
      )
      .iterate(from * perDocument, (to + 1) * perDocument - 1);
    let n = 0;
    for (const row of rows) {
      const document = Math.floor(row.id / perDocument);
      let hashOf = hashes.get(document);
      // A row without a document is told by its broken reference.
      if (hashOf === undefined && table !== 'documents') continue;
      if (hashOf === undefined) hashes.set(document, (hashOf = createHash('sha256')));
      hashOf.update(`${table}${row.text}\n`);
      if (++n % 500 === 0) breathe();
    }
  }
  return new Map([...hashes].map(([id, all]) => [id, all.digest().subarray(0, sealBytes)]));
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
