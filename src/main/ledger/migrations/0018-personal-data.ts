import type { Migration } from '../migrate.ts';

/**
 * What was taken out of the ledger because it is about people. `minimised_parts` is what a page says since names and texts
 * were taken out of it: the digest of what it said when it came stays beside it, by which the same file is known again.
 * `scarti` are the acts by which documents were discarded, `scartati` what they were, by their digests alone: of a page
 * what it said, of a file its bytes. No evidence, and no part of any digest.
 */
export const personalData: Migration = {
  version: 18,
  sql: `
    CREATE TABLE minimisations (
      id INTEGER PRIMARY KEY,
      before_day TEXT NOT NULL,
      author TEXT NOT NULL,
      made_at TEXT NOT NULL,
      counts TEXT NOT NULL
    ) STRICT;

    CREATE TABLE minimised_parts (
      document_id INTEGER NOT NULL REFERENCES documents(id),
      part INTEGER NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (document_id, part)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE scarti (
      id INTEGER PRIMARY KEY,
      act TEXT NOT NULL,
      act_day TEXT NOT NULL,
      author TEXT NOT NULL,
      made_at TEXT NOT NULL,
      documents INTEGER NOT NULL,
      facts INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE scartati (
      scarto_id INTEGER NOT NULL REFERENCES scarti(id),
      document_id INTEGER REFERENCES documents(id),
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scartati_digest ON scartati(digest);
    CREATE INDEX scartati_scarto ON scartati(scarto_id);
  `,
};
