import type { Migration } from '../migrate.ts';

/**
 * The documents of a drop are found by the moment of their import. Preferences are what the window remembers for the
 * clerk: no evidence, and no part of any digest.
 */
export const dropsAndPreferences: Migration = {
  version: 4,
  sql: `
    CREATE INDEX documents_imported ON documents(imported_at);

    CREATE TABLE preferences (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
