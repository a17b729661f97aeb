import type { CausaleTexts } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { TipoOperazione } from '../../shared/domain/movimento.ts';
import { contoOf } from './conto-of.ts';
import { readTextList } from './facts.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { all, one } from './statements.ts';

/** One line about a provvisorio, from one document. */
export interface SospesoFact extends ProvvisorioKey {
  readonly seq: number;
  readonly id: number;
  /** The conto that the line itself names; empty when it names none. */
  readonly toldConto: string;
  /** The page that tells it. */
  readonly page: string;
  readonly operazione: TipoOperazione;
  readonly cents: number;
  readonly day: Day;
  readonly bolletta: string | null;
  readonly bollettaStorno: string | null;
  readonly createdAt: string;
  readonly digest: string;
  readonly texts: CausaleTexts;
  /** A storno names the bolletta of this line. */
  readonly isCalledBack: boolean;
}

/** A line of a reversale that covers a provvisorio. */
export interface CoperturaFact {
  /** The page that tells it. */
  readonly page: string;
  readonly operazione: TipoOperazione;
  /** Null when the file does not say how much of the provvisorio it covers. */
  readonly cents: number | null;
  readonly digest: string;
}

/** The texts of a movement as the table holds them: the lists as JSON. */
export interface TextsRow {
  readonly causali: string;
  readonly endToEnd: string | null;
  readonly bankTexts: string | null;
  readonly reference: string | null;
  readonly payer: string | null;
}

export function toTexts(row: TextsRow): CausaleTexts {
  return {
    causali: readTextList(row.causali),
    endToEnd: row.endToEnd,
    bankTexts: readTextList(row.bankTexts),
    reference: row.reference,
    payer: row.payer,
  };
}

/** A line as the table holds it; one that is not there has no id. */
interface SospesoRow extends Omit<SospesoFact, 'id' | 'texts' | 'isCalledBack'>, TextsRow {
  readonly id: number | null;
  readonly isCalledBack: 0 | 1 | null;
}

const sospesoColumns = `m.id, m.conto AS toldConto, m.document_id || '/' || m.part AS page, m.operazione, m.cents, m.day, m.bolletta,
  m.bolletta_storno AS bollettaStorno, m.created_at AS createdAt, m.digest, m.causali, m.end_to_end AS endToEnd, m.bank_texts AS bankTexts,
  m.reference, m.payer`;

/** True in SQL when a storno names the bolletta of line `m`: nearly always not, which is quickest found beside the line. */
const isCalledBack = `EXISTS (
  SELECT 1 FROM movimenti b WHERE b.documento = 'SOSPESO ENTRATA' AND b.operazione = 'STORNATO'
    AND b.esercizio = m.esercizio AND b.bolletta_storno = m.bolletta)`;

/**
 * The facts of the touched provvisori numbered `after`+1..`upTo`, provvisorio by provvisorio. A key of which
 * nothing is told any more comes as an empty list.
 */
export function touchedSospesi(
  ledger: WritableLedger,
  after: number,
  upTo: number,
): { seq: number; key: ProvvisorioKey; facts: SospesoFact[] }[] {
  const rows = all<SospesoRow>(
    ledger,
    `SELECT t.seq, t.esercizio, t.numero, t.conto, ${sospesoColumns}, ${isCalledBack} AS isCalledBack
     FROM touched_provvisori t
     LEFT JOIN movimenti m ON m.esercizio = t.esercizio AND m.numero = t.numero
       AND m.documento = 'SOSPESO ENTRATA' AND ${contoOf('m')} = t.conto
     WHERE t.seq > ? AND t.seq <= ? ORDER BY t.seq`,
    [after, upTo],
  );
  const groups: { seq: number; key: ProvvisorioKey; facts: SospesoFact[] }[] = [];
  let seq = -1;
  for (const row of rows) {
    if (row.seq !== seq) {
      seq = row.seq;
      groups.push({
        seq,
        key: { esercizio: row.esercizio, numero: row.numero, conto: row.conto },
        facts: [],
      });
    }
    if (row.id !== null) groups.at(-1)?.facts.push(toSospeso(row, row.id));
  }
  return groups;
}

function toSospeso(row: SospesoRow, id: number): SospesoFact {
  return {
    seq: row.seq,
    id,
    toldConto: row.toldConto,
    page: row.page,
    esercizio: row.esercizio,
    numero: row.numero,
    conto: row.conto,
    operazione: row.operazione,
    cents: row.cents,
    day: row.day,
    bolletta: row.bolletta,
    bollettaStorno: row.bollettaStorno,
    createdAt: row.createdAt,
    digest: row.digest,
    texts: toTexts(row),
    isCalledBack: row.isCalledBack === 1,
  };
}

/**
 * The reversali that cover the touched provvisori numbered `after`+1..`upTo`, by that number; those of another conto only
 * when they name no provvisorio of their own.
 */
export function touchedCoperture(
  ledger: WritableLedger,
  after: number,
  upTo: number,
): ReadonlyMap<number, readonly CoperturaFact[]> {
  const rows = all<CoperturaFact & { readonly seq: number }>(
    ledger,
    `SELECT t.seq, m.document_id || '/' || m.part AS page, m.operazione, c.cents, m.digest
     FROM touched_provvisori t
     CROSS JOIN coperture c ON c.esercizio = t.esercizio AND c.numero = t.numero
     CROSS JOIN movimenti m ON m.id = c.movimento_id
     WHERE t.seq > ? AND t.seq <= ? AND (c.conto = t.conto OR NOT EXISTS (
       SELECT 1 FROM movimenti s WHERE s.documento = 'SOSPESO ENTRATA'
         AND s.esercizio = t.esercizio AND s.numero = t.numero AND s.conto = c.conto))
     ORDER BY t.seq, c.movimento_id, c.position`,
    [after, upTo],
  );
  return Map.groupBy(rows, ({ seq }) => seq);
}

/** Storni that name this bolletta and a number under which no money ever came. */
export function storniOfBolletta(
  ledger: ReadableLedger,
  key: ProvvisorioKey,
  bolletta: string,
): SospesoFact[] {
  return all<SospesoRow>(
    ledger,
    `SELECT 0 AS seq, m.esercizio, m.numero, m.conto, ${sospesoColumns}, 0 AS isCalledBack FROM movimenti m
     WHERE m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'STORNATO' AND m.esercizio = ? AND m.bolletta_storno = ?
       AND m.conto = ?
       AND NOT EXISTS (SELECT 1 FROM movimenti o WHERE o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'ESEGUITO'
         AND o.esercizio = m.esercizio AND o.numero = m.numero AND o.conto = m.conto)`,
    [key.esercizio, bolletta, key.conto],
  ).map((row) => toSospeso(row, row.id ?? 0));
}

/** The texts of the line that brought a provvisorio; null when it is not there. */
export function textsOf(ledger: ReadableLedger, key: ProvvisorioKey): CausaleTexts | null {
  const row = one<TextsRow>(
    ledger,
    `SELECT m.causali, m.end_to_end AS endToEnd, m.bank_texts AS bankTexts, m.reference, m.payer
     FROM provvisori p JOIN movimenti m ON m.id = p.movimento_id
     WHERE p.esercizio = ? AND p.numero = ? AND p.conto = ?`,
    [key.esercizio, key.numero, key.conto],
  );
  return row === undefined ? null : toTexts(row);
}
