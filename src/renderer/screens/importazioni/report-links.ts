import type { LedgerName } from '../../../shared/contract/link.ts';
import { reportBuckets, type ReportBucket } from '../../../shared/domain/bucket.ts';
import { addressOf } from '../../state/route.ts';

/** A line of the report of a giornale. */
export type ReportLine = 'flussi' | ReportBucket | 'notPagoPa';

/** The movements that one line of a giornale's report counts. */
export function addressOfLine(ledger: LedgerName, document: number, line: ReportLine): string {
  const buckets = line === 'flussi' ? [...reportBuckets] : [line];
  return addressOf({ ledger, screen: 'provvisori', ask: { filter: { document, universe: true, buckets } } });
}
