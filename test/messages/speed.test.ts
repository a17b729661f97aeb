import { expect, it } from 'vitest';
import { rows } from '../helpers/citizens.ts';
import { openMessageDesk } from '../helpers/message-desk.ts';

// The tax of a town: ten thousand recipients. The limits are those of a person who waits, three times over for a busy
// machine; `TREPALLINI_TIMES=1` prints what was measured.

const many = 10_000;

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  if (process.env['TREPALLINI_TIMES'] === '1') process.stderr.write(`${what}: ${Math.round(ms)} ms\n`);
  return { ms, value };
}

it('ten thousand are prepared, looked at and queued while a person waits', async () => {
  const desk = await openMessageDesk();
  const list = rows(many);
  const prepared = await timed('prepare', () => desk.prepare(list));
  expect(prepared.value).toMatchObject({ rows: many, ready: many, refused: [] });
  const id = prepared.value.campaign;
  await desk.ask('campaigns.preview', { id, row: 1 });
  const previewed = await timed('preview', () => desk.ask('campaigns.preview', { id, row: 9_999 }));
  const queued = await timed('queue', () => desk.ask('campaigns.queue', { id }));
  expect(queued.value).toMatchObject({ queued: many, alreadyKnown: 0 });
  const again = await timed('prepare again', () => desk.prepare(list));
  const known = await timed('queue again', () => desk.ask('campaigns.queue', { id: again.value.campaign }));
  expect(known.value).toMatchObject({ queued: 0, alreadyKnown: many });
  const first = await timed('send 50 of them', async () => {
    desk.io.faults.script('message', ...Array.from({ length: 50 }, () => 'ok' as const), 'gateway-401');
    return desk.send();
  });
  expect(first.value).toMatchObject({ sent: 50 });
  await timed('look at the queue', () => desk.ask('outbox.read', {}));
  await timed('first page', () => desk.ask('outbox.messages', { limit: 100 }));
  expect(prepared.ms).toBeLessThan(3 * 2_000);
  expect(previewed.ms).toBeLessThan(3 * 50);
  expect(queued.ms).toBeLessThan(3 * 1_000);
});

it('ten thousand that wait for their day do not slow down those whose day it is', async () => {
  const desk = await openMessageDesk({ at: '2026-04-20T08:00:00.000Z' });
  const instalments = [
    'Codice fiscale;Numero avviso;Importo;Scadenza;Rata',
    ...rows(many / 2).flatMap(({ fiscalCode, notice }, i) => [
      [fiscalCode, notice, '40,00', '16/09/2026', '1'].join(';'),
      [fiscalCode, rows(1, many + i)[0]?.notice, '40,00', '16/12/2026', '2'].join(';'),
    ]),
  ].join('\n');
  await desk.queue(instalments);
  await desk.queue(rows(50, 20_000));
  const sent = await timed('send 50 behind 10,000 that wait', () => desk.send());
  expect(sent.value).toMatchObject({ sent: 50, blocked: null });
  expect(sent.ms / 50).toBeLessThan(60);
});
