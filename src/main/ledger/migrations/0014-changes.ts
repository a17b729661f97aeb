import type { Migration } from '../migrate.ts';

/**
 * What changed since somebody looked. `changed` is the revision of the job that last wrote a row, `gone_rows` has the natural
 * keys of those that a job took away (a row that came again may have one still: the row counts). `revision_marks` tells a
 * revision from the one with the same number of another copy of the ledger, which went on by itself. Part of no digest.
 */
export const changes: Migration = {
  version: 14,
  sql: `
    ALTER TABLE payments ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE flow_states ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE provvisori ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX payments_changed ON payments(changed);
    CREATE INDEX flow_states_changed ON flow_states(changed);
    CREATE INDEX provvisori_changed ON provvisori(changed);

    CREATE TABLE gone_rows (
      list TEXT NOT NULL,
      key TEXT NOT NULL,
      changed INTEGER NOT NULL,
      PRIMARY KEY (list, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX gone_rows_changed ON gone_rows(list, changed, key);

    CREATE TABLE revision_marks (
      revision INTEGER PRIMARY KEY,
      mark TEXT NOT NULL
    ) STRICT;
    INSERT INTO revision_marks (revision, mark) SELECT revision, lower(hex(randomblob(8))) FROM ledger;
  `,
};
