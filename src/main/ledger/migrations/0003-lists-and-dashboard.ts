import type { Migration } from '../migrate.ts';

/**
 * A payment that a provvisorio paid alone is asked for by the provvisorio: few have one. The dashboard is judged on how
 * many payments share their evidence and their days, and reads nothing but this index. The day of the newest receipt must not cost a look at all of them.
 */
export const listsAndDashboard: Migration = {
  version: 3,
  sql: `
    CREATE INDEX payments_provvisorio ON payments(provvisorio_id) WHERE provvisorio_id IS NOT NULL;
    CREATE INDEX payments_evidence ON payments(evidence, due_day, paid_on, cents);
    CREATE INDEX ricevute_paid ON ricevute(paid_on);
  `,
};
