import type { Migration } from '../migrate.ts';

/**
 * What each row said when it was written: the first half of a SHA-256, by the table and the key of the row, and for a
 * document together with everything that it told. `ledger/seals` writes them and holds rows against them; they are filled
 * right after this step. Part of no digest. The indexes: a row of a watched table is held against those that refer to it.
 */
export const seals: Migration = {
  version: 16,
  sql: `
    CREATE TABLE seals (
      tbl TEXT NOT NULL,
      key TEXT NOT NULL,
      seal BLOB NOT NULL,
      PRIMARY KEY (tbl, key)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX io_keys_message ON io_keys(message_id) WHERE message_id IS NOT NULL;
    CREATE INDEX io_settlements_message ON io_settlements(message_id);
    CREATE INDEX io_paid_rows_list ON io_paid_rows(list_id);
  `,
};
