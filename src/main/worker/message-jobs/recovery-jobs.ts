import type { KnownAttempts, Recovery } from '../../../shared/domain/message/recovery.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { MessageState, Settlement } from '../../../shared/domain/message/state.ts';
import {
  attemptBySeq,
  endAttempt,
  keepForeignAttempt,
  lastSeq,
  openAttempts,
  pastAttempts,
  skipTo,
} from '../../ledger/messages/attempts.ts';
import { keepForeignKey } from '../../ledger/messages/keys.ts';
import { confirmQueue, holdQueue, releaseAllServices } from '../../ledger/messages/outbox-state.ts';
import { messagesOfKey, putOff, requeuePaused, setAccepted, setState } from '../../ledger/messages/rows.ts';
import { addSettlement } from '../../ledger/messages/settlements.ts';
import type { ReadableLedger, WritableLedger } from '../../ledger/open.ts';

/** What this ledger remembers of what it sent. */
export function knownAttempts(ledger: ReadableLedger): KnownAttempts {
  return { lastSeq: lastSeq(ledger), open: openAttempts(ledger), past: pastAttempts(ledger) };
}

/** Brings the ledger to what the journal knows. Nothing is in `sending` after it. */
export function recoverOutbox(ledger: WritableLedger, recovery: Recovery, now: string): void {
  for (const { seq, outcome, id, at } of recovery.settled) {
    const attempt = attemptBySeq(ledger, seq);
    if (attempt === null || attempt.endedAt !== null) continue;
    endAttempt(ledger, { seq, endedAt: now, outcome, httpCode: null, detail: null, ioId: id });
    const { messageId, startedAt } = attempt;
    if (outcome === 'accepted')
      setAccepted(ledger, messageId, { ioId: id, acceptedAt: at ?? now, nextPollAt: now });
    else if (outcome === 'none') setState(ledger, messageId, 'queued', null, now);
    else
      setState(
        ledger,
        messageId,
        'uncertain',
        { code: 'uncertain', why: 'program-ended', at: startedAt },
        now,
      );
  }
  for (const { key, certain, id, at } of recovery.foreign) {
    // Of a row that this copy still means to send the journal knows better.
    const mine = messagesOfKey(ledger, key).find(({ state }) => undecided.has(state));
    // Any other row of that name, as one with an error in it, does not say that the message was written.
    if (mine === undefined) keepForeignKey(ledger, { key, ioId: id, certain, takenAt: at });
    else {
      if (certain) setAccepted(ledger, mine.id, { ioId: id, acceptedAt: at, nextPollAt: now });
      else setState(ledger, mine.id, 'uncertain', { code: 'uncertain', why: 'program-ended', at }, now);
    }
  }
  for (const attempt of recovery.unknown) keepForeignAttempt(ledger, attempt);
  if (recovery.restored) {
    skipTo(ledger, recovery.highestSeq);
    holdQueue(ledger, 'restored');
  }
}

const undecided: ReadonlySet<MessageState> = new Set(['queued', 'paused', 'uncertain']);

/** A person has looked: the queue may go, from this computer, and with it whatever stopped on the way. */
export function confirmOutbox(ledger: WritableLedger, machine: string, now: string): void {
  confirmQueue(ledger, machine, now);
  releaseAllServices(ledger);
  requeuePaused(ledger, now);
}

export type SettleProblem =
  | { readonly code: 'not-found'; readonly what: 'message'; readonly name: string }
  | { readonly code: 'not-uncertain'; readonly key: string };

/** A person says what became of a message of which the program cannot know. */
export function settleUncertain(
  ledger: WritableLedger,
  told: {
    readonly key: string;
    readonly how: Settlement;
    readonly note: string | null;
    readonly author: string;
  },
  now: string,
): Result<{ readonly id: number }, SettleProblem> {
  const found = messagesOfKey(ledger, told.key);
  if (found.length === 0) return fail({ code: 'not-found', what: 'message', name: told.key });
  const message = found.find(({ state }) => state === 'uncertain');
  if (message === undefined) return fail({ code: 'not-uncertain', key: told.key });
  const { id } = message;
  switch (told.how) {
    case 'inviato':
      setState(ledger, id, 'accepted', { code: 'settled-as-sent' }, now);
      break;
    case 'reinvia':
      setState(ledger, id, 'queued', null, now);
      putOff(ledger, id, null, 0);
      break;
    case 'altro-canale':
      setState(ledger, id, 'cancelled', { code: 'other-channel' }, now);
      break;
  }
  addSettlement(ledger, { messageId: id, how: told.how, note: told.note, author: told.author, madeAt: now });
  return ok({ id });
}
