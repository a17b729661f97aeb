import type { Migration } from '../migrate.ts';

/**
 * Two indexes that hold no more than is asked of them: the due days of the payments that say something else when they are over
 * (of a settled one nothing is awaited), and the beginning of the digest of what a document says, which tells nearly all apart.
 * And two that were missing: by whose codice fiscale is asked for, when somebody stands at the counter.
 */
export const leanIndexes: Migration = {
  version: 22,
  sql: `
    DROP INDEX payments_due;
    CREATE INDEX payments_due ON payments(due_day) WHERE late_status <> 'complete';
    DROP INDEX document_parts_digest;
    CREATE INDEX document_parts_digest ON document_parts(substr(digest, 1, 16));
    CREATE INDEX ricevute_debtor ON ricevute(debtor_cf) WHERE debtor_cf IS NOT NULL;
    CREATE INDEX posizioni_debtor ON posizioni(debtor_cf) WHERE debtor_cf IS NOT NULL;
  `,
};
