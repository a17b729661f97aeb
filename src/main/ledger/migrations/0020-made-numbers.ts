import type { Migration } from '../migrate.ts';

/**
 * Provvisori whose number we made, because a list told none: the only ones that may be the same money as one that bears a
 * number of the treasurer's. Found by their money, they need not be looked for among all that names the same flusso.
 */
export const madeNumbers: Migration = {
  version: 20,
  sql: `
    CREATE INDEX provvisori_made ON provvisori(cents - storned_cents)
      WHERE numero GLOB 'EC-*' OR numero GLOB 'B-*';
  `,
};
