import type { Migration } from '../migrate.ts';

/**
 * What other programs were given: one cursor for each consumer, export and filter, and under it the rows that it has, each
 * by its natural key and a digest of all that it told. `moves` tells two exports of one consumer apart that overlap. No
 * evidence, and no part of any digest of the ledger.
 */
export const consumers: Migration = {
  version: 10,
  sql: `
    CREATE TABLE consumer_cursors (
      id INTEGER PRIMARY KEY,
      consumer TEXT NOT NULL,
      export TEXT NOT NULL,
      filter TEXT NOT NULL,
      moves INTEGER NOT NULL,
      exported_at TEXT NOT NULL,
      last_rows INTEGER NOT NULL,
      UNIQUE (consumer, export, filter)
    ) STRICT;

    CREATE TABLE consumer_rows (
      cursor_id INTEGER NOT NULL REFERENCES consumer_cursors(id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (cursor_id, key)
    ) STRICT, WITHOUT ROWID;
  `,
};
