import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/** IUVs of one code, as far as their first digits tell it: one of them, and how many they are. */
export interface IuvsSeen {
  readonly iuv: string;
  readonly count: number;
}

/** What the documents say of whose the IUVs are. */
export interface CodesSeen {
  /** IUVs of ours, by their receipts: what they ask is paid to us. */
  readonly paidToUs: readonly IuvsSeen[];
  /** IUVs of receipts that another ente issued, and that pay us a part: their code is nobody's partner of ours. */
  readonly issuedByOthers: readonly IuvsSeen[];
  /** IUVs that a flusso lists. */
  readonly listed: readonly IuvsSeen[];
}

// Of 17 digits the first two are the code; of any other IUV it takes more than SQL to tell.
const code = `CASE WHEN length(t.iuv) = 17 AND t.iuv NOT GLOB '*[^0-9]*' THEN substr(t.iuv, 1, 2) ELSE t.iuv END`;
const seen = `min(t.iuv) AS iuv, count(DISTINCT t.iuv) AS count`;

export function codesSeen(ledger: ReadableLedger): CodesSeen {
  // Who issued the avviso gave it its IUV.
  const paid = (issued: 'IN' | 'NOT IN'): IuvsSeen[] =>
    all(
      ledger,
      `SELECT ${seen} FROM transfers t JOIN ricevute r ON r.id = t.ricevuta_id JOIN documents d ON d.id = r.document_id
       WHERE t.standing = 'paid' AND r.ente ${issued} (d.ente, '') GROUP BY ${code}`,
    );
  return {
    paidToUs: paid('IN'),
    issuedByOthers: paid('NOT IN'),
    listed: all(ledger, `SELECT ${seen} FROM righe t GROUP BY ${code}`),
  };
}

/** An ente that documents name as theirs, and how many do. */
export interface EnteSeen {
  readonly codiceFiscale: string;
  readonly denominazione: string | null;
  readonly documents: number;
}

/** The enti of the documents from `firstDocument` on, those that most documents name first. */
export function entiSeen(ledger: ReadableLedger, firstDocument: number): EnteSeen[] {
  return all(
    ledger,
    `SELECT codiceFiscale, max(denominazione) AS denominazione, count(DISTINCT document) AS documents FROM (
       SELECT document_id AS document,
         coalesce(header ->> '$.giornale.enteCodiceFiscale', header ->> '$.flusso.enteCodiceFiscale') AS codiceFiscale,
         coalesce(header ->> '$.giornale.enteDenominazione', header ->> '$.flusso.enteDenominazione') AS denominazione
       FROM document_parts WHERE document_id >= @first AND header IS NOT NULL
       UNION ALL SELECT document_id, ente, NULL FROM ricevute WHERE document_id >= @first)
     WHERE codiceFiscale <> '' GROUP BY codiceFiscale ORDER BY documents DESC, codiceFiscale`,
    { first: firstDocument },
  );
}
