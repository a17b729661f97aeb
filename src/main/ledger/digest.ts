import { createHash } from 'node:crypto';
import type { ReadableLedger } from './open.ts';
import { each } from './statements.ts';

/**
 * One digest of all that the ledger says: what its documents told, what a person decided, and what follows from it, in natural order and
 * without internal numbers or moments. Two ledgers with the same digest are the same to the cent and to the dot.
 */
export function ledgerDigest(ledger: ReadableLedger): string {
  const digest = createHash('sha256');
  for (const sql of [
    factsSql,
    decisionsSql,
    seenSql,
    provvisoriSql,
    sharesSql,
    flowsSql,
    paymentsSql,
    positionsSql,
  ])
    for (const row of each<Record<string, unknown>>(ledger, sql))
      digest.update(JSON.stringify(row)).update('\n');
  return digest.digest('hex');
}

/** The same of what follows from the documents alone, without any text of theirs. */
export function verdictDigest(ledger: ReadableLedger): string {
  const digest = createHash('sha256');
  for (const sql of [sharesSql, flowsSql, paymentsSql, positionsSql])
    for (const row of each<Record<string, unknown>>(ledger, sql))
      digest.update(JSON.stringify(row)).update('\n');
  return digest.digest('hex');
}

const factsSql = `
  SELECT DISTINCT p.digest, d.kind FROM document_parts p JOIN documents d ON d.id = p.document_id
  WHERE d.undone_at IS NULL ORDER BY p.digest`;

const decisionsSql = `
  SELECT n.payload, n.read_iuf_key FROM decisions n WHERE n.undone_at IS NULL ORDER BY n.subject, n.id`;

const seenSql = `
  SELECT s.iuf_key, s.revision, s.created_at, s.digest FROM decisions n
  JOIN decision_flussi s ON s.decision_id = n.id
  WHERE n.undone_at IS NULL ORDER BY n.subject, n.id, s.iuf_key`;

const provvisoriSql = `
  SELECT p.esercizio, p.numero, p.conto, p.day, p.cents, p.storned_cents, p.regularised_cents, p.state, p.causale,
    p.iuf, p.prog, p.iuv, p.causale_cents, p.kind, p.confidence, p.source, p.repairs, p.candidates,
    p.other_iufs, p.single, p.decided, p.conflict, p.partner, p.bucket, m.digest
  FROM provvisori p JOIN movimenti m ON m.id = p.movimento_id
  ORDER BY p.esercizio, p.numero, p.conto`;

const sharesSql = `
  SELECT p.esercizio, p.numero, p.conto, q.iuf_key, q.iuf, q.cents
  FROM quote q JOIN provvisori p ON p.id = q.provvisorio_id
  ORDER BY p.esercizio, p.numero, p.conto, q.iuf_key`;

const flowsSql = `
  SELECT f.iuf_key, f.iuf, f.day, f.due_day, f.total_cents, f.row_count, f.received_cents, f.money, f.report,
    f.rows_of_ours, f.rows_of_others, f.partner, f.bucket, f.late_bucket, v.revision, v.created_at, v.digest
  FROM flow_states f LEFT JOIN flussi v ON v.id = f.flusso_id ORDER BY f.iuf_key`;

const paymentsSql = `
  SELECT p.iuv, p.iur, p.idx, p.cents, p.paid_on, p.partner, p.service, p.service_source, p.iuf_key, p.evidence, p.due_day, p.status,
    p.late_status, r.digest, v.esercizio, v.numero, v.conto
  FROM payments p
  LEFT JOIN transfers x ON x.id = p.transfer_id LEFT JOIN ricevute r ON r.id = x.ricevuta_id
  LEFT JOIN provvisori v ON v.id = p.provvisorio_id
  ORDER BY p.iuv, p.iur, p.idx`;

const positionsSql = `
  SELECT o.key, o.iuv, o.cents, o.due_day, o.cancelled, o.disagree, o.paid_cents, o.service, o.service_source, q.digest
  FROM position_states o JOIN posizioni q ON q.id = o.posizione_id ORDER BY o.key`;
