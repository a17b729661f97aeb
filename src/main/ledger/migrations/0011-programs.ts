import type { Migration } from '../migrate.ts';

/**
 * Programs that may ask over the local API, each with the digest of its token: the token itself is nowhere. Nobody is
 * deleted, so that it stays known who could ask. `revision` counts what was written: answers with one revision are of one
 * ledger.
 */
export const programs: Migration = {
  version: 11,
  sql: `
    CREATE TABLE programs (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      token_digest TEXT NOT NULL UNIQUE,
      clear INTEGER NOT NULL CHECK (clear IN (0, 1)),
      created_at TEXT NOT NULL,
      last_used_on TEXT,
      revoked_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX programs_standing ON programs(name COLLATE NOCASE) WHERE revoked_at IS NULL;

    ALTER TABLE ledger ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  `,
};
