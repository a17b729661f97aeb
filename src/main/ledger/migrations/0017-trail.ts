import type { Migration } from '../migrate.ts';

/**
 * What was done, by whom, when and to what: rows that are only added. Each bears the hash of the one before, so that none can
 * be changed, taken out or put in between unseen; the last one is noted outside of the database too. Numbers have no gaps.
 * No evidence, and no part of any digest.
 */
export const trail: Migration = {
  version: 17,
  sql: `
    CREATE TABLE trail (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      os_user TEXT NOT NULL,
      program TEXT NOT NULL,
      host TEXT NOT NULL,
      operation TEXT NOT NULL,
      subject TEXT NOT NULL,
      details TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX trail_operation ON trail(operation, seq);
    CREATE INDEX trail_at ON trail(at);
    CREATE TRIGGER trail_stays BEFORE UPDATE ON trail
      BEGIN SELECT RAISE(ABORT, 'il registro delle operazioni non si modifica'); END;
    CREATE TRIGGER trail_is_kept BEFORE DELETE ON trail
      BEGIN SELECT RAISE(ABORT, 'dal registro delle operazioni non si toglie nulla'); END;
    CREATE TRIGGER trail_goes_on BEFORE INSERT ON trail
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM trail)
        OR (NEW.seq > 1 AND NEW.previous IS NOT (SELECT hash FROM trail WHERE seq = NEW.seq - 1))
      BEGIN SELECT RAISE(ABORT, 'nel registro delle operazioni si aggiunge solo in fondo'); END;
  `,
};
