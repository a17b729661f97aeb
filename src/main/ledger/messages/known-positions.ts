import type { Day } from '../../../shared/domain/day.ts';
import { iuvOfNotice } from '../../../shared/domain/iuv.ts';
import type { KnownPosition } from '../../../shared/domain/message/compare-positions.ts';
import type { ReadableLedger } from '../open.ts';
import { all, one } from '../statements.ts';

/** The debt positions of these avvisi, by numero avviso; those that no list told are not there. */
export function knownPositions(
  ledger: ReadableLedger,
  notices: readonly string[],
): ReadonlyMap<string, KnownPosition> {
  const asked = notices.flatMap((notice) => {
    const iuv = iuvOfNotice(notice);
    return iuv === null ? [] : [{ notice, iuv }];
  });
  const rows = all<{ notice: string; cents: number; dueDay: Day | null; cancelled: 0 | 1 }>(
    ledger,
    `SELECT value ->> '$.notice' AS notice, cents, due_day AS dueDay, cancelled
     FROM json_each(?) CROSS JOIN position_states p ON p.iuv = value ->> '$.iuv'`,
    [JSON.stringify(asked)],
  );
  return new Map(
    rows.map(({ notice, cents, dueDay, cancelled }) => [
      notice,
      { cents, dueDay, cancelled: cancelled === 1 },
    ]),
  );
}

/** True when a list of positions told of some debt of this service that stands. */
export function hasPositions(ledger: ReadableLedger, service: string): boolean {
  return (
    one(ledger, `SELECT 1 FROM position_states WHERE service = ? AND cancelled = 0 LIMIT 1`, [service]) !==
    undefined
  );
}
