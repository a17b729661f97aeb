import type { WritableLedger } from '../ledger/open.ts';
import { ledgerDigest } from '../ledger/digest.ts';
import { trailDamage, type TrailDamage } from '../ledger/trail-chain.ts';
import { brokenReferences, fileDamage, type Damage } from '../ledger/integrity.ts';
import { damagedDocuments } from './verify-documents.ts';
import { countItems, type JobContext } from './job-context.ts';
import { rederive } from './rederive.ts';

/** Something that is not as it should be. */
export type VerifyFinding =
  | Damage
  | { readonly code: 'document-damaged'; readonly id: number; readonly name: string }
  | { readonly code: 'verdicts-stale' }
  | TrailDamage;

export interface Verification {
  readonly findings: readonly VerifyFinding[];
  /** Of the ledger as it was found. */
  readonly digest: string;
}

/**
 * Looks for damage: in the file, in what each document told (found again from the rows and compared with its
 * digest), and in the verdicts, which must come out the same when everything is matched again.
 * The ledger is left as it was: the job's transaction is rolled back.
 */
export function verifyLedger(ledger: WritableLedger, context: JobContext): Verification {
  const findings: VerifyFinding[] = [...fileDamage(ledger), ...brokenReferences(ledger)];
  const trail = trailDamage(ledger, context.noted, () => context.breathe());
  if (trail !== null) findings.push(trail);
  if (findings.some(({ code }) => !code.startsWith('trail-'))) return { findings, digest: '' };
  const digest = ledgerDigest(ledger);
  findings.push(...damagedDocuments(ledger, countItems(context, 'verify')));
  rederive(ledger, countItems(context, 'match'));
  if (ledgerDigest(ledger) !== digest) findings.push({ code: 'verdicts-stale' });
  return { findings, digest };
}
