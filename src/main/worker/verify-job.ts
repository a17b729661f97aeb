import { derivedDigest } from '../ledger/derived-rows.ts';
import { ledgerDigest } from '../ledger/digest.ts';
import { brokenReferences, changedTables, corruption, fileDamage, type Damage } from '../ledger/integrity.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { brokenSeals, type BrokenSeal } from '../ledger/seals/broken-seals.ts';
import { trailDamage, type TrailDamage } from '../ledger/trail-chain.ts';
import { countItems, type JobContext } from './job-context.ts';
import { rederive } from './rederive.ts';
import { damagedDocuments } from './verify-documents.ts';

/** Something that is not as it should be. */
export type VerifyFinding =
  | Damage
  | { readonly code: 'document-damaged'; readonly id: number; readonly name: string }
  | DamagedRow
  /** So many more rows that are not told one by one. */
  | { readonly code: 'more-damaged'; readonly rows: number }
  | { readonly code: 'verdicts-stale' }
  | TrailDamage;

/** A row of a table that no document tells. */
interface DamagedRow {
  readonly code: 'row-damaged';
  readonly table: string;
  /** What names the row, as a JSON list. */
  readonly key: string;
  readonly why: BrokenSeal['why'];
}

export interface Verification {
  readonly findings: readonly VerifyFinding[];
  /** Of the ledger as it was found; empty where it cannot be read. */
  readonly digest: string;
}

/**
 * Looks for damage: in the file; in what each row said when it was written; in what each document told (found again from the
 * rows and compared with its digest); and in the verdicts, which must come out the same when everything is matched again.
 * What is damaged is not gone on with. The ledger is left as it was: whoever calls rolls the transaction back.
 */
export function verifyLedger(ledger: WritableLedger, context: JobContext): Verification {
  try {
    return look(ledger, context);
  } catch (error) {
    // A page on which SQLite itself gives up, met before its own check came there.
    const detail = corruption(error);
    if (detail === null) throw error;
    return { findings: [{ code: 'file-damaged', detail }], digest: '' };
  }
}

function look(ledger: WritableLedger, context: JobContext): Verification {
  const inFile = [...fileDamage(ledger), ...brokenReferences(ledger), ...changedTables(ledger)];
  if (inFile.length > 0) return { findings: inFile, digest: '' };
  const trail = trailDamage(ledger, context.noted, () => context.breathe());
  const { findings, digest } = lookAtRows(ledger, context);
  return { findings: trail === null ? findings : [trail, ...findings], digest };
}

function lookAtRows(ledger: WritableLedger, context: JobContext): Verification {
  const digest = ledgerDigest(ledger);
  const inRows = damagedRows(ledger, context);
  if (inRows.length > 0) return { findings: inRows, digest };
  const findings: VerifyFinding[] = damagedDocuments(ledger, countItems(context, 'verify'));
  const derived = derivedDigest(ledger);
  rederive(ledger, countItems(context, 'match'));
  if (derivedDigest(ledger) !== derived) findings.push({ code: 'verdicts-stale' });
  return { findings, digest };
}

/** As many as a person looks at one by one. */
const mostTold = 20;

function damagedRows(ledger: WritableLedger, context: JobContext): VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  let more = 0;
  for (const broken of brokenSeals(ledger, () => context.breathe())) {
    if (findings.length < mostTold) findings.push(findingOf(ledger, broken));
    else more += 1;
  }
  return more === 0 ? findings : [...findings, { code: 'more-damaged', rows: more }];
}

function findingOf(ledger: WritableLedger, { table, key, why }: BrokenSeal): VerifyFinding {
  if (table !== 'documents' || why === 'gone') return { code: 'row-damaged', table, key, why };
  const id = Number(key.slice(1, -1));
  return { code: 'document-damaged', id, name: nameOf(ledger, id) };
}

function nameOf(ledger: WritableLedger, id: number): string {
  return ledger.prepare<[number], string>('SELECT name FROM documents WHERE id = ?').pluck().get(id) ?? '';
}
