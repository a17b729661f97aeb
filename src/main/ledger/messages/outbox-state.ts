import type { RefusedService } from '../../../shared/domain/message/answer.ts';
import {
  defaultMessageSettings,
  type MessageSettings,
} from '../../../shared/domain/message/message-settings.ts';
import type { QueueHold } from '../../../shared/domain/message/reason.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** What holds for the whole queue. */
export interface OutboxState {
  /** The computer from which the last messages were sent; null before the first. */
  readonly machine: string | null;
  readonly hold: QueueHold | null;
  /** When a person last said that the queue may go. */
  readonly confirmedAt: string | null;
  /** The service's clock minus this computer's, as last heard. */
  readonly skewMs: number | null;
  /** The last day on which it was looked whom to remind. */
  readonly checkedOn: Day | null;
}

export function readOutbox(ledger: ReadableLedger): OutboxState {
  const found = one<OutboxState>(
    ledger,
    `SELECT machine, hold, confirmed_at AS confirmedAt, skew_ms AS skewMs, checked_on AS checkedOn FROM io_outbox`,
  );
  if (found === undefined) throw new Error('the outbox has no row');
  return found;
}

export function holdQueue(ledger: WritableLedger, hold: QueueHold): void {
  run(ledger, `UPDATE io_outbox SET hold = ?`, [hold]);
}

/** The queue may go, and from this computer. */
export function confirmQueue(ledger: WritableLedger, machine: string, now: string): void {
  run(ledger, `UPDATE io_outbox SET hold = NULL, machine = ?, confirmed_at = ?`, [machine, now]);
}

export function claimMachine(ledger: WritableLedger, machine: string): void {
  run(ledger, `UPDATE io_outbox SET machine = ?`, [machine]);
}

export function noteSkew(ledger: WritableLedger, skewMs: number): void {
  run(ledger, `UPDATE io_outbox SET skew_ms = ?`, [skewMs]);
}

export function noteCheck(ledger: WritableLedger, day: Day): void {
  run(ledger, `UPDATE io_outbox SET checked_on = ?`, [day]);
}

/** What nobody has written is as the program comes. */
export function readMessageSettings(ledger: ReadableLedger): MessageSettings {
  const told = one<{ settings: string }>(ledger, `SELECT settings FROM io_outbox`)?.settings ?? '{}';
  return { ...defaultMessageSettings, ...(JSON.parse(told) as Partial<MessageSettings>) };
}

export function writeMessageSettings(ledger: WritableLedger, settings: MessageSettings): void {
  run(ledger, `UPDATE io_outbox SET settings = ?`, [JSON.stringify(settings)]);
}

/** A service of which nothing is sent until its key, or its place with the service, is put right. */
export interface ServiceHold {
  readonly service: string;
  readonly why: RefusedService;
  readonly detail: string;
  /** Of the key that was refused: another one lets the service go. */
  readonly keyMark: string | null;
  readonly madeAt: string;
}

export function serviceHolds(ledger: ReadableLedger): ServiceHold[] {
  return all<ServiceHold>(
    ledger,
    `SELECT service, why, detail, key_mark AS keyMark, made_at AS madeAt FROM io_holds ORDER BY service`,
  );
}

export function holdService(ledger: WritableLedger, hold: ServiceHold): void {
  const { service, why, detail, keyMark, madeAt } = hold;
  run(
    ledger,
    `INSERT INTO io_holds (service, why, detail, key_mark, made_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (service) DO UPDATE SET why = excluded.why, detail = excluded.detail,
       key_mark = excluded.key_mark, made_at = excluded.made_at`,
    [service, why, detail, keyMark, madeAt],
  );
}

export function releaseAllServices(ledger: WritableLedger): void {
  run(ledger, `DELETE FROM io_holds`);
}

export function releaseService(ledger: WritableLedger, service: string): void {
  run(ledger, `DELETE FROM io_holds WHERE service = ?`, [service]);
}
