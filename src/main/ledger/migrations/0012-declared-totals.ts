import type { Migration } from '../migrate.ts';

/**
 * Totals that a person copies from the program of a service, to be compared with ours: rows that are only added, and of
 * one service and period the newest counts; one without cents takes it away. Nothing follows from them: they are no part
 * of any digest.
 */
export const declaredTotals: Migration = {
  version: 12,
  sql: `
    CREATE TABLE declared_totals (
      id INTEGER PRIMARY KEY,
      service TEXT NOT NULL,
      from_day TEXT NOT NULL,
      to_day TEXT NOT NULL,
      count INTEGER,
      cents INTEGER,
      author TEXT NOT NULL,
      made_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX declared_totals_period ON declared_totals(from_day, to_day, service, id);
  `,
};
