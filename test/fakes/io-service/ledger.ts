import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Citizens } from './profiles.ts';
import type { NewMessage } from './validation.ts';

/** What becomes of a stored message; `by-profile` is what the real service does. */
export type Fate = 'by-profile' | 'rejected' | 'failed' | 'accepted-for-ever' | 'throttled-for-a-day';

export interface StoredMessage {
  readonly id: string;
  readonly service: string;
  readonly fiscalCode: string;
  /** Ms since 1970, by the fake's clock. */
  readonly storedAt: number;
  readonly message: NewMessage;
  /** As it came, with what the service ignores. */
  readonly body: string;
  readonly fate: Fate;
}

export type Status = 'ACCEPTED' | 'THROTTLED' | 'PROCESSED' | 'REJECTED' | 'FAILED';

const day = 24 * 60 * 60 * 1000;

/** Every message that was taken in, in order. Nothing is ever removed and equals are welcome. */
export class Ledger {
  readonly stored: StoredMessage[] = [];
  readonly #file: number | null;
  readonly #citizens: Citizens;
  readonly #processAfterMs: number;
  readonly #processed = new Map<string, Status>();

  constructor(citizens: Citizens, processAfterMs: number, file: string | undefined) {
    this.#citizens = citizens;
    this.#processAfterMs = processAfterMs;
    this.#file = file === undefined ? null : openSync(file, 'a');
  }

  /** On disk before anybody hears of it: whoever kills the sender must find what the service has. */
  add(message: StoredMessage): void {
    this.stored.push(message);
    if (this.#file === null) return;
    const { id, service, fiscalCode, storedAt, message: kept, body } = message;
    const noticeNumber = kept.content.payment?.noticeNumber ?? null;
    writeSync(this.#file, `${JSON.stringify({ id, service, fiscalCode, noticeNumber, storedAt, body })}\n`);
    fsyncSync(this.#file);
  }

  find(fiscalCode: string, id: string): StoredMessage | null {
    return this.stored.find((one) => one.id === id && one.fiscalCode === fiscalCode) ?? null;
  }

  statusOf(message: StoredMessage, now: number): Status {
    this.settle(now);
    const { fate, storedAt, id } = message;
    if (fate === 'throttled-for-a-day' && now < storedAt + day) return 'THROTTLED';
    return this.#processed.get(id) ?? 'ACCEPTED';
  }

  /** Processes what is due by now. To be called before a profile changes, so that the past keeps its answers. */
  settle(now: number): void {
    for (const one of this.stored) {
      const wait = one.fate === 'throttled-for-a-day' ? day : this.#processAfterMs;
      if (one.fate === 'accepted-for-ever' || this.#processed.has(one.id) || now < one.storedAt + wait)
        continue;
      this.#processed.set(one.id, this.#outcome(one));
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }

  #outcome({ fate, fiscalCode, service }: StoredMessage): Status {
    if (fate === 'failed') return 'FAILED';
    const isRefused = fate === 'rejected' || !this.#citizens.mayReceive(fiscalCode, service);
    return isRefused ? 'REJECTED' : 'PROCESSED';
  }
}
