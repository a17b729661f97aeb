import {
  bucketOfShare,
  bucketOfWhole,
  isMixed,
  isSuspect,
  type ProvvisorioBucket,
} from '../../shared/domain/bucket.ts';
import {
  spread,
  summarise,
  type OpiReport,
  type UniverseMovement,
  type UniversePart,
} from '../../shared/domain/opi-report.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { countMovements, universeOf, type UniverseFact } from '../ledger/opi-universe.ts';

/**
 * The report of one giornale as the ledger stands now. `again`: the document was known before, so its universe is
 * empty, and all its sospesi are already known. `onRows` hears how many rows were gone through, and may throw to stop.
 */
export function reportOf(
  ledger: ReadableLedger,
  documentId: number,
  again: boolean,
  onRows: (rows: number) => void = () => undefined,
): OpiReport {
  let counted = 0;
  const counts = countMovements(ledger, documentId, again, (rows) => onRows((counted = rows) / 2));
  if (again) return summarise(counts, []);
  const universe = universeOf(ledger, documentId, (rows) => onRows((counted + rows) / 2));
  return summarise(counts, movementsOf(universe));
}

function* movementsOf(universe: Iterable<UniverseFact>): Generator<UniverseMovement> {
  for (const fact of universe) yield toMovement(fact);
}

/** A provvisorio behind the counts of a report, with the flussi of its parts. */
export interface CountedProvvisorio {
  readonly id: number;
  readonly flussi: readonly string[];
}

/** The provvisori behind the counts of a report as the ledger stands now: of all of it, or of some of its buckets. */
export function universeProvvisori(
  ledger: ReadableLedger,
  documentId: number,
  buckets: readonly ProvvisorioBucket[],
): CountedProvvisorio[] {
  const isWanted = (bucket: ProvvisorioBucket): boolean => buckets.length === 0 || buckets.includes(bucket);
  return [...universeOf(ledger, documentId)].flatMap((fact) => {
    const { parts } = toMovement(fact);
    const wanted = (parts ?? []).filter(({ bucket }) => isWanted(bucket));
    return wanted.length > 0 || (parts === null && isWanted('notPagoPa'))
      ? [{ id: fact.provvisorioId, flussi: wanted.map(({ key }) => key) }]
      : [];
  });
}

function toMovement(fact: UniverseFact): UniverseMovement {
  const whole = bucketOfWhole(fact);
  if (whole === null) return { cents: fact.cents, parts: null, suspect: isSuspect(fact) };
  const parts: UniversePart[] = fact.shares.map((share) => {
    const bucket = whole === 'by-share' ? bucketOfShare(share) : whole;
    // Money that a person gave to another partner leaves the bucket of its flusso.
    return { cents: share.cents, key: `${share.iufKey} ${bucket}`, bucket, mixed: isMixed(share) };
  });
  // Money whose flusso cannot be told is a flusso of its own.
  if (fact.remains || parts.length === 0)
    parts.push({
      cents: fact.cents,
      key: `movimento ${fact.id}`,
      bucket: whole === 'by-share' ? 'inError' : whole,
      mixed: false,
    });
  const cents = spread(
    fact.cents,
    parts.map((part) => part.cents),
  );
  return {
    cents: fact.cents,
    parts: parts.map((part, i) => ({ ...part, cents: cents[i] ?? 0 })),
    suspect: false,
  };
}
