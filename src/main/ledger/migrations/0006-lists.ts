import type { Migration } from '../migrate.ts';

/**
 * Lists that are no payments yet: what people owe, and which flussi are to be had. Facts like the others. A list of
 * several flussi is one document: a row of the flusso tells in which part of it it stands.
 */
export const lists: Migration = {
  version: 6,
  sql: `
    CREATE TABLE posizioni (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents(id),
      iud TEXT,
      iuv TEXT,
      notice_number TEXT,
      debtor_cf TEXT,
      debtor_name TEXT,
      tipo_dovuto TEXT,
      description TEXT,
      category TEXT,
      cents INTEGER NOT NULL,
      due_day TEXT,
      action TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX posizioni_iuv ON posizioni(iuv) WHERE iuv IS NOT NULL;

    CREATE TABLE flussi_attesi (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents(id),
      iuf TEXT NOT NULL,
      iuf_key TEXT NOT NULL,
      created_at TEXT,
      psp_code TEXT,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX flussi_attesi_iuf ON flussi_attesi(iuf_key);
  `,
};
