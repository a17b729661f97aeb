import type { FlowBucket } from '../../shared/domain/bucket.ts';
import type { Repair } from '../../shared/domain/causale/extraction.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { TipoOperazione } from '../../shared/domain/movimento.ts';
import { readTextList } from './facts.ts';
import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { sourceOf, type Source } from './sources.ts';
import { all, one } from './statements.ts';
import { bucketToday, flowCents } from './today.ts';

/** The line that brought the money of a provvisorio. */
export interface MovementOfProvvisorio {
  readonly source: Source;
  readonly valueDate: Day | null;
  readonly bolletta: string | null;
  readonly numeroMovimento: string | null;
  readonly causali: readonly string[];
  readonly endToEnd: string | null;
  readonly bankTexts: readonly string[];
  readonly reference: string | null;
}

interface MovementRow extends Omit<MovementOfProvvisorio, 'source' | 'causali' | 'bankTexts'> {
  readonly causali: string;
  readonly bankTexts: string | null;
}

export function movementOf(ledger: ReadableLedger, movimentoId: number): MovementOfProvvisorio {
  const row = one<MovementRow>(
    ledger,
    `SELECT value_day AS valueDate, bolletta, numero_movimento AS numeroMovimento, causali, end_to_end AS endToEnd,
       bank_texts AS bankTexts, reference
     FROM movimenti WHERE id = ?`,
    [movimentoId],
  );
  if (row === undefined) throw new Error(`movimento ${movimentoId} is not there`);
  return {
    source: sourceOf(ledger, 'movimenti', movimentoId),
    ...row,
    causali: readTextList(row.causali),
    bankTexts: readTextList(row.bankTexts),
  };
}

/** What was read in the causale of a provvisorio, and what became of its money. */
export interface TraceOfProvvisorio {
  readonly iufKey: string | null;
  readonly repairs: readonly Repair[];
  readonly candidates: readonly string[];
  readonly otherIufs: readonly string[];
  readonly originalCents: number;
  readonly stornedCents: number;
  readonly regularisedCents: number;
}

interface TraceRow extends Omit<TraceOfProvvisorio, 'repairs' | 'candidates' | 'otherIufs'> {
  readonly repairs: string;
  readonly candidates: string;
  readonly otherIufs: string;
}

export function traceOf(ledger: ReadableLedger, provvisorioId: number): TraceOfProvvisorio {
  const row = one<TraceRow>(
    ledger,
    `SELECT iuf_key AS iufKey, repairs, candidates, other_iufs AS otherIufs, cents AS originalCents,
       storned_cents AS stornedCents, regularised_cents AS regularisedCents
     FROM provvisori WHERE id = ?`,
    [provvisorioId],
  );
  if (row === undefined) throw new Error(`provvisorio ${provvisorioId} is not there`);
  return {
    ...row,
    repairs: JSON.parse(row.repairs) as Repair[],
    candidates: JSON.parse(row.candidates) as string[],
    otherIufs: JSON.parse(row.otherIufs) as string[],
  };
}

/** A line that changed how a provvisorio stands. */
export interface EventLine {
  readonly movimentoId: number;
  /** The page that tells it. */
  readonly page: string;
  readonly digest: string;
  readonly operazione: TipoOperazione;
  /** The order that covers it; null for a line of the sospeso itself. */
  readonly reversale: { readonly esercizio: number; readonly numero: string } | null;
  readonly cents: number | null;
  readonly date: Day;
}

interface EventRow extends Omit<EventLine, 'reversale'> {
  readonly reversaleEsercizio: number | null;
  readonly reversaleNumero: string | null;
}

/**
 * Every line that names a provvisorio after its money came, oldest first: its own, the storni that name its bolletta
 * under a number without money, and the reversali; those of another conto only when they name no provvisorio there.
 */
export function eventLinesOf(
  ledger: ReadableLedger,
  key: ProvvisorioKey,
  bolletta: string | null,
): EventLine[] {
  const { esercizio, numero, conto } = key;
  return all<EventRow>(
    ledger,
    `SELECT m.id AS movimentoId, m.document_id || '/' || m.part AS page, m.digest, m.operazione,
       NULL AS reversaleEsercizio, NULL AS reversaleNumero, abs(m.cents) AS cents, m.day AS date
     FROM movimenti m
     WHERE m.documento = 'SOSPESO ENTRATA' AND m.esercizio = @esercizio AND m.numero = @numero AND m.conto = @conto
       AND m.operazione <> 'ESEGUITO'
     UNION ALL
     SELECT m.id, m.document_id || '/' || m.part, m.digest, m.operazione, NULL, NULL, abs(m.cents), m.day
     FROM movimenti m
     WHERE m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'STORNATO' AND m.esercizio = @esercizio
       AND m.bolletta_storno = @bolletta AND m.conto = @conto AND m.numero <> @numero
       AND NOT EXISTS (SELECT 1 FROM movimenti o WHERE o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'ESEGUITO'
         AND o.esercizio = m.esercizio AND o.numero = m.numero AND o.conto = m.conto)
     UNION ALL
     SELECT m.id, m.document_id || '/' || m.part, m.digest, m.operazione, m.esercizio, m.numero, abs(c.cents), m.day
     FROM coperture c JOIN movimenti m ON m.id = c.movimento_id
     WHERE c.esercizio = @esercizio AND c.numero = @numero AND (c.conto = @conto OR NOT EXISTS (
       SELECT 1 FROM movimenti s WHERE s.documento = 'SOSPESO ENTRATA'
         AND s.esercizio = @esercizio AND s.numero = @numero AND s.conto = c.conto))
     ORDER BY date, movimentoId`,
    { esercizio, numero, conto, bolletta },
  ).map(({ reversaleEsercizio, reversaleNumero, ...line }) => ({
    ...line,
    reversale:
      reversaleEsercizio === null || reversaleNumero === null
        ? null
        : { esercizio: reversaleEsercizio, numero: reversaleNumero },
  }));
}

/** Where the flusso of a provvisorio's money stands. */
export function flussoOfMoney(
  ledger: ReadableLedger,
  today: Day,
  iufKey: string | null,
): { iuf: string; bucket: FlowBucket; cents: number; receivedCents: number; rows: number } | null {
  return (
    one<{ iuf: string; bucket: FlowBucket; cents: number; receivedCents: number; rows: number }>(
      ledger,
      `SELECT f.iuf, ${bucketToday} AS bucket, ${flowCents} AS cents, f.received_cents AS receivedCents,
         f.row_count AS rows
       FROM flow_states f WHERE f.iuf_key = @iufKey`,
      { iufKey, today },
    ) ?? null
  );
}
