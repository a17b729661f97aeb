import type { Migration } from '../migrate.ts';

/**
 * Messages to citizens. A campaign is what a person prepared at once; a row of `io_messages` is one message to one
 * citizen, and a row of `io_unreached` somebody whom none can reach. `io_keys` names what is on its way or was written,
 * over all campaigns and years: a name that is there is never taken twice, and one without a row was written by another
 * copy of this ledger. `io_attempts` is one row for each request that may have left, numbered for ever: the journal outside
 * the ledger bears the same numbers, and those of `io_foreign_attempts` besides, which other copies of this ledger gave.
 * `io_rules` is what is prepared by itself, each for documents from a number on; `io_cards` are the identity cards that are
 * looked at each day. No evidence of payments, and no part of any digest.
 */
export const messages: Migration = {
  version: 15,
  sql: `
    CREATE TABLE io_campaigns (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      service TEXT NOT NULL,
      kind TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('list', 'positions', 'reminder', 'correction', 'trial')),
      template TEXT NOT NULL,
      template_text TEXT NOT NULL,
      list_name TEXT,
      options TEXT NOT NULL,
      findings TEXT NOT NULL,
      paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
      author TEXT NOT NULL,
      created_at TEXT NOT NULL,
      queued_at TEXT
    ) STRICT;

    CREATE TABLE io_messages (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      campaign_id INTEGER NOT NULL REFERENCES io_campaigns(id),
      row INTEGER NOT NULL,
      key TEXT NOT NULL,
      service TEXT NOT NULL,
      kind TEXT NOT NULL,
      fiscal_code TEXT NOT NULL,
      notice_number TEXT,
      cents INTEGER,
      due_day TEXT,
      debt TEXT,
      rata TEXT,
      recipient TEXT NOT NULL,
      not_before TEXT,
      not_after TEXT,
      state TEXT NOT NULL,
      reason TEXT,
      subject TEXT,
      body TEXT,
      body_digest TEXT,
      failures INTEGER NOT NULL DEFAULT 0,
      next_at TEXT,
      io_id TEXT,
      accepted_at TEXT,
      polls INTEGER NOT NULL DEFAULT 0,
      next_poll_at TEXT,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX io_messages_campaign ON io_messages(campaign_id, row);
    CREATE INDEX io_messages_state ON io_messages(state, id);
    CREATE INDEX io_messages_notice ON io_messages(notice_number) WHERE notice_number IS NOT NULL;
    CREATE INDEX io_messages_debt ON io_messages(debt) WHERE debt IS NOT NULL;
    CREATE INDEX io_messages_key ON io_messages(key);
    CREATE INDEX io_messages_person ON io_messages(fiscal_code, service, kind);

    CREATE TABLE io_unreached (
      campaign_id INTEGER NOT NULL REFERENCES io_campaigns(id),
      row INTEGER NOT NULL,
      told TEXT NOT NULL
    ) STRICT;
    CREATE INDEX io_unreached_campaign ON io_unreached(campaign_id);

    CREATE TABLE io_keys (
      key TEXT PRIMARY KEY,
      message_id INTEGER REFERENCES io_messages(id),
      io_id TEXT,
      certain INTEGER NOT NULL DEFAULT 1 CHECK (certain IN (0, 1)),
      taken_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE io_attempts (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      message_id INTEGER NOT NULL REFERENCES io_messages(id),
      started_at TEXT NOT NULL,
      ended_at TEXT,
      outcome TEXT,
      http_code INTEGER,
      detail TEXT,
      io_id TEXT
    ) STRICT;
    CREATE INDEX io_attempts_message ON io_attempts(message_id);

    CREATE TABLE io_foreign_attempts (
      seq INTEGER NOT NULL,
      key TEXT NOT NULL,
      PRIMARY KEY (seq, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE io_settlements (
      id INTEGER PRIMARY KEY,
      message_id INTEGER NOT NULL REFERENCES io_messages(id),
      how TEXT NOT NULL,
      note TEXT,
      author TEXT NOT NULL,
      made_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE io_outbox (
      singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
      machine TEXT,
      hold TEXT,
      confirmed_at TEXT,
      skew_ms INTEGER,
      settings TEXT NOT NULL,
      cie TEXT NOT NULL DEFAULT '{}',
      checked_on TEXT
    ) STRICT;
    INSERT INTO io_outbox (singleton, settings) VALUES (1, '{}');

    CREATE TABLE io_rules (
      service TEXT PRIMARY KEY,
      rules TEXT NOT NULL,
      positions_from INTEGER,
      welcome_from INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE io_cards (
      fiscal_code TEXT NOT NULL,
      expires_on TEXT NOT NULL,
      name TEXT,
      number TEXT,
      issued_on TEXT,
      paper INTEGER NOT NULL CHECK (paper IN (0, 1)),
      list_name TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      PRIMARY KEY (fiscal_code, expires_on)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX io_cards_expiry ON io_cards(expires_on);

    CREATE TABLE io_holds (
      service TEXT PRIMARY KEY,
      why TEXT NOT NULL,
      detail TEXT NOT NULL,
      key_mark TEXT,
      made_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE io_templates (
      name TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      author TEXT NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE io_list_profiles (
      name TEXT PRIMARY KEY,
      profile TEXT NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE io_paid_lists (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      service TEXT NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      rows INTEGER NOT NULL,
      imported_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE io_paid_rows (
      list_id INTEGER NOT NULL REFERENCES io_paid_lists(id) ON DELETE CASCADE,
      fiscal_code TEXT,
      notice_number TEXT,
      cents INTEGER,
      paid_on TEXT
    ) STRICT;
    CREATE INDEX io_paid_rows_person ON io_paid_rows(fiscal_code) WHERE fiscal_code IS NOT NULL;
    CREATE INDEX io_paid_rows_notice ON io_paid_rows(notice_number) WHERE notice_number IS NOT NULL;
  `,
};
