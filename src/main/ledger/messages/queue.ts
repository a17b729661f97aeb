import type { Day } from '../../../shared/domain/day.ts';
import type { ReadableLedger } from '../open.ts';
import { all, one } from '../statements.ts';
import { messageById, type KeptMessage } from './rows.ts';

/** What lets a queued message go now. */
export interface QueueFilter {
  readonly now: string;
  readonly today: Day;
  /** Services whose key is at hand. */
  readonly services: readonly string[];
  /** Campaigns that nobody confirmed since then have to be looked at again. */
  readonly confirmedSince: string;
  /** Reminders wait, but for those that a person let go all the same. */
  readonly evidenceIsStale: boolean;
}

const ready = `m.state = 'queued' AND c.paused = 0 AND (m.not_before IS NULL OR m.not_before <= @today)`;
const unheld = `m.service NOT IN (SELECT service FROM io_holds)`;
const withKey = `m.service IN (SELECT value FROM json_each(@services))`;
/** A message that had to wait for its day is as fresh as that day. */
const confirmed = `max(coalesce(c.queued_at, ''), coalesce(m.not_before, ''),
  coalesce((SELECT confirmed_at FROM io_outbox), '')) >= @confirmedSince`;
const fresh = `(NOT @evidenceIsStale OR NOT m.kind LIKE 'sollecito%'
  OR coalesce(c.options ->> '$.staleAccepted', 0) = 1)`;
const from = `FROM io_messages m JOIN io_campaigns c ON c.id = m.campaign_id`;

/** The message that is first in the queue; null when none can go now. */
export function nextWaiting(ledger: ReadableLedger, filter: QueueFilter): KeptMessage | null {
  const found = one<{ id: number }>(
    ledger,
    `SELECT m.id ${from} WHERE ${ready} AND ${unheld} AND ${withKey} AND ${confirmed} AND ${fresh}
       AND (m.next_at IS NULL OR m.next_at <= @now) ORDER BY m.id LIMIT 1`,
    valuesOf(filter),
  );
  return found === undefined ? null : messageById(ledger, found.id);
}

/** When the next message that only waits for its next try can go; null when none does. */
export function nextTry(ledger: ReadableLedger, filter: QueueFilter): string | null {
  return (
    one<{ at: string | null }>(
      ledger,
      `SELECT min(m.next_at) AS at ${from} WHERE ${ready} AND ${unheld} AND ${withKey} AND ${confirmed} AND ${fresh}
         AND m.next_at > @now`,
      valuesOf(filter),
    )?.at ?? null
  );
}

/** What keeps ready messages from going, the first of each kind. */
export interface Obstacles {
  readonly refused: string | null;
  readonly withoutKey: string | null;
  readonly unconfirmed: boolean;
  readonly stale: boolean;
}

export function obstacles(ledger: ReadableLedger, filter: QueueFilter): Obstacles {
  const values = valuesOf(filter);
  const service = (condition: string): string | null =>
    one<{ service: string }>(
      ledger,
      `SELECT m.service ${from} WHERE ${ready} AND ${condition} AND @now IS NOT NULL AND @services IS NOT NULL
         AND @confirmedSince IS NOT NULL AND @evidenceIsStale IS NOT NULL LIMIT 1`,
      values,
    )?.service ?? null;
  return {
    refused: service(`NOT ${unheld}`),
    withoutKey: service(`${unheld} AND NOT ${withKey}`),
    unconfirmed: service(`${unheld} AND ${withKey} AND NOT ${confirmed}`) !== null,
    stale: service(`${unheld} AND ${withKey} AND ${confirmed} AND NOT ${fresh}`) !== null,
  };
}

/** How many are queued, and of them how many wait for their day. */
export function countWaiting(
  ledger: ReadableLedger,
  today: Day,
): { readonly queued: number; readonly later: number } {
  const [told] = all<{ queued: number; later: number }>(
    ledger,
    `SELECT count(*) AS queued, coalesce(sum(not_before > ?), 0) AS later FROM io_messages WHERE state = 'queued'`,
    [today],
  );
  return told ?? { queued: 0, later: 0 };
}

function valuesOf({ now, today, services, confirmedSince, evidenceIsStale }: QueueFilter) {
  return {
    now,
    today,
    services: JSON.stringify(services),
    confirmedSince,
    evidenceIsStale: evidenceIsStale ? 1 : 0,
  };
}

/** How many wait, by service. */
export function waitingByService(ledger: ReadableLedger): ReadonlyMap<string, number> {
  const rows = all<{ service: string; n: number }>(
    ledger,
    `SELECT service, count(*) AS n FROM io_messages WHERE state IN ('queued', 'paused') GROUP BY service`,
  );
  return new Map(rows.map(({ service, n }) => [service, n]));
}
