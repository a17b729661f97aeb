import type { Migration } from '../migrate.ts';

/**
 * What follows from the lists of debt positions: one row for each position, with the fact that counts and what was paid of
 * it. `key` names it: by its IUV, else by its IUD, else by what its line says. A payment bears what told its service;
 * those without one are few, or are to be found quickly. The new rows are found when the ledger is matched again, right
 * after this step.
 */
export const positions: Migration = {
  version: 7,
  sql: `
    CREATE INDEX posizioni_iud ON posizioni(iud) WHERE iud IS NOT NULL;
    CREATE INDEX posizioni_nameless ON posizioni(digest) WHERE iuv IS NULL AND iud IS NULL;

    CREATE TABLE position_states (
      key TEXT PRIMARY KEY,
      iuv TEXT UNIQUE,
      posizione_id INTEGER NOT NULL,
      cents INTEGER NOT NULL,
      due_day TEXT,
      cancelled INTEGER NOT NULL,
      disagree INTEGER NOT NULL,
      paid_cents INTEGER,
      service TEXT,
      service_source TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX position_states_due ON position_states(coalesce(due_day, '9999-12-31'), key);

    ALTER TABLE payments ADD COLUMN service_source TEXT;
    CREATE INDEX payments_without_service ON payments(status, cents, service) WHERE service IS NULL;
  `,
};
