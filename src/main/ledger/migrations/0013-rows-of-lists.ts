import type { Migration } from '../migrate.ts';

/**
 * On which row of a list a fact stands, as the program that opens the list numbers its rows: titles, totals and empty rows
 * are among them, so that they cannot be counted afterwards. By the id of the fact; part of no digest.
 */
export const rowsOfLists: Migration = {
  version: 13,
  sql: `CREATE TABLE fact_rows (id INTEGER PRIMARY KEY, row INTEGER NOT NULL) STRICT;`,
};
