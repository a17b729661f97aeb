import type { Migration } from '../migrate.ts';

/**
 * What tells the versions of an awaited flusso apart: the revision where the list has one, otherwise its moment in a form
 * that sorts, to the second. The reader of causali asks for awaited IUFs as for those that are here.
 */
export const expectedFlussi: Migration = {
  version: 8,
  sql: `
    ALTER TABLE flussi_attesi ADD COLUMN revision INTEGER;
    ALTER TABLE flussi_attesi ADD COLUMN moment TEXT;
    CREATE INDEX flussi_attesi_irregular ON flussi_attesi(iuf_key)
      WHERE iuf_key NOT GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*';
  `,
};
