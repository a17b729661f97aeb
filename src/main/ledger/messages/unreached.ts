import type { Unreached } from '../../../shared/domain/message/unreached.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, run } from '../statements.ts';

/** Keeps somebody of a list whom no message can reach. */
export function addUnreached(ledger: WritableLedger, campaign: number, told: Unreached): void {
  run(ledger, `INSERT INTO io_unreached (campaign_id, row, told) VALUES (?, ?, ?)`, [
    campaign,
    told.row,
    JSON.stringify(told),
  ]);
}

/**
 * Those of a campaign whom no message can reach, in order of their rows; with null, of all campaigns that were confirmed
 * and not taken back.
 */
export function unreachedOf(
  ledger: ReadableLedger,
  campaign: number | null,
): (Unreached & { readonly campaignId: number })[] {
  const rows = all<{ campaignId: number; told: string }>(
    ledger,
    `SELECT u.campaign_id AS campaignId, u.told FROM io_unreached u JOIN io_campaigns c ON c.id = u.campaign_id
     WHERE CASE WHEN @campaign IS NULL
       THEN c.queued_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM io_messages m
         WHERE m.campaign_id = c.id AND m.state = 'cancelled' AND m.reason ->> '$.code' = 'withdrawn')
       ELSE u.campaign_id = @campaign END
     ORDER BY u.campaign_id, u.row, u.rowid`,
    { campaign },
  );
  return rows.map(({ campaignId, told }) => ({ campaignId, ...(JSON.parse(told) as Unreached) }));
}
