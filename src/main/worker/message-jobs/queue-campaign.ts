import { createHash } from 'node:crypto';
import type { Day } from '../../../shared/domain/day.ts';
import { whyNotAsked } from '../../../shared/domain/message/eligibility.ts';
import { isCorrection, isReminder } from '../../../shared/domain/message/kind.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { StaleEvidence } from '../../../shared/domain/message/run-block.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { campaignById, markQueued } from '../../ledger/messages/campaigns.ts';
import { knownOfDebt } from '../../ledger/messages/known-of-debt.ts';
import { adoptKey, freeKey, takeKey, takenKey } from '../../ledger/messages/keys.ts';
import {
  countStanding,
  freezeBody,
  messageById,
  messagesOf,
  setState,
  type KeptMessage,
} from '../../ledger/messages/rows.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { JobContext } from '../job-context.ts';
import { noSuchCampaign, type NoSuchCampaign } from './campaign-jobs.ts';
import { composerFor } from './composer.ts';
import { staleEvidence } from './stale-evidence.ts';

export interface Queued {
  readonly queued: number;
  /** On their way or written in another campaign. */
  readonly alreadyKnown: number;
  readonly notEligible: readonly { readonly row: number; readonly reason: MessageReason }[];
  /** Already known, but what is asked for is something else now: a correction may be due. */
  readonly changed: readonly {
    readonly row: number;
    readonly key: string;
    readonly before: Asked;
    readonly now: Asked;
  }[];
}

interface Asked {
  readonly cents: number | null;
  readonly dueDay: Day | null;
}

export type QueueProblem = NoSuchCampaign | StaleEvidence;

/**
 * Freezes what each citizen will get and puts it in the queue, but for whom has paid, and for what is on its way already.
 * Done twice it changes nothing.
 */
export function queueCampaign(
  ledger: WritableLedger,
  id: number,
  today: Day,
  context: JobContext,
): Result<Queued, QueueProblem> {
  const campaign = campaignById(ledger, id);
  if (campaign === null) return fail(noSuchCampaign(id));
  const settings = readMessageSettings(ledger);
  const stale =
    isReminder(campaign.kind) && !campaign.options.staleAccepted
      ? staleEvidence(ledger, settings.evidenceDays, today)
      : null;
  if (stale !== null) return fail(stale);
  const compose = composerFor(ledger, campaign);
  const notEligible: { row: number; reason: MessageReason }[] = [];
  const changed: Queued['changed'][number][] = [];
  let queued = 0;
  // What was confirmed before is on its way, or has gone.
  let alreadyKnown = countStanding(ledger, id);
  for (const draft of messagesOf(ledger, id, 'draft')) {
    context.breathe();
    const refuse = (reason: MessageReason): void => {
      setState(ledger, draft.id, 'cancelled', reason, context.now);
      notEligible.push({ row: draft.row, reason });
    };
    const reason = isCorrection(draft.kind) ? null : whyNotAsked(knownOfDebt(ledger, draft), today);
    if (reason !== null) {
      refuse(reason);
      continue;
    }
    const composed = compose(draft.recipient);
    if (!composed.ok) {
      refuse(composed.problem);
      continue;
    }
    const { key, kind, subject, body } = composed.value;
    const frozen = { key, kind, subject, body, bodyDigest: digestOf(body) };
    if (!takeKey(ledger, key, draft.id, context.now)) {
      alreadyKnown += 1;
      const known = standInTheWay(ledger, key, draft);
      if (known.doubt !== null) {
        // Another copy may have written it: here is a row by which a person can say what became of it.
        adoptKey(ledger, key, draft.id);
        freezeBody(ledger, draft.id, frozen);
        setState(ledger, draft.id, 'uncertain', known.doubt, context.now);
        continue;
      }
      setState(ledger, draft.id, 'cancelled', known.reason, context.now);
      if (known.changed !== null) changed.push(known.changed);
      continue;
    }
    freezeBody(ledger, draft.id, frozen);
    setState(ledger, draft.id, 'queued', null, context.now);
    queued += 1;
  }
  markQueued(ledger, id, context.now);
  return ok({ queued, alreadyKnown, notEligible, changed });
}

/** Takes a message out of the queue because it must not be sent any more. */
export function cancelMessage(ledger: WritableLedger, id: number, reason: MessageReason, now: string): void {
  setState(ledger, id, 'cancelled', reason, now);
  freeKey(ledger, id);
}

export function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function standInTheWay(
  ledger: WritableLedger,
  key: string,
  draft: KeptMessage,
): {
  readonly reason: MessageReason;
  readonly changed: Queued['changed'][number] | null;
  readonly doubt: MessageReason | null;
} {
  const taken = takenKey(ledger, key);
  const holder = taken?.messageId ?? null;
  const earlier = holder === null ? null : messageById(ledger, holder);
  if (earlier === null) {
    const at = taken?.takenAt ?? draft.changedAt;
    return {
      reason: { code: 'written-elsewhere', at },
      changed: null,
      doubt: taken?.certain === false ? { code: 'uncertain', why: 'program-ended', at } : null,
    };
  }
  const before = { cents: earlier.cents, dueDay: earlier.dueDay };
  const now = { cents: draft.cents, dueDay: draft.dueDay };
  const isSame = before.cents === now.cents && before.dueDay === now.dueDay;
  return {
    reason: { code: 'already-known', campaign: earlier.campaignId },
    changed: isSame ? null : { row: draft.row, key, before, now },
    doubt: null,
  };
}
