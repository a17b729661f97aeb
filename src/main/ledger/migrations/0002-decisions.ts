import type { Migration } from '../migrate.ts';

/**
 * What a person decided are facts that no document tells: rows that are only added, and at most marked as taken back.
 * They name things by their natural keys, so that they wait for a document that was undone to come again.
 *
 * `subject` is equal for decisions of which only the newest counts. `iuf_key` is the flusso that a decision is about, or
 * to which a link leads. The new derived columns are filled when the ledger is matched again, right after this step.
 */
export const decisions: Migration = {
  version: 2,
  sql: `
    CREATE TABLE decisions (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      esercizio INTEGER,
      numero TEXT,
      conto TEXT,
      iuf_key TEXT,
      iuv TEXT,
      iur TEXT,
      idx INTEGER,
      payload TEXT NOT NULL,
      author TEXT NOT NULL,
      made_at TEXT NOT NULL,
      undone_at TEXT
    ) STRICT;
    CREATE INDEX decisions_subject ON decisions(subject, id) WHERE undone_at IS NULL;
    CREATE INDEX decisions_provvisorio ON decisions(esercizio, numero, conto) WHERE numero IS NOT NULL;
    CREATE INDEX decisions_iuf ON decisions(iuf_key) WHERE iuf_key IS NOT NULL;
    CREATE INDEX decisions_iuv ON decisions(iuv) WHERE iuv IS NOT NULL;

    ALTER TABLE provvisori ADD COLUMN bucket TEXT NOT NULL DEFAULT 'inError';
    ALTER TABLE provvisori ADD COLUMN decided TEXT;
    ALTER TABLE provvisori ADD COLUMN decided_iuf TEXT;
    ALTER TABLE provvisori ADD COLUMN partner TEXT;
    CREATE INDEX provvisori_left ON provvisori(cents - storned_cents);

    ALTER TABLE flow_states ADD COLUMN partner TEXT;
    CREATE INDEX flow_states_awaited ON flow_states(total_cents - received_cents)
      WHERE money IN ('none', 'partly') AND flusso_id IS NOT NULL;
  `,
};
