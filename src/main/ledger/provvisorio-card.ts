import type { FlowBucket } from '../../shared/domain/bucket.ts';
import type { Repair } from '../../shared/domain/causale/extraction.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { TipoOperazione } from '../../shared/domain/movimento.ts';
import { contoOf } from './conto-of.ts';
import { readTextList } from './facts.ts';
import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { sourceOf, type Source } from './sources.ts';
import { all, one } from './statements.ts';
import { elsewhereOf } from './told-elsewhere.ts';
import { bucketToday, flowCents } from './today.ts';

/** The line that brought the money of a provvisorio. */
export interface MovementOfProvvisorio {
  readonly source: Source;
  readonly elsewhere: readonly Source[];
  readonly valueDate: Day | null;
  readonly bolletta: string | null;
  readonly numeroMovimento: string | null;
  readonly causali: readonly string[];
  readonly endToEnd: string | null;
  readonly bankTexts: readonly string[];
  readonly reference: string | null;
}

interface MovementRow extends Omit<MovementOfProvvisorio, 'source' | 'elsewhere' | 'causali' | 'bankTexts'> {
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
    elsewhere: elsewhereOf(ledger, 'movimenti', movimentoId),
    ...row,
    causali: readTextList(row.causali),
    bankTexts: readTextList(row.bankTexts),
  };
}

/** What was read in the causale of a provvisorio, and what became of its money. */
export interface TraceOfProvvisorio {
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
    `SELECT repairs, candidates, other_iufs AS otherIufs, cents AS originalCents,
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
     WHERE m.documento = 'SOSPESO ENTRATA' AND m.esercizio = @esercizio AND m.numero = @numero
       AND ${contoOf('m')} = @conto AND m.operazione <> 'ESEGUITO'
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

/** A part of a provvisorio's money, and the flusso whose money it is. */
export interface ShareOfCard {
  readonly iuf: string;
  /** How much of the provvisorio it is. */
  readonly cents: number;
  /** Null for money that was called back under an IUF that nobody tells of. */
  readonly flusso: {
    readonly bucket: FlowBucket;
    readonly cents: number;
    readonly receivedCents: number;
    readonly rows: number;
    readonly imported: boolean;
  } | null;
}

interface ShareRow {
  readonly iuf: string;
  readonly cents: number;
  readonly bucket: FlowBucket | null;
  readonly flowCents: number;
  readonly receivedCents: number;
  readonly rows: number;
  readonly imported: 0 | 1;
}

/** Where the money of a provvisorio counts, and where each of those flussi stands. */
export function sharesOfCard(ledger: ReadableLedger, today: Day, provvisorioId: number): ShareOfCard[] {
  return all<ShareRow>(
    ledger,
    `SELECT coalesce(f.iuf, q.iuf) AS iuf, q.cents, ${bucketToday} AS bucket, ${flowCents} AS flowCents,
       f.received_cents AS receivedCents, f.row_count AS rows, f.flusso_id IS NOT NULL AS imported
     FROM quote q LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key
     WHERE q.provvisorio_id = @provvisorioId ORDER BY q.iuf_key`,
    { today, provvisorioId },
  ).map(({ iuf, cents, bucket, flowCents: total, receivedCents, rows, imported }) => ({
    iuf,
    cents,
    flusso: bucket === null ? null : { bucket, cents: total, receivedCents, rows, imported: imported === 1 },
  }));
}
