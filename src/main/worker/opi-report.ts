import { bucketOfMovement, isMixed, isSuspect, type ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import { summarise, type OpiReport, type UniverseMovement } from '../../shared/domain/opi-report.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { countMovements, universeOf, type UniverseFact } from '../ledger/opi-universe.ts';

/**
 * The report of one giornale as the ledger stands now. `again`: the document was known before, so its universe is
 * empty, and all its sospesi are already known.
 */
export function reportOf(
  ledger: ReadableLedger,
  documentId: number,
  again: boolean,
  breathe?: () => void,
): OpiReport {
  const counts = countMovements(ledger, documentId, again, breathe);
  return summarise(counts, again ? [] : universeOf(ledger, documentId, breathe).map(toMovement));
}

/** The provvisori behind the counts of a report as the ledger stands now: of all of it, or of some of its buckets. */
export function universeProvvisori(
  ledger: ReadableLedger,
  documentId: number,
  buckets: readonly ProvvisorioBucket[],
): number[] {
  return universeOf(ledger, documentId)
    .filter((fact) => buckets.length === 0 || buckets.includes(toMovement(fact).flow?.bucket ?? 'notPagoPa'))
    .map(({ provvisorioId }) => provvisorioId);
}

function toMovement(fact: UniverseFact): UniverseMovement {
  const bucket = bucketOfMovement({ ...fact, hasFlusso: fact.hasFlusso === 1 });
  if (bucket === null) return { cents: fact.cents, flow: null, suspect: isSuspect(fact) };
  // A movement whose flusso cannot be told is a flusso of its own; one that a person gave to another partner leaves the
  // bucket of its flusso.
  const key = fact.iufKey === null ? `movimento ${fact.id}` : `${fact.iufKey} ${bucket}`;
  return { cents: fact.cents, flow: { key, bucket, mixed: isMixed(fact) }, suspect: false };
}
