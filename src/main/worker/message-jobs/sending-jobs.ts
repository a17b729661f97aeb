import { attemptBySeq, beginAttempt, endAttempt } from '../../ledger/messages/attempts.ts';
import { isPaused } from '../../ledger/messages/campaigns.ts';
import { freeKey } from '../../ledger/messages/keys.ts';
import { holdService, noteSkew, readOutbox } from '../../ledger/messages/outbox-state.ts';
import { messageById, putOff, setAccepted, setState, type KeptMessage } from '../../ledger/messages/rows.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { Begun, Ended, Settled } from '../../messages/outbox/store.ts';

/** The durable intent, before any byte leaves; null when the message may not go any more: a person was quicker. */
export function beginSending(ledger: WritableLedger, id: number, now: string): Begun | null {
  const message = messageById(ledger, id);
  if (message === null || !isReady(message) || readOutbox(ledger).hold !== null) return null;
  if (isPaused(ledger, message.campaignId)) return null;
  setState(ledger, id, 'sending', null, now);
  const seq = beginAttempt(ledger, id, now);
  return { seq, key: message.key, body: message.body, bodyDigest: message.bodyDigest };
}

/** What the service answered to a message, or that it did not. */
export function endSending(ledger: WritableLedger, told: Ended, now: string): void {
  const attempt = attemptBySeq(ledger, told.seq);
  if (attempt === null) throw new Error(`there is no attempt ${told.seq}`);
  const { seq, outcome, httpCode, detail, settled } = told;
  endAttempt(ledger, {
    seq,
    endedAt: now,
    outcome,
    httpCode,
    detail,
    ioId: settled.type === 'accepted' ? settled.ioId : null,
  });
  settle(ledger, attempt.messageId, settled, now);
  if (told.skewMs !== null) noteSkew(ledger, told.skewMs);
}

/** What the question whether one may write came to, when it was not yes. */
export function settleUnsent(ledger: WritableLedger, id: number, settled: Settled, now: string): void {
  const message = messageById(ledger, id);
  if (message?.state === 'queued') settle(ledger, id, settled, now);
}

function settle(ledger: WritableLedger, id: number, settled: Settled, now: string): void {
  switch (settled.type) {
    case 'accepted': {
      const { ioId, nextPollAt } = settled;
      setAccepted(ledger, id, { ioId, acceptedAt: now, nextPollAt });
      return;
    }
    case 'put-off':
      setState(ledger, id, 'queued', null, now);
      putOff(ledger, id, settled.nextAt, settled.failures);
      return;
    case 'state':
      setState(ledger, id, settled.state, settled.reason, now);
      // What was wrong with the row can be put right and prepared again.
      if (settled.state === 'data-error' || settled.state === 'cancelled') freeKey(ledger, id);
      return;
    case 'service-held': {
      setState(ledger, id, 'queued', null, now);
      const message = messageById(ledger, id);
      const { why, detail, keyMark } = settled;
      if (message !== null)
        holdService(ledger, { service: message.service, why, detail, keyMark, madeAt: now });
      return;
    }
  }
}

function isReady(
  message: KeptMessage,
): message is KeptMessage & { readonly body: string; readonly bodyDigest: string } {
  return message.state === 'queued' && message.body !== null && message.bodyDigest !== null;
}
