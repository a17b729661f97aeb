import type { FlowBucket, MovementEvidence, ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { Extraction } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { MoneyDecision } from '../../shared/domain/decision.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { revisionOfJob } from './revision.ts';
import { all, insert, run } from './statements.ts';

/** The natural key of a provvisorio. */
export interface ProvvisorioKey {
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
}

/** A part of a provvisorio's money, and the IUF under which it counts. */
export interface Share {
  readonly iufKey: string;
  /** As the causale, or a person, writes it. */
  readonly iuf: string;
  readonly cents: number;
}

/** A provvisorio as it stands, ready to be kept. */
export interface DerivedProvvisorio extends ProvvisorioKey {
  readonly movimentoId: number;
  readonly day: Day;
  readonly cents: number;
  readonly stornedCents: number;
  readonly regularisedCents: number;
  readonly state: ProvvisorioState;
  readonly causale: string;
  readonly extraction: Extraction;
  /** Where its money counts; 0 cents keep the place of money that the bank called back. */
  readonly shares: readonly Share[];
  readonly decided: MoneyDecision | null;
  /** The flusso that the causale names for certain although a person decided otherwise. */
  readonly conflict: string | null;
  /** The other partner to whom a person assigned it. */
  readonly partner: string | null;
  /** Where it stands as long as no flusso and no receipt tell more. */
  readonly bucket: ProvvisorioBucket;
  readonly days: readonly string[];
}

export type ProvvisorioState = 'open' | 'partly-regularised' | 'regularised' | 'cancelled';

/** Where the money of a provvisorio counts, in order of IUF. */
export function sharesOf(ledger: ReadableLedger, provvisorioId: number): Share[] {
  return all<Share>(
    ledger,
    `SELECT iuf_key AS iufKey, iuf, cents FROM quote WHERE provvisorio_id = ? ORDER BY iuf_key`,
    [provvisorioId],
  );
}

/** Takes away the touched provvisori numbered `after`+1..`upTo`, with their shares and days. */
export function removeProvvisori(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `DELETE FROM provvisori WHERE id IN (
       SELECT p.id FROM touched_provvisori t
       CROSS JOIN provvisori p ON p.esercizio = t.esercizio AND p.numero = t.numero AND p.conto = t.conto
       WHERE t.seq > ? AND t.seq <= ?)`,
    [after, upTo],
  );
}

/** Answers its number, which is behind those of all others. */
export function keepProvvisorio(ledger: WritableLedger, p: DerivedProvvisorio): number {
  const e = p.extraction;
  const id = insert(
    ledger,
    `INSERT INTO provvisori (conto, esercizio, numero, movimento_id, day, cents, storned_cents, regularised_cents,
       state, causale, iuf, prog, iuv, causale_cents, kind, confidence, source, repairs, candidates,
       other_iufs, decided, conflict, partner, bucket, changed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${revisionOfJob})`,
    [
      p.conto,
      p.esercizio,
      p.numero,
      p.movimentoId,
      p.day,
      p.cents,
      p.stornedCents,
      p.regularisedCents,
      p.state,
      p.causale,
      e.iuf,
      e.prog,
      e.iuv,
      e.amountCents,
      e.kind,
      e.confidence,
      e.source,
      e.repairs.length === 0 ? '[]' : JSON.stringify(e.repairs),
      e.candidates.length === 0 ? '[]' : JSON.stringify(e.candidates),
      e.otherIufs.length === 0 ? '[]' : JSON.stringify(e.otherIufs),
      p.decided,
      p.conflict,
      p.partner,
      p.bucket,
    ],
  );
  for (const { iufKey, iuf, cents } of p.shares)
    run(ledger, `INSERT INTO quote (provvisorio_id, iuf_key, iuf, cents) VALUES (?, ?, ?, ?)`, [
      id,
      iufKey,
      iuf,
      cents,
    ]);
  for (const day of p.days)
    run(ledger, `INSERT INTO causale_days (day, provvisorio_id) VALUES (?, ?)`, [day, id]);
  return id;
}

/** Where a provvisorio paid for one IUV stands; null while it has not been judged. */
export function setSingle(ledger: WritableLedger, id: number, bucket: ProvvisorioBucket): void {
  run(ledger, `UPDATE provvisori SET single = ? WHERE id = ?`, [bucket, id]);
}

/** What is known of a touched provvisorio once its flussi, or its receipt, were judged. */
export interface JudgedProvvisorio extends MovementEvidence {
  readonly id: number;
  readonly bucket: ProvvisorioBucket;
  readonly state: ProvvisorioState;
}

interface JudgedRow extends Omit<JudgedProvvisorio, 'shares' | 'remains'> {
  /** What the bank left of it. */
  readonly cents: number;
  /** Null without a share. */
  readonly shareCents: number | null;
  readonly flowBucket: FlowBucket | null;
  readonly hasFlusso: 0 | 1;
}

export function judgedProvvisori(ledger: WritableLedger, after: number, upTo: number): JudgedProvvisorio[] {
  const rows = all<JudgedRow>(
    ledger,
    `SELECT p.id, p.bucket, p.state, p.kind, p.decided, p.single, p.cents - p.storned_cents AS cents,
       q.cents AS shareCents, f.bucket AS flowBucket, f.flusso_id IS NOT NULL AS hasFlusso
     FROM touched_provvisori t
     CROSS JOIN provvisori p ON p.esercizio = t.esercizio AND p.numero = t.numero AND p.conto = t.conto
     LEFT JOIN quote q ON q.provvisorio_id = p.id
     LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key
     WHERE t.seq > ? AND t.seq <= ?`,
    [after, upTo],
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const shared = parts.reduce((sum, { shareCents }) => sum + (shareCents ?? 0), 0);
    const shares = parts
      .filter(({ shareCents }) => shareCents !== null)
      .map(({ flowBucket, hasFlusso }) => ({ flowBucket, hasFlusso: hasFlusso === 1 }));
    return [{ ...first, shares, remains: first.cents > shared }];
  });
}

export function setBucket(ledger: WritableLedger, id: number, bucket: ProvvisorioBucket): void {
  run(ledger, `UPDATE provvisori SET bucket = ? WHERE id = ?`, [bucket, id]);
}

/** Says that this job changed the touched provvisori numbered `after`+1..`upTo`: also those that stand where they stood may show their flusso otherwise. */
export function stampProvvisori(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `UPDATE provvisori SET changed = ${revisionOfJob} WHERE id IN (
       SELECT p.id FROM touched_provvisori t
       CROSS JOIN provvisori p ON p.esercizio = t.esercizio AND p.numero = t.numero AND p.conto = t.conto
       WHERE t.seq > ? AND t.seq <= ? AND p.changed <> ${revisionOfJob})`,
    [after, upTo],
  );
}
