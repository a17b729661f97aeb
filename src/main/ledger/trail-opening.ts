import type { OlderLedger } from '../../shared/domain/backup.ts';
import type { Hand, TrailDraft } from '../../shared/domain/trail.ts';
import type { WritableLedger } from './open.ts';
import type { Sentinel } from './sentinel.ts';
import { one } from './statements.ts';
import { detailsOf, hasHead, lastTold, tellTrail, trailHead } from './trail.ts';

/**
 * Tells what whoever opens a ledger sees of it: that its trail begins, that its schema is another one by now, that an older
 * ledger lies in the place of the last one, that its last entries are gone. It is told before the new last entry is noted
 * outside of the database, where the one that is gone stands until then.
 */
export function tellOpening(
  ledger: WritableLedger,
  {
    noted,
    older,
    by,
  }: { readonly noted: Sentinel | null; readonly older: OlderLedger | null; readonly by: Hand },
): void {
  const at = new Date().toISOString();
  ledger
    .transaction(() => {
      const cut = cutOf(ledger, noted, older);
      tellTrail(ledger, [...schemaOf(ledger), ...cut], { at, by });
    })
    .immediate();
}

function schemaOf(ledger: WritableLedger): TrailDraft[] {
  const schema = Number(ledger.pragma('user_version', { simple: true }));
  if (trailHead(ledger) === null)
    return [{ operation: 'trail-begun', subject: idOf(ledger), details: { schema, ...countsOf(ledger) } }];
  const last = lastTold(ledger, ['trail-begun', 'schema-migrated']);
  const before = last === null ? null : (detailsOf(last)['schema'] ?? null);
  if (before === schema) return [];
  return [
    {
      operation: 'schema-migrated',
      subject: `schema ${schema}`,
      details: { schema, before, ...countsOf(ledger) },
    },
  ];
}

/** Of another ledger, and of an older one, the entries that are not there were never in it. */
function cutOf(ledger: WritableLedger, noted: Sentinel | null, older: OlderLedger | null): TrailDraft[] {
  const lost = noted?.trail ?? null;
  if (older !== null)
    return [
      {
        operation: 'ledger-older',
        subject: idOf(ledger),
        details: { why: older.why, lost: lost === null ? null : { ...lost } },
      },
    ];
  if (lost === null || noted?.ledger !== idOf(ledger) || hasHead(ledger, lost)) return [];
  const next = noted.next?.trail ?? null;
  if (next !== null && hasHead(ledger, next)) return [];
  return [{ operation: 'trail-cut', subject: String(lost.seq), details: { lost: { ...lost } } }];
}

function idOf(ledger: WritableLedger): string {
  return one<{ id: string }>(ledger, `SELECT id FROM ledger`)?.id ?? '';
}

function countsOf(ledger: WritableLedger) {
  const count = (table: string): number =>
    one<{ n: number }>(ledger, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  return { documents: count('documents'), payments: count('payments') };
}
