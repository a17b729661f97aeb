import type { ReportBucket } from './bucket.ts';

/**
 * What one giornale di cassa brought. Its universe are the ESEGUITO sospesi di entrata not known before;
 * each flusso of the universe is in exactly one bucket, and no cent of it is lost.
 */
export interface OpiReport {
  /** Every movement of the document, mandati included. */
  readonly movements: number;
  readonly new: number;
  readonly alreadyKnown: number;
  /** STORNATO of a sospeso di entrata. */
  readonly reversals: number;
  readonly flussi: { readonly imported: number; readonly mixed: number } & Readonly<
    Record<ReportBucket, number>
  >;
  readonly notPagoPa: { readonly count: number; readonly suspect: number };
  readonly cents: { readonly total: number; readonly notPagoPa: number } & Readonly<
    Record<ReportBucket, number>
  >;
}

/** A part of a movement, with the flusso it belongs to and where that flusso stands. */
export interface UniversePart {
  readonly cents: number;
  readonly key: string;
  readonly bucket: ReportBucket;
  readonly mixed: boolean;
}

/** One new movement of the universe. */
export interface UniverseMovement {
  readonly cents: number;
  /** They make up its cents; null for a movement that pagoPA did not bring. */
  readonly parts: readonly UniversePart[] | null;
  readonly suspect: boolean;
}

/**
 * Shares a movement's cents out over its parts, in order: as much as each has of the provvisorio, and the last one all
 * that is left. The movement may tell another amount than the provvisorio has now, after a storno or by a newer line.
 */
export function spread(cents: number, parts: readonly number[]): number[] {
  let left = cents;
  return parts.map((part, i) => {
    const own = i === parts.length - 1 ? left : Math.min(part, left);
    left -= own;
    return own;
  });
}

export interface MovementCounts {
  readonly movements: number;
  readonly alreadyKnown: number;
  readonly reversals: number;
}

/** Adds the universe up; a flusso with parts of several movements is counted once, its cents are theirs. */
export function summarise(counts: MovementCounts, universe: Iterable<UniverseMovement>): OpiReport {
  const flussi = {
    imported: 0,
    reconciled: 0,
    partial: 0,
    notReported: 0,
    otherPartner: 0,
    inError: 0,
    mixed: 0,
  };
  const cents = {
    total: 0,
    reconciled: 0,
    partial: 0,
    notReported: 0,
    otherPartner: 0,
    inError: 0,
    notPagoPa: 0,
  };
  const notPagoPa = { count: 0, suspect: 0 };
  const counted = new Set<string>();
  let count = 0;
  for (const movement of universe) {
    count += 1;
    cents.total += movement.cents;
    if (movement.parts === null) {
      cents.notPagoPa += movement.cents;
      notPagoPa.count += 1;
      if (movement.suspect) notPagoPa.suspect += 1;
      continue;
    }
    for (const part of movement.parts) {
      cents[part.bucket] += part.cents;
      if (counted.has(part.key)) continue;
      counted.add(part.key);
      flussi.imported += 1;
      flussi[part.bucket] += 1;
      if (part.mixed) flussi.mixed += 1;
    }
  }
  return { ...counts, new: count, flussi, notPagoPa, cents };
}

/** The report of several documents together; null when there are none. */
export function addReports(reports: readonly OpiReport[]): OpiReport | null {
  const [first, ...rest] = reports;
  if (first === undefined) return null;
  return rest.reduce(
    (sum, report) => ({
      movements: sum.movements + report.movements,
      new: sum.new + report.new,
      alreadyKnown: sum.alreadyKnown + report.alreadyKnown,
      reversals: sum.reversals + report.reversals,
      flussi: addFields(sum.flussi, report.flussi),
      notPagoPa: addFields(sum.notPagoPa, report.notPagoPa),
      cents: addFields(sum.cents, report.cents),
    }),
    first,
  );
}

function addFields<Field extends string>(
  a: Readonly<Record<Field, number>>,
  b: Readonly<Record<Field, number>>,
): Record<Field, number> {
  const sum: Record<Field, number> = { ...a };
  for (const field in sum) sum[field] += b[field];
  return sum;
}
