import { expect, it } from 'vitest';
import { rows } from '../../helpers/citizens.ts';
import { openMessageDesk, type MessageDesk } from '../../helpers/message-desk.ts';
import { ownTime } from '../../helpers/own-time.ts';

// The tax of a town: ten thousand recipients. How long a thing takes depends on the machine and on its neighbours: what is
// held here is that ten times as many take ten times as long, and not a hundred. `TREPALLINI_TIMES=1` prints ms.

const many = 10_000;
const few = many / 10;
/** Twice the ten times, and room for a busy neighbour. */
const atMost = 30;

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = ownTime();
  const value = await work();
  const ms = ownTime() - start;
  if (process.env['TREPALLINI_TIMES'] === '1') process.stderr.write(`${what}: ${Math.round(ms)} ms\n`);
  return { ms, value };
}

async function campaignOf(desk: MessageDesk, count: number, from: number) {
  const prepared = await timed(`prepare ${count}`, () => desk.prepare(rows(count, from)));
  expect(prepared.value).toMatchObject({ rows: count, ready: count, refused: [] });
  const id = prepared.value.campaign;
  const preview = await timed('preview', () => desk.ask('campaigns.preview', { id, row: count - 1 }));
  const queued = await timed(`queue ${count}`, () => desk.ask('campaigns.queue', { id }));
  expect(queued.value).toMatchObject({ queued: count, alreadyKnown: 0 });
  return { prepare: prepared.ms, preview: preview.ms, queue: queued.ms };
}

it('ten thousand are prepared, looked at and queued while a person waits', async () => {
  const desk = await openMessageDesk();
  // What is only slow the first time is not measured.
  await campaignOf(desk, few, 1);
  const small = await campaignOf(desk, few, 20_000);
  const large = await campaignOf(desk, many, 40_000);
  expect(large.prepare / small.prepare).toBeLessThan(atMost);
  expect(large.queue / small.queue).toBeLessThan(atMost);
  expect(large.preview).toBeLessThan(large.prepare / 10);
  await timed('look at the queue', () => desk.ask('outbox.read', {}));
}, 120_000);

it('ten thousand that wait for their day hardly slow down those whose day it is', async () => {
  const desk = await openMessageDesk({ at: '2026-04-20T08:00:00.000Z' });
  await desk.queue(rows(30, 60_000));
  const alone = await timed('send 30', () => desk.send());
  const instalments = [
    'Codice fiscale;Numero avviso;Importo;Scadenza;Rata',
    ...rows(many / 2).flatMap(({ fiscalCode, notice }, i) => [
      [fiscalCode, notice, '40,00', '16/09/2026', '1'].join(';'),
      [fiscalCode, rows(1, many + i)[0]?.notice, '40,00', '16/12/2026', '2'].join(';'),
    ]),
  ].join('\n');
  await desk.queue(instalments);
  await desk.queue(rows(30, 20_000));
  const behind = await timed('send 30 behind 10,000 that wait', () => desk.send());
  expect(behind.value).toMatchObject({ sent: 30, blocked: null });
  // At two a second each has half a second.
  expect(behind.ms / alone.ms).toBeLessThan(10);
}, 120_000);
