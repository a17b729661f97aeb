import type { Migration } from '../migrate.ts';

/**
 * One provvisorio may be the money of several flussi: where it counts is a table of its own, derived like the provvisorio
 * and gone with it. What is in no share of a provvisorio that stands is to be cleared up; money that the bank called back
 * keeps its place with 0 cents.
 *
 * Money to be cleared up is looked through by day, for what several provvisori amount to together.
 *
 * A decision remembers what the person saw: the version of each flusso to which it leads (without one, when there was
 * none, or in a ledger of before), and the known flusso that the causale named for certain.
 */
export const shares: Migration = {
  version: 5,
  sql: `
    CREATE TABLE quote (
      provvisorio_id INTEGER NOT NULL REFERENCES provvisori(id) ON DELETE CASCADE,
      iuf_key TEXT NOT NULL,
      iuf TEXT NOT NULL,
      cents INTEGER NOT NULL,
      PRIMARY KEY (provvisorio_id, iuf_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX quote_iuf ON quote(iuf_key);
    INSERT INTO quote (provvisorio_id, iuf_key, iuf, cents)
      SELECT id, iuf_key, coalesce(decided_iuf, iuf, iuf_key),
        CASE state WHEN 'cancelled' THEN 0 ELSE cents - storned_cents END
      FROM provvisori WHERE iuf_key IS NOT NULL;
    DROP INDEX provvisori_iuf;
    ALTER TABLE provvisori DROP COLUMN iuf_key;
    ALTER TABLE provvisori DROP COLUMN decided_iuf;
    ALTER TABLE provvisori ADD COLUMN conflict TEXT;
    CREATE INDEX provvisori_loose ON provvisori(day) WHERE bucket IN ('inError', 'notReported');
    CREATE INDEX provvisori_conflict ON provvisori(conflict) WHERE conflict IS NOT NULL;

    ALTER TABLE decisions ADD COLUMN read_iuf_key TEXT;
    CREATE TABLE decision_flussi (
      decision_id INTEGER NOT NULL REFERENCES decisions(id),
      iuf_key TEXT NOT NULL,
      revision INTEGER,
      created_at TEXT,
      digest TEXT,
      PRIMARY KEY (decision_id, iuf_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decision_flussi_iuf ON decision_flussi(iuf_key);
    INSERT INTO decision_flussi (decision_id, iuf_key) SELECT id, iuf_key FROM decisions WHERE kind = 'link';
    UPDATE decisions SET iuf_key = NULL WHERE kind = 'link';
  `,
};
