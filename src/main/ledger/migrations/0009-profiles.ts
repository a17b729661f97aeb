import type { Migration } from '../migrate.ts';

/**
 * How the lists of each bank are read, as a person said it once. No facts, and no part of any digest: what was imported
 * with a profile stays when the profile goes.
 */
export const profiles: Migration = {
  version: 9,
  sql: `
    CREATE TABLE profiles (
      name TEXT PRIMARY KEY COLLATE NOCASE,
      profile TEXT NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
