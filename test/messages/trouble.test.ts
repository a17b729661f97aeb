import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/main/messages/outbox/environment.ts';
import { row, rows } from '../helpers/citizens.ts';
import {
  journalOf,
  openMessageDesk,
  storedTwice,
  tariKey,
  type MessageDesk,
} from '../helpers/message-desk.ts';

// What goes wrong on this computer while messages are sent: nothing is lost, and nothing is sent twice.

/** For a busy neighbour. */
const patient = { timeout: 15_000 };
const hour = 60 * 60_000;
const day = 24 * hour;

function outerJournal({ office }: MessageDesk): string {
  const folder = join(office, 'registro-invii');
  const [name] = readdirSync(folder);
  if (name === undefined) throw new Error('there is no journal');
  return join(folder, name);
}

/** A desk that does something at a step of the next message, once. */
async function deskThat(step: Step, does: (desk: MessageDesk) => void): Promise<MessageDesk> {
  let armed: MessageDesk | null = null;
  const desk = await openMessageDesk({
    onStep(told) {
      if (armed === null || told !== step) return;
      const mine = armed;
      armed = null;
      does(mine);
    },
  });
  await desk.queue([row(1)]);
  await desk.send();
  await desk.queue([row(2)]);
  armed = desk;
  return desk;
}

function full(desk: MessageDesk): void {
  const file = outerJournal(desk);
  renameSync(file, `${desk.office}/kept.jsonl`);
  symlinkSync('/dev/full', file);
}

function mend(desk: MessageDesk): void {
  const file = outerJournal(desk);
  rmSync(file, { recursive: true });
  renameSync(`${desk.office}/kept.jsonl`, file);
}

describe('a journal that cannot be written', () => {
  it('before the message leaves, keeps it in the queue and ends the run', async () => {
    const desk = await deskThat('begun', full);
    expect(await desk.send()).toMatchObject({
      sent: 0,
      blocked: { code: 'journal-unwritable', detail: 'ENOSPC' },
      byState: { accepted: 1, queued: 1 },
    });
    expect((await desk.messages(['queued'])).map(({ attempts }) => attempts)).toEqual([0]);
    expect(desk.io.stored).toHaveLength(1);
    mend(desk);
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null, byState: { accepted: 2 } });
    expect(storedTwice(desk.io)).toEqual([]);
  });

  it('after it was taken in, does not lose its id', async () => {
    const desk = await deskThat('answered', full);
    await desk.queue([row(3)]);
    expect(await desk.send()).toMatchObject({
      sent: 1,
      blocked: { code: 'journal-unwritable' },
      byState: { accepted: 2, queued: 1 },
    });
    mend(desk);
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null, byState: { accepted: 3 } });
    expect(new Set((await desk.messages()).map(({ messageId }) => messageId))).toEqual(
      new Set(desk.io.stored.map(({ id }) => id)),
    );
  });

  it('nor read, sends nothing and lets everybody look', async () => {
    const desk = await openMessageDesk();
    await desk.queue([row(1)]);
    await desk.send();
    await desk.queue([row(2)]);
    const file = outerJournal(desk);
    renameSync(file, `${desk.office}/kept.jsonl`);
    mkdirSync(file);
    await desk.reopen();
    expect(await desk.byState()).toEqual({ accepted: 1, queued: 1 });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'journal-unwritable' } });
    mend(desk);
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null });
    expect(desk.defects).toEqual([]);
  });
});

describe('the journal', () => {
  it('says the same beside the ledger and outside of it, an intent and an outcome for each message', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', 'ok', 'problem-500', 'gateway-503');
    await desk.queue(rows(3));
    await desk.send();
    const beside = journalOf(join(desk.archive, 'registro-invii.jsonl'));
    expect(journalOf(outerJournal(desk))).toEqual(beside);
    expect(beside.map(({ type, outcome }) => outcome ?? type).slice(0, 6)).toEqual([
      'intent',
      'accepted',
      'intent',
      'none',
      'intent',
      'uncertain',
    ]);
  });
});

describe('two programs at once', () => {
  it('send one after the other, and who looks leaves what is in flight alone', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', { waitMs: 600 });
    await desk.queue(rows(2));
    const other = desk.second();
    const seen: unknown[] = [];
    let looked: Promise<void> = Promise.resolve();
    desk.io.onCall = ({ operation }) => {
      if (operation !== 'message' || seen.length > 0) return;
      seen.push('message');
      looked = (async () => {
        seen.push(await other.call('outbox.messages', {}));
        seen.push(await other.call('outbox.run', {}));
      })();
    };
    expect(await desk.send()).toMatchObject({ sent: 2, blocked: null });
    await looked;
    expect(seen.slice(1)).toMatchObject([
      { value: { rows: [{ state: 'sending' }, { state: 'queued' }] } },
      { value: { sent: 0, blocked: { code: 'sending-elsewhere', pid: process.pid } } },
    ]);
    expect(await desk.byState()).toEqual({ accepted: 2 });
    expect(desk.io.stored).toHaveLength(2);
  });
});

describe('a ledger that somebody else writes', () => {
  it('can be looked at meanwhile', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(2));
    await desk.core.close();
    const other = new Database(join(desk.archive, 'tre-pallini.db'));
    other.exec('BEGIN IMMEDIATE');
    await desk.reopen();
    expect(await desk.byState()).toEqual({ queued: 2 });
    expect(await desk.ask('campaigns.list', {})).toMatchObject({ campaigns: [{ byState: { queued: 2 } }] });
    other.exec('ROLLBACK');
    other.close();
  });
});

describe('a campaign that is paused while it is asked whether one may write', () => {
  it('sends not even that one', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('profile', { waitMs: 300 });
    const { campaign } = await desk.queue(rows(2));
    let paused: Promise<unknown> | null = null;
    desk.io.onCall = () => {
      paused ??= desk.ask('campaigns.pause', { id: campaign, paused: true });
    };
    expect(await desk.send()).toMatchObject({ sent: 0, byState: { paused: 2 } });
    expect(desk.io.calls.map(({ operation }) => operation)).toEqual(['profile']);
    await desk.ask('campaigns.pause', { id: campaign, paused: false });
    expect(await desk.send()).toMatchObject({ sent: 2, byState: { accepted: 2 } });
  });
});

describe('a campaign that is withdrawn while one of its messages is on its way', () => {
  it('is not sent after all when the service puts that one off', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', 'problem-500');
    const { campaign } = await desk.queue(rows(3));
    let withdrawn: Promise<unknown> = Promise.resolve();
    desk.io.onCall = ({ operation }) => {
      if (operation === 'message') withdrawn = desk.ask('campaigns.withdraw', { id: campaign });
    };
    const run = desk.send();
    await expect
      .poll(() => desk.io.calls.filter(({ operation }) => operation === 'message').length, patient)
      .toBe(1);
    await withdrawn;
    await run;
    desk.io.onCall = null;
    desk.clock.now += hour;
    await desk.send();
    expect(desk.io.stored).toHaveLength(0);
  });
});

describe('waiting', () => {
  it('a service that sends everybody away for an hour is left alone for an hour, by the next run too', async () => {
    const desk = await openMessageDesk({ io: { limit: { calls: 2, windowMs: hour, stolen: 0 } } });
    await desk.queue(rows(2));
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: { code: 'retry-later' } });
    const calls = desk.io.calls.length;
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'retry-later' } });
    expect(desk.io.calls).toHaveLength(calls);
    desk.clock.now += hour + 10_000;
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null });
  });

  it('a queue that nobody looked at for a week is confirmed again', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(1));
    desk.clock.now += 8 * day;
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'confirmation-old', days: 7 } });
    await desk.ask('outbox.confirm', {});
    expect(await desk.send()).toMatchObject({ sent: 1, blocked: null });
  });

  it('outside the hours of the office nothing leaves, unless a person says so', async () => {
    const desk = await openMessageDesk({ at: '2026-03-13T19:00:00.000Z' });
    await desk.queue(rows(1));
    expect(await desk.send()).toMatchObject({
      sent: 0,
      // The Monday after, at half past eight.
      blocked: { code: 'quiet-hours', until: '2026-03-16T07:30:00.000Z' },
    });
    expect(desk.io.calls).toHaveLength(0);
    expect(await desk.send({ ignoreHours: true })).toMatchObject({ sent: 1 });
  });

  it('a reminder does not leave by a clock that is wrong by half a day, not even the first', async () => {
    const desk = await openMessageDesk({ io: { dateOffsetMs: -13 * hour } });
    const reminder = await desk.prepare([row(1)], { template: 'tari-scadenza' });
    await desk.ask('campaigns.queue', { id: reminder.campaign, acceptStale: true });
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: { code: 'clock-wrong' } });
    expect(desk.io.stored).toHaveLength(0);
  });
});

describe('asking what became of messages', () => {
  it('asks once with a key that is refused, and not for ever when nobody answers', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(10));
    await desk.send();
    const asked = (): number => desk.io.calls.filter(({ operation }) => operation === 'status').length;
    desk.io.services.regenerate('tari', 'primary');
    expect(await desk.ask('outbox.follow', {})).toMatchObject({ asked: 0, left: 10 });
    expect(asked()).toBe(1);
    desk.io.services.change('tari', { primary: tariKey });
    desk.io.faults.script('status', ...Array.from({ length: 10 }, () => 'gateway-503' as const));
    await desk.ask('outbox.follow', {});
    expect(asked()).toBe(5);
    expect(await desk.byState()).toEqual({ accepted: 10 });
  });
});

describe('sending as long as the window is open', () => {
  it('sends what comes, asks what became of it, and stops when told', async () => {
    const desk = await openMessageDesk();
    await desk.queue(rows(2));
    await desk.ask('outbox.start', {});
    await expect.poll(() => desk.byState(), patient).toEqual({ delivered: 2 });
    await desk.queue([row(3)]);
    await expect.poll(() => desk.io.stored.length, patient).toBe(3);
    expect(await desk.ask('outbox.stop', {})).toMatchObject({ running: false });
    await desk.queue([row(4)]);
    await wait(50);
    expect(desk.io.stored).toHaveLength(3);
  });

  it('comes back by itself when nobody could be reached', async () => {
    const desk = await openMessageDesk({ settings: { from: '00:00', to: '23:59', workingDaysOnly: false } });
    const down = Array.from({ length: 8 }, () => '302' as const);
    desk.io.faults.script('profile', ...down);
    await desk.queue(rows(1));
    await desk.ask('outbox.start', {});
    await expect.poll(() => desk.io.stored.length, patient).toBe(1);
    await desk.ask('outbox.stop', {});
    expect((await desk.messages()).map(({ attempts }) => attempts)).toEqual([1]);
  });

  it('that fails is told as a defect and ends nothing else', async () => {
    const desk = await openMessageDesk({
      onStep() {
        throw new Error('a defect');
      },
    });
    await desk.queue(rows(1));
    await desk.ask('outbox.start', {});
    await expect.poll(() => desk.defects.length, patient).toBe(1);
    await expect.poll(async () => (await desk.ask('outbox.read', {})).running, patient).toBe(false);
    expect(await desk.byState()).toEqual({ queued: 1 });
  });

  it('that is closed waits for what is in flight', async () => {
    const desk = await openMessageDesk();
    desk.io.faults.script('message', { waitMs: 400 });
    await desk.queue(rows(2));
    await desk.ask('outbox.start', {});
    await expect
      .poll(() => desk.io.calls.some(({ operation }) => operation === 'message'), patient)
      .toBe(true);
    await desk.reopen();
    expect(await desk.byState()).toEqual({ accepted: 1, queued: 1 });
    expect(desk.io.stored).toHaveLength(1);
  });
});

describe('keys', () => {
  it('of which the service took a message in are known to be in use', async () => {
    const desk = await openMessageDesk();
    const lastUsed = async () => {
      const { services } = await desk.ask('messages.services', {});
      return services.map(({ id, key }) => [id, key?.lastUsedOn]);
    };
    await desk.queue(rows(1));
    await desk.send();
    expect(await lastUsed()).toEqual([
      ['mensa', null],
      ['tari', '2026-03-10'],
    ]);
  });
});
