import { bucketOfMovement, isMixed } from '../../shared/domain/bucket.ts';
import { summarise, type OpiReport, type UniverseMovement } from '../../shared/domain/opi-report.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { countMovements, universeOf, type UniverseFact } from '../ledger/opi-universe.ts';

/**
 * The report of one giornale as the ledger stands now. `again`: the document was known before, so its universe is
 * empty, and all its sospesi are already known.
 */
export function reportOf(ledger: ReadableLedger, documentId: number, again: boolean): OpiReport {
  const counts = countMovements(ledger, documentId, again);
  return summarise(counts, again ? [] : universeOf(ledger, documentId).map(toMovement));
}

function toMovement(fact: UniverseFact): UniverseMovement {
  const bucket = bucketOfMovement({ ...fact, hasFlusso: fact.hasFlusso === 1 });
  if (bucket === null) return { cents: fact.cents, flow: null, suspect: fact.kind === 'suspect' };
  // A movement whose flusso cannot be told is a flusso of its own.
  const key = fact.iufKey ?? `movimento ${fact.id}`;
  return { cents: fact.cents, flow: { key, bucket, mixed: isMixed(fact) }, suspect: false };
}
