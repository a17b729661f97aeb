import { whyNotAsked } from '../../../shared/domain/message/eligibility.ts';
import { isCorrection, isTrial } from '../../../shared/domain/message/kind.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import type { QueueHold } from '../../../shared/domain/message/reason.ts';
import type { PickBlock, StaleEvidence } from '../../../shared/domain/message/run-block.ts';
import { freeKey } from '../../ledger/messages/keys.ts';
import { knownOfDebt } from '../../ledger/messages/known-of-debt.ts';
import {
  claimMachine,
  holdQueue,
  readMessageSettings,
  readOutbox,
  releaseService,
  serviceHolds,
} from '../../ledger/messages/outbox-state.ts';
import { requestOf, setState } from '../../ledger/messages/rows.ts';
import { nextTry, nextWaiting, obstacles, type QueueFilter } from '../../ledger/messages/queue.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { Picked, PickInput } from '../../messages/outbox/store.ts';
import type { JobContext } from '../job-context.ts';
import { cancelMessage } from './queue-campaign.ts';
import { staleEvidence } from './stale-evidence.ts';

/** Chooses what goes next, by what is known now: who has paid since is taken out of the queue on the way. */
export function pickMessage(
  ledger: WritableLedger,
  { today, machine, keys }: PickInput,
  context: JobContext,
): Picked {
  const settings = readMessageSettings(ledger);
  const why = holdOf(ledger, machine);
  if (why !== null) return { type: 'none', nextAt: null, blocked: { code: 'queue-held', why }, settings };
  for (const { service, keyMark } of serviceHolds(ledger))
    if (keys[service] !== undefined && keys[service] !== keyMark) releaseService(ledger, service);
  const stale = staleEvidence(ledger, settings.evidenceDays, today);
  const filter: QueueFilter = {
    now: context.now,
    today,
    services: Object.keys(keys),
    confirmedSince: daysBefore(context.now, settings.confirmationDays),
    evidenceIsStale: stale !== null,
  };
  for (;;) {
    context.breathe();
    const next = nextWaiting(ledger, filter);
    if (next === null) break;
    const { id, service, kind, fiscalCode, failures } = next;
    const isTest = settings.testMode || isTrial(kind);
    const reason =
      isTest && !settings.testUsers.includes(fiscalCode)
        ? ({ code: 'not-a-test-user' } as const)
        : isCorrection(kind)
          ? null
          : whyNotAsked(knownOfDebt(ledger, next), today);
    if (reason !== null) {
      cancelMessage(ledger, id, reason, context.now);
      continue;
    }
    const cap = settings.services.find((one) => one.id === service)?.cap ?? null;
    const asked = requestOf(next)?.content.payment_data?.amount ?? 0;
    if (cap !== null && asked > cap) {
      // The service would say so itself, once for every row.
      setState(ledger, id, 'data-error', { code: 'over-cap', cap }, context.now);
      freeKey(ledger, id);
      continue;
    }
    return { type: 'message', id, service, kind, fiscalCode, failures, settings };
  }
  return {
    type: 'none',
    nextAt: nextTry(ledger, filter),
    blocked: blockOf(ledger, filter, settings, stale),
    settings,
  };
}

/** The first computer that sends keeps the queue; from another one a person has to take it over. */
function holdOf(ledger: WritableLedger, machine: string): QueueHold | null {
  const outbox = readOutbox(ledger);
  if (outbox.hold !== null) return outbox.hold;
  if (outbox.machine === null) claimMachine(ledger, machine);
  else if (outbox.machine !== machine) {
    holdQueue(ledger, 'other-machine');
    return 'other-machine';
  }
  return null;
}

function blockOf(
  ledger: WritableLedger,
  filter: QueueFilter,
  settings: MessageSettings,
  stale: StaleEvidence | null,
): PickBlock | null {
  const found = obstacles(ledger, filter);
  if (found.refused !== null) return { code: 'service-refused', service: found.refused };
  if (found.withoutKey !== null) return { code: 'key-missing', service: found.withoutKey };
  if (found.stale && stale !== null) return stale;
  return found.unconfirmed ? { code: 'confirmation-old', days: settings.confirmationDays } : null;
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}
