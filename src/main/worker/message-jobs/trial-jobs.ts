import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { addCampaign, campaignById, markQueued } from '../../ledger/messages/campaigns.ts';
import { takeKey } from '../../ledger/messages/keys.ts';
import { addMessage, freezeBody, messageOfRow, messagesOf, setState } from '../../ledger/messages/rows.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import { noSuchCampaign, type NoSuchCampaign } from './campaign-jobs.ts';
import { composerFor } from './composer.ts';
import { digestOf } from './queue-campaign.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';

export type TrialProblem =
  | NoSuchCampaign
  | { readonly code: 'not-found'; readonly what: 'row'; readonly name: string }
  | Extract<MessageReason, { code: 'not-composable' }>;

/**
 * Puts one row in the queue as a test to a colleague: the same words, no avviso, a subject that says what it is. Each test
 * is a message of its own: a text is tried more than once.
 */
export function queueTrial(
  ledger: WritableLedger,
  {
    id,
    row,
    part,
    fiscalCode,
    author,
  }: { id: number; row: number; part: number; fiscalCode: string; author: string },
  now: string,
): Result<{ readonly key: string }, TrialProblem> {
  const campaign = campaignById(ledger, id);
  if (campaign === null) return fail(noSuchCampaign(id));
  const message = messageOfRow(ledger, id, row, part);
  if (message === null) return fail({ code: 'not-found', what: 'row', name: String(row) });
  const recipient = { ...message.recipient, fiscalCode };
  const composed = composerFor(ledger, { ...campaign, kind: 'prova' })(recipient);
  if (!composed.ok) return composed;
  const campaignId = addCampaign(ledger, {
    ...campaign,
    name: `Prova: ${campaign.name}`,
    kind: 'prova',
    origin: 'trial',
    findings: { rows: 1, refused: [], warnings: [] },
    author,
    createdAt: now,
  });
  const { subject, body } = composed.value;
  // Of two copies of this ledger both may have a campaign of that number.
  const key = `${composed.value.key}-${campaignId}-${now.replaceAll(/\D/g, '')}`;
  const { row: place, noticeNumber: _, ...rest } = message;
  addMessage(ledger, {
    ...rest,
    campaignId,
    row: place,
    key,
    kind: 'prova',
    fiscalCode,
    noticeNumber: null,
    debt: null,
    recipient,
    notBefore: null,
    notAfter: null,
    state: 'draft',
    reason: null,
    changedAt: now,
  });
  for (const draft of messagesOf(ledger, campaignId, 'draft')) {
    takeKey(ledger, key, draft.id, now);
    freezeBody(ledger, draft.id, { key, kind: 'prova', subject, body, bodyDigest: digestOf(body) });
    setState(ledger, draft.id, 'queued', null, now);
  }
  markQueued(ledger, campaignId, now);
  return ok({ key });
}
