import type { Extraction } from '../../shared/domain/causale.ts';
import {
  iufsOf,
  subjectOf,
  targetOf,
  type Decision,
  type DecisionRecord,
  type DecisionTarget,
} from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { isAboutProvvisorio } from './conto-of.ts';
import type { Listing, Page, PageRequest } from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import { currentVersion } from './flow-versions.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { sharesOf, type ProvvisorioKey, type ProvvisorioState, type Share } from './provvisori.ts';
import { all, one, run } from './statements.ts';

/**
 * Keeps what a person decided, and what they saw: the versions of the flussi to which it leads, and the known flusso that
 * the causale named for certain. Returns its number.
 */
export function insertDecision(
  ledger: WritableLedger,
  decision: Decision,
  made: { readonly by: string; readonly at: string; readonly readIufKey: string | null },
): number {
  const target = targetOf(decision);
  const provvisorio = target.type === 'provvisorio' ? target : null;
  const payment = target.type === 'payment' ? target : null;
  const iuf = target.type === 'flusso' ? target.iuf : null;
  const kept = one<{ id: number }>(
    ledger,
    `INSERT INTO decisions (kind, subject, esercizio, numero, conto, iuf_key, iuv, iur, idx, payload, author, made_at,
       read_iuf_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [
      decision.kind,
      subjectOf(decision),
      provvisorio?.esercizio ?? null,
      provvisorio?.numero ?? null,
      provvisorio?.conto ?? null,
      iuf === null ? null : iufKey(iuf),
      payment?.iuv ?? null,
      payment?.iur ?? null,
      payment?.index ?? null,
      JSON.stringify(decision),
      made.by,
      made.at,
      made.readIufKey,
    ],
  );
  if (kept === undefined) throw new Error('the decision got no id');
  for (const key of new Set(iufsOf(decision).map(iufKey))) {
    const seen = currentVersion(ledger, key);
    run(
      ledger,
      `INSERT INTO decision_flussi (decision_id, iuf_key, revision, created_at, digest) VALUES (?, ?, ?, ?, ?)`,
      [kept.id, key, seen?.revision ?? null, seen?.createdAt ?? null, seen?.digest ?? null],
    );
  }
  return kept.id;
}

export function markUndone(ledger: WritableLedger, id: number, undoneAt: string): void {
  run(ledger, `UPDATE decisions SET undone_at = ? WHERE id = ?`, [undoneAt, id]);
}

/** A decision that was not taken back. */
export interface HeldDecision {
  readonly decision: Decision;
  /** The known flusso that the causale named for certain when it was made. */
  readonly readIufKey: string | null;
}

/** Every decision that was not taken back, oldest first. */
export function heldDecisions(ledger: ReadableLedger): HeldDecision[] {
  return all<{ payload: string; readIufKey: string | null }>(
    ledger,
    `SELECT payload, read_iuf_key AS readIufKey FROM decisions INDEXED BY decisions_subject
     WHERE undone_at IS NULL ORDER BY id`,
  ).map(({ payload, readIufKey }) => ({ decision: JSON.parse(payload) as Decision, readIufKey }));
}

/** False for what nobody tells of, or nobody any more. */
export function isThere(ledger: ReadableLedger, target: DecisionTarget): boolean {
  switch (target.type) {
    case 'provvisorio':
      return decidedProvvisorio(ledger, target) !== null;
    case 'flusso':
      return one(ledger, `SELECT 1 FROM flow_states WHERE iuf_key = ?`, [iufKey(target.iuf)]) !== undefined;
    case 'payment':
      return (
        one(ledger, `SELECT 1 FROM payments WHERE iuv = ? AND iur = ? AND idx = ?`, [
          target.iuv,
          target.iur,
          target.index,
        ]) !== undefined
      );
  }
}

/** A provvisorio with what a decision about it depends on; null when it is not there. */
export function decidedProvvisorio(ledger: ReadableLedger, key: ProvvisorioKey): DecidedProvvisorio | null {
  const row = one<Omit<DecidedProvvisorio, 'isDecided' | 'shares'> & { id: number; isDecided: 0 | 1 }>(
    ledger,
    `SELECT id, state, cents - storned_cents AS cents, kind, confidence, source, iuf, iuv,
       decided IS NOT NULL AS isDecided
     FROM provvisori WHERE esercizio = ? AND numero = ? AND conto = ?`,
    [key.esercizio, key.numero, key.conto],
  );
  if (row === undefined) return null;
  const { id, ...told } = row;
  return { ...told, shares: sharesOf(ledger, id), isDecided: row.isDecided === 1 };
}

/** What a decision about a provvisorio depends on. */
export interface DecidedProvvisorio {
  readonly state: ProvvisorioState;
  /** What the bank left of it. */
  readonly cents: number;
  readonly kind: Extraction['kind'];
  readonly confidence: Extraction['confidence'];
  readonly source: Extraction['source'];
  readonly iuf: string | null;
  readonly iuv: string | null;
  /** Where its money counts. */
  readonly shares: readonly Share[];
  /** A person decided about its money before, and that counts. */
  readonly isDecided: boolean;
}

export function decisionById(ledger: ReadableLedger, id: number): DecisionRecord | null {
  const row = one<DecisionRow>(ledger, `SELECT ${columns} FROM decisions n WHERE n.id = ?`, [id]);
  return row === undefined ? null : toRecord(row);
}

/** What was decided of a thing, newest first; of a flusso also what leads money to it. */
export function decisionsOf(ledger: ReadableLedger, target: DecisionTarget): DecisionRecord[] {
  return all<DecisionRow>(
    ledger,
    `SELECT ${columns} FROM decisions n WHERE ${speaksOf[target.type]} ORDER BY n.id DESC`,
    target.type === 'flusso' ? { iufKey: iufKey(target.iuf) } : { ...target },
  ).map(toRecord);
}

/** A page of all that was ever decided, newest first. */
export function pageOfDecisions(
  ledger: ReadableLedger,
  page: Omit<PageRequest<'newest'>, 'sort'>,
): Page<DecisionRecord> {
  const sort = { by: 'newest', descending: true } as const;
  const found = readPage<DecisionRow, 'newest'>(ledger, listing, [], { ...page, sort });
  return { ...found, rows: found.rows.map(toRecord) };
}

/**
 * True in SQL when decision `n` is a note on a payment that only a list told, and whose receipt or flusso has come: it
 * speaks of what took its place under the same IUV, until a later note does.
 */
const isOrphan = `n.kind = 'note' AND n.iur = '' AND NOT EXISTS (
    SELECT 1 FROM payments p WHERE p.iuv = n.iuv AND p.iur = '' AND p.idx = n.idx)`;

const speaksOf: Readonly<Record<DecisionTarget['type'], string>> = {
  provvisorio: `n.numero = @numero AND n.esercizio = @esercizio AND (n.conto = @conto OR (n.conto = '' AND EXISTS (
    SELECT 1 FROM provvisori p WHERE p.esercizio = @esercizio AND p.numero = @numero AND p.conto = @conto
      AND ${isAboutProvvisorio})))`,
  flusso: `n.iuf_key = @iufKey OR n.id IN (
    SELECT s.decision_id FROM decision_flussi s WHERE s.iuf_key = @iufKey)`,
  payment: `n.iuv = @iuv AND (n.kind <> 'note' OR (n.iur = @iur AND n.idx = @index) OR (${isOrphan}))`,
};

/** What decision `n` shares out, in SQL. */
export const sharedCents = `(SELECT sum(part.value ->> '$.cents') FROM json_each(n.payload, '$.shares') part)`;

/** True in SQL while what decision `n` speaks of is in the ledger: money, when it decides about money. */
const stillThere = `CASE
  WHEN n.numero IS NOT NULL THEN EXISTS (
    SELECT 1 FROM provvisori p WHERE p.esercizio = n.esercizio AND p.numero = n.numero
      AND ${isAboutProvvisorio}
      AND (n.kind = 'note' OR p.state <> 'cancelled')
      AND (n.kind <> 'share' OR ${sharedCents} <= p.cents - p.storned_cents))
  WHEN n.iuv IS NULL THEN EXISTS (SELECT 1 FROM flow_states f WHERE f.iuf_key = n.iuf_key)
  WHEN n.kind = 'note' THEN EXISTS (
    SELECT 1 FROM payments p WHERE p.iuv = n.iuv AND (n.iur = '' OR p.iur = n.iur AND p.idx = n.idx))
  ELSE EXISTS (SELECT 1 FROM payments p WHERE p.iuv = n.iuv) END`;

/** True in SQL when a flusso to which decision `n` leads stands in another version than the person saw. */
const isRevised = `EXISTS (
  SELECT 1 FROM decision_flussi s CROSS JOIN flow_states f ON f.iuf_key = s.iuf_key
  CROSS JOIN flussi v ON v.id = f.flusso_id
  WHERE s.decision_id = n.id AND s.digest IS NOT NULL AND v.digest <> s.digest)`;

/** True in SQL when a later decision speaks of the same as decision `n`. */
export const isReplaced = `EXISTS (
  SELECT 1 FROM decisions l WHERE l.subject = n.subject AND l.id > n.id AND l.undone_at IS NULL)`;

const columns = `n.id, n.payload, n.author, n.made_at AS madeAt, n.undone_at AS undoneAt, CASE
    WHEN n.undone_at IS NOT NULL THEN 'undone'
    WHEN ${isReplaced} THEN 'replaced'
    WHEN ${isOrphan} AND EXISTS (SELECT 1 FROM decisions l INDEXED BY decisions_iuv
      WHERE l.iuv = n.iuv AND l.iur <> '' AND l.kind = 'note' AND l.id > n.id AND l.undone_at IS NULL)
      THEN 'replaced'
    WHEN NOT ${stillThere} THEN 'broken'
    WHEN ${isRevised} THEN 'to-review'
    ELSE 'standing' END AS state`;

const listing: Listing<'newest'> = {
  table: 'decisions n',
  id: 'n.id',
  joins: '',
  columns,
  cents: '0',
  key: [{ sql: 'n.id', of: 'number' }],
  sorts: { newest: [] },
};

interface DecisionRow extends Omit<DecisionRecord, 'decision'> {
  readonly payload: string;
}

function toRecord({ payload, ...row }: DecisionRow): DecisionRecord {
  return { ...row, decision: JSON.parse(payload) as Decision };
}
