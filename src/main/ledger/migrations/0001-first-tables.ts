import type { Migration } from '../migrate.ts';

/**
 * Facts stand in tables that only imports and undos touch: one row for each thing a document says, so that
 * taking a document away leaves exactly the others. The ids of facts begin with their document's
 * (document × 2^24 + position): a document's rows are one range.
 *
 * What is derived (provvisori, flow_states, payments) can be dropped and found again from the facts and the
 * settings. It refers to facts without foreign keys: it is rewritten after them, in the same transaction.
 */
export const firstTables: Migration = {
  version: 1,
  sql: `
    CREATE TABLE ledger (
      singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
      id TEXT NOT NULL,
      created_at TEXT NOT NULL,
      settings TEXT NOT NULL,
      demo INTEGER NOT NULL DEFAULT 0,
      derivation INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      ente TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      undone_at TEXT,
      warnings TEXT NOT NULL DEFAULT '[]',
      refused_rows TEXT NOT NULL DEFAULT '[]',
      report TEXT
    ) STRICT;

    CREATE TABLE document_parts (
      document_id INTEGER NOT NULL REFERENCES documents(id),
      part INTEGER NOT NULL,
      digest TEXT NOT NULL,
      header TEXT,
      page_group TEXT,
      PRIMARY KEY (document_id, part)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_parts_pages ON document_parts(page_group) WHERE page_group IS NOT NULL;
    CREATE INDEX document_parts_digest ON document_parts(digest);

    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL,
      name TEXT NOT NULL,
      seen_at TEXT NOT NULL,
      first_document INTEGER NOT NULL,
      last_document INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX files_sha256 ON files(sha256);

    CREATE TABLE movimenti (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents(id),
      part INTEGER NOT NULL,
      conto TEXT NOT NULL,
      esercizio INTEGER NOT NULL,
      numero TEXT NOT NULL,
      verso TEXT NOT NULL,
      documento TEXT NOT NULL,
      operazione TEXT NOT NULL,
      cents INTEGER NOT NULL,
      day TEXT NOT NULL,
      value_day TEXT,
      bolletta TEXT,
      bolletta_storno TEXT,
      numero_movimento TEXT,
      causali TEXT NOT NULL,
      end_to_end TEXT,
      bank_texts TEXT,
      reference TEXT,
      payer TEXT,
      sospesi TEXT,
      created_at TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX movimenti_sospesi ON movimenti(esercizio, numero, conto) WHERE documento = 'SOSPESO ENTRATA';
    CREATE INDEX movimenti_bollette ON movimenti(esercizio, bolletta)
      WHERE documento = 'SOSPESO ENTRATA' AND operazione = 'ESEGUITO' AND bolletta IS NOT NULL;
    CREATE INDEX movimenti_storni ON movimenti(esercizio, bolletta_storno)
      WHERE documento = 'SOSPESO ENTRATA' AND operazione = 'STORNATO' AND bolletta_storno IS NOT NULL;

    CREATE TABLE coperture (
      movimento_id INTEGER NOT NULL REFERENCES movimenti(id),
      position INTEGER NOT NULL,
      esercizio INTEGER NOT NULL,
      numero TEXT NOT NULL,
      conto TEXT NOT NULL,
      cents INTEGER,
      PRIMARY KEY (movimento_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX coperture_numero ON coperture(esercizio, numero);

    CREATE TABLE flussi (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents(id),
      iuf TEXT NOT NULL,
      iuf_key TEXT NOT NULL,
      revision INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      regolamento TEXT NOT NULL,
      day TEXT NOT NULL,
      due_day TEXT NOT NULL,
      psp_code TEXT NOT NULL,
      psp_name TEXT,
      declared_count INTEGER NOT NULL,
      declared_cents INTEGER NOT NULL,
      digest TEXT NOT NULL,
      anomalies TEXT NOT NULL
    ) STRICT;
    CREATE INDEX flussi_iuf ON flussi(iuf_key);
    CREATE INDEX flussi_irregular ON flussi(iuf_key)
      WHERE iuf_key NOT GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*';

    CREATE TABLE righe (
      id INTEGER PRIMARY KEY,
      flusso_id INTEGER NOT NULL REFERENCES flussi(id),
      iuv TEXT NOT NULL,
      iur TEXT NOT NULL,
      declared_index INTEGER,
      idx INTEGER NOT NULL,
      cents INTEGER NOT NULL,
      esito INTEGER NOT NULL,
      day TEXT NOT NULL,
      duplicate INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX righe_iuv ON righe(iuv);
    CREATE INDEX righe_flusso ON righe(flusso_id);

    CREATE TABLE ricevute (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents(id),
      form TEXT NOT NULL,
      iuv TEXT NOT NULL,
      receipt_id TEXT NOT NULL,
      notice_number TEXT,
      outcome TEXT NOT NULL,
      paid_on TEXT,
      due_day TEXT,
      issued_at TEXT,
      ente TEXT NOT NULL,
      total_cents INTEGER NOT NULL,
      debtor_cf TEXT,
      debtor_name TEXT,
      psp_code TEXT,
      psp_name TEXT,
      station TEXT,
      description TEXT,
      digest TEXT NOT NULL
    ) STRICT;

    CREATE TABLE transfers (
      id INTEGER PRIMARY KEY,
      ricevuta_id INTEGER NOT NULL REFERENCES ricevute(id),
      iuv TEXT NOT NULL,
      iur TEXT NOT NULL,
      idx INTEGER NOT NULL,
      cents INTEGER NOT NULL,
      ente TEXT NOT NULL,
      bollo INTEGER NOT NULL,
      paid INTEGER NOT NULL,
      description TEXT,
      category TEXT,
      standing TEXT
    ) STRICT;
    CREATE INDEX transfers_iuv ON transfers(iuv) WHERE standing IS NOT NULL;
    CREATE INDEX transfers_ricevuta ON transfers(ricevuta_id);

    CREATE TABLE provvisori (
      id INTEGER PRIMARY KEY,
      conto TEXT NOT NULL,
      esercizio INTEGER NOT NULL,
      numero TEXT NOT NULL,
      movimento_id INTEGER NOT NULL,
      day TEXT NOT NULL,
      cents INTEGER NOT NULL,
      storned_cents INTEGER NOT NULL,
      regularised_cents INTEGER NOT NULL,
      state TEXT NOT NULL,
      causale TEXT NOT NULL,
      iuf TEXT,
      iuf_key TEXT,
      prog TEXT,
      iuv TEXT,
      causale_cents INTEGER,
      kind TEXT NOT NULL,
      confidence TEXT NOT NULL,
      source TEXT,
      repairs TEXT NOT NULL,
      candidates TEXT NOT NULL,
      other_iufs TEXT NOT NULL,
      single TEXT,
      UNIQUE (esercizio, numero, conto)
    ) STRICT;
    CREATE INDEX provvisori_iuf ON provvisori(iuf_key) WHERE iuf_key IS NOT NULL;
    CREATE INDEX provvisori_iuv ON provvisori(iuv) WHERE kind = 'iuv';

    CREATE TABLE causale_days (
      day TEXT NOT NULL,
      provvisorio_id INTEGER NOT NULL REFERENCES provvisori(id) ON DELETE CASCADE,
      PRIMARY KEY (day, provvisorio_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX causale_days_provvisorio ON causale_days(provvisorio_id);

    CREATE TABLE flow_states (
      iuf_key TEXT PRIMARY KEY,
      iuf TEXT NOT NULL,
      flusso_id INTEGER,
      day TEXT NOT NULL,
      due_day TEXT NOT NULL,
      total_cents INTEGER NOT NULL,
      row_count INTEGER NOT NULL,
      received_cents INTEGER NOT NULL,
      money TEXT NOT NULL,
      report TEXT NOT NULL,
      rows_of_ours INTEGER NOT NULL DEFAULT 0,
      rows_of_others INTEGER NOT NULL DEFAULT 0,
      bucket TEXT NOT NULL DEFAULT 'awaiting',
      late_bucket TEXT NOT NULL DEFAULT 'missing'
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX flow_states_flusso ON flow_states(flusso_id) WHERE flusso_id IS NOT NULL;

    CREATE TABLE payments (
      id INTEGER PRIMARY KEY,
      iuv TEXT NOT NULL,
      iur TEXT NOT NULL,
      idx INTEGER NOT NULL,
      cents INTEGER NOT NULL,
      paid_on TEXT,
      partner TEXT,
      service TEXT,
      transfer_id INTEGER,
      riga_id INTEGER,
      iuf_key TEXT,
      provvisorio_id INTEGER,
      evidence INTEGER NOT NULL,
      due_day TEXT,
      status TEXT NOT NULL,
      late_status TEXT NOT NULL,
      UNIQUE (iuv, iur, idx)
    ) STRICT;
    CREATE INDEX payments_iuf ON payments(iuf_key) WHERE iuf_key IS NOT NULL;
  `,
};
