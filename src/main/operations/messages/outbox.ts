import type { Handlers, Output, StopSignal } from '../../../shared/contract/api.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { attemptsOf } from '../../ledger/messages/attempts.ts';
import { countByState } from '../../ledger/messages/campaigns.ts';
import { readMessageSettings, readOutbox } from '../../ledger/messages/outbox-state.ts';
import { countWaiting } from '../../ledger/messages/queue.ts';
import {
  countMessages,
  listMessages,
  requestOf,
  shownMessageById,
  type ShownMessage,
} from '../../ledger/messages/rows.ts';
import { settlementsOf } from '../../ledger/messages/settlements.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { Environment } from '../environment.ts';
import type { Sender } from './sender.ts';
import { showVault } from './services.ts';

type Answered = Extract<keyof Handlers, `outbox.${string}`>;

export function outboxHandlers(environment: Environment, sender: Sender): Pick<Handlers, Answered> {
  const { writer } = environment;

  async function read(): Promise<Awaited<ReturnType<Handlers['outbox.read']>>> {
    const ledger = await environment.ledger();
    if (!ledger.ok) return ledger;
    const vault = await showVault(sender);
    if (!vault.ok) return vault;
    const outbox = readOutbox(ledger.value);
    const settings = readMessageSettings(ledger.value);
    const byState = countByState(ledger.value, null);
    const { queued, later } = countWaiting(ledger.value, environment.today());
    const ready = queued - later;
    return ok({
      ...sender.state(),
      hold: outbox.hold,
      byState,
      later,
      pace: settings.pace,
      secondsLeft: ready === 0 ? null : Math.ceil(ready / settings.pace),
      skewMs: outbox.skewMs,
      testMode: settings.testMode,
      vault: vault.value,
    });
  }

  return {
    'outbox.read': read,
    async 'outbox.run'({ ignoreHours, pace }, { signal, onProgress }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const stop = controllerOf(signal);
      const run = await sender.run({
        ignoreHours,
        pace,
        signal: stop.signal,
        onProgress({ sent, waitingUntil }) {
          const { queued } = countWaiting(ledger.value, environment.today());
          onProgress?.({
            sent,
            left: queued,
            waitingUntil: waitingUntil === null ? null : new Date(waitingUntil).toISOString(),
          });
        },
      });
      if (!run.ok) return run;
      const { sent, blocked } = run.value;
      return ok({ sent, blocked, byState: countByState(ledger.value, null) });
    },
    async 'outbox.start'(wanted) {
      const there = await sender.ready();
      if (!there.ok) return there;
      sender.start(wanted);
      return read();
    },
    async 'outbox.stop'() {
      await sender.stop();
      return read();
    },
    async 'outbox.follow'({ all }, { signal, onProgress }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const told = await sender.follow({
        all,
        signal: controllerOf(signal).signal,
        onProgress: (done, total) => onProgress?.({ done, total }),
      });
      return told.ok ? ok({ ...told.value, byState: countByState(ledger.value, null) }) : told;
    },
    async 'outbox.confirm'() {
      const there = await sender.ready();
      if (!there.ok) return there;
      const { machine } = there.value.outbox;
      const confirmed = await writer.run('confirm-outbox', { machine }, { now: environment.now() });
      return confirmed.ok ? read() : confirmed;
    },
    async 'outbox.messages'({ filter, after, backward, limit }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const found = listMessages(ledger.value, filter, { after, backward, limit: limit + 1 });
      const goesOn = found.length > limit;
      const rows = backward ? found.slice(0, limit).toReversed() : found.slice(0, limit);
      // Whoever comes from a page has it at his back.
      const [isBefore, isBehind] = backward ? [goesOn, after > 0] : [after > 0, goesOn];
      return ok({
        rows: rows.map(toMessage),
        previous: isBefore ? (rows[0]?.id ?? null) : null,
        next: isBehind ? (rows.at(-1)?.id ?? null) : null,
        count: countMessages(ledger.value, filter),
      });
    },
    async 'outbox.message'({ id }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const message = shownMessageById(ledger.value, id);
      if (message === null) return fail({ code: 'not-found', what: 'message', name: String(id) });
      return ok(cardOf(ledger.value, message));
    },
    async 'outbox.settle'({ key, how, note }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const settled = await writer.run(
        'settle-uncertain',
        { key, how, note, author: environment.author },
        { now: environment.now() },
      );
      if (!settled.ok) return settled;
      const message = shownMessageById(ledger.value, settled.value.id);
      return message === null
        ? fail({ code: 'not-found', what: 'message', name: key })
        : ok(toMessage(message));
    },
  };
}

export function toMessage(message: ShownMessage): Output<'outbox.settle'> {
  const { campaignId, recipient, ioId, polls, nextPollAt, state, ...told } = message;
  const { id, row, key, service, kind, fiscalCode, noticeNumber, cents, dueDay, rata, notBefore } = told;
  return {
    id,
    campaign: campaignId,
    row,
    key,
    service,
    kind,
    fiscalCode,
    name: recipient.name,
    noticeNumber,
    cents,
    dueDay,
    rata,
    notBefore,
    state,
    reason: told.reason,
    messageId: ioId,
    attempts: told.attempts,
    nextAt: told.nextAt,
    acceptedAt: told.acceptedAt,
    late: state === 'accepted' && ioId !== null && polls > 0 && nextPollAt === null,
    changedAt: told.changedAt,
  };
}

function cardOf(ledger: ReadableLedger, message: ShownMessage): Output<'outbox.message'> {
  return {
    message: toMessage(message),
    subject: message.subject,
    markdown: requestOf(message)?.content.markdown ?? null,
    attempts: attemptsOf(ledger, message.id).map(
      ({ startedAt, endedAt, outcome, httpCode, detail, ioId }) => ({
        startedAt,
        endedAt,
        outcome,
        httpCode,
        detail,
        messageId: ioId,
      }),
    ),
    settlements: settlementsOf(ledger, message.id).map(({ how, note, author, madeAt }) => ({
      how,
      note,
      author,
      madeAt,
    })),
  };
}

/** The part of a signal that callers have, as the whole one that waits want. */
function controllerOf(signal: StopSignal | undefined): AbortController {
  const controller = new AbortController();
  if (signal?.aborted === true) controller.abort();
  signal?.addEventListener('abort', () => controller.abort());
  return controller;
}
