import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import {
  campaignById,
  markQueued,
  pauseCampaign,
  writeCampaignOptions,
} from '../../ledger/messages/campaigns.ts';
import { freeKey } from '../../ledger/messages/keys.ts';
import { messagesOf, setState } from '../../ledger/messages/rows.ts';
import type { WritableLedger } from '../../ledger/open.ts';

export interface NoSuchCampaign {
  readonly code: 'not-found';
  readonly what: 'campaign';
  readonly name: string;
}

export function setCampaignPaused(
  ledger: WritableLedger,
  id: number,
  paused: boolean,
): Result<void, NoSuchCampaign> {
  if (campaignById(ledger, id) === null) return fail(noSuchCampaign(id));
  pauseCampaign(ledger, id, paused);
  return ok(undefined);
}

/** A reminder may go although the last import is old. */
export function acceptStale(ledger: WritableLedger, id: number): Result<void, NoSuchCampaign> {
  const campaign = campaignById(ledger, id);
  if (campaign === null) return fail(noSuchCampaign(id));
  writeCampaignOptions(ledger, id, { ...campaign.options, staleAccepted: true });
  return ok(undefined);
}

/** Withdraws what did not leave yet; returns how many messages that were. */
export function withdrawCampaign(
  ledger: WritableLedger,
  id: number,
  now: string,
): Result<{ readonly withdrawn: number }, NoSuchCampaign> {
  if (campaignById(ledger, id) === null) return fail(noSuchCampaign(id));
  let withdrawn = 0;
  for (const state of ['draft', 'queued', 'paused'] as const)
    for (const message of messagesOf(ledger, id, state)) {
      setState(ledger, message.id, 'cancelled', { code: 'withdrawn' }, now);
      freeKey(ledger, message.id);
      withdrawn += 1;
    }
  // One that is on its way may come back to the queue: it must not leave again.
  if (messagesOf(ledger, id, 'sending').length > 0) pauseCampaign(ledger, id, true);
  markQueued(ledger, id, now);
  return ok({ withdrawn });
}

export function noSuchCampaign(id: number): NoSuchCampaign {
  return { code: 'not-found', what: 'campaign', name: String(id) };
}
