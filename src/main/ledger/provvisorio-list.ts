import type { FlowBucket, ReportBucket } from '../../shared/domain/bucket.ts';
import type { CausaleSource, Extraction } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey, ProvvisorioState } from './provvisori.ts';
import { all } from './statements.ts';

/** A provvisorio as the lists show it, with what is needed to say where it stands. */
export interface ListedProvvisorio {
  readonly id: number;
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
  readonly date: Day;
  /** What is left after partial storni; the whole amount when all of it was called back. */
  readonly cents: number;
  readonly causale: string;
  readonly state: ProvvisorioState;
  readonly iuf: string | null;
  readonly prog: string | null;
  readonly iuv: string | null;
  readonly kind: Extraction['kind'];
  readonly confidence: Extraction['confidence'];
  readonly source: CausaleSource | null;
  readonly iufKey: string | null;
  readonly single: ReportBucket | null;
  readonly flowBucket: FlowBucket | null;
  readonly hasFlusso: 0 | 1;
}

/** One page of provvisori in order of their key. */
export function listProvvisori(
  ledger: ReadableLedger,
  after: ProvvisorioKey | null,
  limit: number,
): ListedProvvisorio[] {
  return all<ListedProvvisorio>(
    ledger,
    `SELECT p.id, p.esercizio, p.numero, p.conto, p.day AS date,
       CASE p.state WHEN 'cancelled' THEN p.cents ELSE p.cents - p.storned_cents END AS cents,
       p.causale, p.state, p.iuf, p.prog, p.iuv, p.kind, p.confidence, p.source, p.iuf_key AS iufKey, p.single,
       f.bucket AS flowBucket, f.flusso_id IS NOT NULL AS hasFlusso
     FROM provvisori p LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key
     WHERE (p.esercizio, p.numero, p.conto) > (@esercizio, @numero, @conto)
     ORDER BY p.esercizio, p.numero, p.conto LIMIT @limit`,
    { esercizio: after?.esercizio ?? 0, numero: after?.numero ?? '', conto: after?.conto ?? '', limit },
  );
}
