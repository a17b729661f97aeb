import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunBlock } from '../../src/shared/domain/message/run-block.ts';
import { faultNames, operations } from '../fakes/io-service/faults.ts';
import { rows } from '../helpers/citizens.ts';
import { openMessageDesk, storedTwice, type MessageDesk } from '../helpers/message-desk.ts';

// Whatever the service and the way to it do, a citizen gets a message once, and every row ends where a person can go on.

const schedules = fc.record({
  seed: fc.nat(1_000_000),
  chance: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  operations: fc.subarray([...operations], { minLength: 1 }),
  names: fc.subarray([...faultNames], { minLength: 1 }),
  /** After how many runs the program is ended and started again. */
  restartEvery: fc.integer({ min: 1, max: 5 }),
});

test('for any schedule of faults a message is stored once at most, and none is left on its way', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async ({ restartEvery, ...faults }) => {
      const desk = await openMessageDesk({
        timeouts: { submit: 150, ask: 150, connect: 1_000 },
        io: { faults, delivery: { lateMs: 400, dripMs: 60, endlessBytes: 3_000_000 } },
        settings: { from: '00:00', to: '23:59', workingDaysOnly: false },
      });
      await desk.queue(rows(6));
      for (let runs = 1; runs <= 60 && (await isWaiting(desk)); runs++) {
        // Nothing is broken for ever.
        if (runs === 40) desk.io.faults.schedule(undefined);
        const { blocked } = await desk.send();
        await desk.ask('outbox.follow', {});
        await judge(desk);
        await goOn(desk, blocked);
        if (runs % restartEvery === 0) await desk.reopen();
      }
      expect(await isWaiting(desk)).toBe(false);
      for (const { state } of await desk.messages())
        expect(['accepted', 'delivered', 'uncertain']).toContain(state);
      await desk.close();
    }),
    { numRuns: Number(process.env['TREPALLINI_RUNS'] ?? '15'), endOnFailure: true },
  );
}, 300_000);

async function isWaiting(desk: MessageDesk): Promise<boolean> {
  const { queued = 0, paused = 0 } = await desk.byState();
  return queued + paused > 0;
}

async function judge(desk: MessageDesk): Promise<void> {
  expect(storedTwice(desk.io)).toEqual([]);
  const stored = new Map(desk.io.stored.map(({ fiscalCode, id }) => [fiscalCode, id]));
  const wrong = (await desk.messages()).filter(({ fiscalCode, state, messageId }) => {
    const id = stored.get(fiscalCode);
    if (state === 'accepted' || state === 'delivered') return id === undefined || messageId !== id;
    return id === undefined ? !['queued', 'paused', 'uncertain'].includes(state) : state !== 'uncertain';
  });
  expect(wrong).toEqual([]);
}

/** What a person, or time, does about it. */
async function goOn(desk: MessageDesk, blocked: RunBlock | null): Promise<void> {
  if (blocked?.code === 'retry-later') desk.clock.now = Math.max(desk.clock.now, Date.parse(blocked.at));
  else desk.clock.now += 5 * 60_000;
  await desk.ask('outbox.confirm', {});
}
