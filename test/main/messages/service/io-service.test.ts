import { afterEach, describe, expect, it, test } from 'vitest';
import { found } from '../../../trust/figures.ts';
import { createIoService } from '../../../../src/main/messages/service/io-service.ts';
import { faultNames } from '../../../fakes/io-service/faults.ts';
import type { IoService as Fake, IoServiceOptions } from '../../../fakes/io-service/options.ts';
import { automatic, choosing } from '../../../fakes/io-service/profiles.ts';
import { anna, mario, sample } from '../../../fakes/io-service/sample.ts';
import { startIoService } from '../../../fakes/io-service/server.ts';
import { service } from '../../../fakes/io-service/services.ts';
import { baseUrl } from './servers.ts';

const tari = service('tari');
const mensa = service('mensa');
const body = JSON.stringify(sample());
let fake: Fake | null = null;

afterEach(async () => {
  await fake?.close();
  fake = null;
});

async function start(options: IoServiceOptions = {}) {
  fake = await startIoService({ others: automatic, ...options });
  const io = createIoService({
    baseUrl: baseUrl(fake.url),
    timeouts: { connect: 1000, submit: 400, ask: 400 },
  });
  return { fake, io };
}

describe('a message', () => {
  it('is asked for, sent and followed', async () => {
    const { fake: server, io } = await start();
    expect((await io.profile(tari.primary, mario)).answer).toEqual({
      outcome: 'allowed',
      languages: ['it_IT'],
    });
    const { answer, heard, phase } = await io.submit(tari.primary, body);
    expect(answer).toEqual({ outcome: 'accepted', id: server.stored[0]?.id });
    expect(heard).toEqual({ httpCode: 201, skewMs: expect.any(Number) });
    expect(phase).toBe('answered');
    const id = server.stored[0]?.id ?? '';
    expect((await io.status(tari.primary, mario, id)).answer).toEqual({ outcome: 'delivered' });
    expect(server.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/profiles',
      'POST /api/v1/messages',
      `GET /api/v1/messages/${mario}/${id}`,
    ]);
  });

  it('arrives byte for byte, as text or as bytes, and says what it is', async () => {
    const { fake: server, io } = await start();
    await io.submit(tari.primary, body);
    await io.submit(tari.primary, new TextEncoder().encode(body));
    expect(server.calls.map((call) => call.body)).toEqual([body, body]);
    expect(server.calls[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'ocp-apim-subscription-key': tari.primary,
    });
  });

  it('goes on a connection of its own each time', async () => {
    const { fake: server, io } = await start({ resetsReused: true });
    for (let n = 0; n < 5; n++) expect((await io.submit(tari.primary, body)).answer.outcome).toBe('accepted');
    expect(server.calls.some(({ reused }) => reused)).toBe(false);
  });

  it('tells each step before it is taken', async () => {
    const { fake: server, io } = await start();
    const steps: string[] = [];
    await io.submit(tari.primary, body, (phase) => steps.push(`${phase} ${server.calls.length}`));
    expect(steps).toEqual(['connecting 0', 'connected 0', 'handed-over 0', 'answered 1']);
  });

  test.each(['connecting', 'connected', 'handed-over'])(
    'is not sent when %s cannot be noted',
    async (step) => {
      const { fake: server, io } = await start();
      const noted = io.submit(tari.primary, body, (phase) => {
        if (phase === step) throw new Error('disk full');
      });
      await expect(noted).rejects.toThrow('disk full');
      await io.profile(tari.primary, mario);
      expect(server.calls.map(({ operation }) => operation)).toEqual(['profile']);
    },
  );
});

describe('H42 whatever goes wrong with a message', () => {
  test.each([
    ['close-before-reading', 0, 'uncertain', 'cut', 'handed-over'],
    ['close-after-reading', 0, 'uncertain', 'cut', 'handed-over'],
    ['store-close', 1, 'uncertain', 'cut', 'handed-over'],
    ['store-504', 1, 'uncertain', 'gateway-error', 'answered'],
    ['store-late', 1, 'uncertain', 'timeout', 'handed-over'],
    ['store-201-truncated', 1, 'uncertain', 'cut', 'answered'],
    ['store-201-endless', 1, 'uncertain', 'strange-answer', 'answered'],
    ['store-201-drip', 1, 'uncertain', 'timeout', 'answered'],
    ['201-html', 0, 'uncertain', 'strange-answer', 'answered'],
    ['302', 0, 'not-sent', 'portal', 'answered'],
    ['problem-500', 0, 'server-error', undefined, 'answered'],
    ['gateway-401', 0, 'refused', 'key', 'answered'],
    ['gateway-429', 0, 'limited', undefined, 'answered'],
    ['gateway-500', 0, 'uncertain', 'gateway-error', 'answered'],
    ['gateway-502', 0, 'uncertain', 'gateway-error', 'answered'],
    ['gateway-503', 0, 'uncertain', 'gateway-error', 'answered'],
    ['gateway-504', 0, 'uncertain', 'gateway-error', 'answered'],
  ] as const)('%s: stored %i, %s, tried once', async (fault, kept, outcome, why, phase) => {
    const { fake: server, io } = await start({ delivery: { lateMs: 1000, dripMs: 50 } });
    server.faults.script('message', fault);
    const told = await io.submit(tari.primary, body);
    expect(told.answer).toMatchObject(why === undefined ? { outcome } : { outcome, why });
    expect(told.phase).toBe(phase);
    expect(server.stored).toHaveLength(kept);
    expect(server.calls).toHaveLength(1);
    expect((await io.submit(tari.primary, body)).answer.outcome).toBe('accepted');
  });

  it('is worded by the service: the field, the cap, the wait', async () => {
    const { fake: server, io } = await start({ limit: { calls: 3, windowMs: 5000, stolen: 0 } });
    const { content } = sample();
    const submit = async (over: object) =>
      (await io.submit(tari.primary, JSON.stringify({ ...sample(), content: { ...content, ...over } })))
        .answer;
    expect(await submit({ subject: 'TARI' })).toMatchObject({ outcome: 'data-error', field: 'subject' });
    const payment = { ...content.payment_data, amount: 1_000_001 };
    expect(await submit({ payment_data: payment })).toMatchObject({ why: 'over-cap', cap: 1_000_000 });
    const payee = { ...content.payment_data, payee: { fiscal_code: '01234567890' } };
    expect(await submit({ payment_data: payee })).toMatchObject({ outcome: 'refused', why: 'payee' });
    expect(await submit({})).toMatchObject({ outcome: 'limited', afterSeconds: expect.any(Number) });
    expect(server.stored).toEqual([]);
    found('H42', '17 risposte guaste del servizio: ognuna con la sua parola, tentata una volta sola');
  });

  test.each([
    [{ cidrs: ['10.0.0.0/8'] }, { outcome: 'refused', why: 'address' }],
    [{ recipients: [anna] }, { outcome: 'recipient-forbidden' }],
  ])('may lie in how the service is set up: %j', async (over, expected) => {
    const { io } = await start({ services: [service('tari', over)] });
    expect((await io.submit(tari.primary, body)).answer).toMatchObject(expected);
  });
});

it('never says that nothing was sent of a message that was taken in, whatever goes wrong', async () => {
  for (const seed of [1, 2, 3]) {
    const { fake: server, io } = await start({
      seed,
      faults: { seed, chance: 0.7, operations: ['message'], names: faultNames },
      delivery: { lateMs: 1000, dripMs: 50 },
    });
    const heard = new Set<string>();
    for (let n = 0; n < 40; n++) {
      const before = server.stored.length;
      const { answer } = await io.submit(tari.primary, body);
      heard.add(answer.outcome);
      const taken = server.stored.slice(before);
      const told = answer.outcome === 'accepted' ? [answer.id] : [];
      // Of what is uncertain either may be true.
      expect(answer.outcome === 'uncertain' ? told : taken.map(({ id }) => id)).toEqual(told);
    }
    expect(server.calls).toHaveLength(40);
    expect(heard.size).toBeGreaterThan(3);
    await server.close();
  }
});

describe('a citizen', () => {
  test.each([
    ['unknown', null, { outcome: 'not-enrolled' }],
    ['who silenced the service', choosing('tari', false), { outcome: 'service-disabled' }],
  ])('%s', async (_, profile, expected) => {
    const { io } = await start({ profiles: { [mario]: profile } });
    expect((await io.profile(tari.primary, mario)).answer).toEqual(expected);
  });

  test.each([
    ['close-before-reading', { outcome: 'no-answer' }],
    ['store-late', { outcome: 'no-answer' }],
    ['problem-500', { outcome: 'no-answer' }],
    ['gateway-502', { outcome: 'no-answer' }],
    ['302', { outcome: 'not-sent', why: 'portal' }],
    ['gateway-429', { outcome: 'limited', afterSeconds: 4 }],
    ['gateway-401', { outcome: 'refused', why: 'key' }],
  ] as const)('cannot be asked about: %s', async (fault, expected) => {
    const { fake: server, io } = await start({ delivery: { lateMs: 1000 } });
    server.faults.script('profile', fault);
    expect((await io.profile(tari.primary, mario)).answer).toMatchObject(expected);
  });
});

describe('the status', () => {
  it('waits, and is for the right key', async () => {
    const { fake: server, io } = await start({ processAfterMs: 60_000 });
    await io.submit(tari.primary, body);
    const id = server.stored[0]?.id ?? '';
    expect((await io.status(tari.primary, mario, id)).answer).toEqual({ outcome: 'pending' });
    expect((await io.status(mensa.primary, mario, id)).answer).toEqual({ outcome: 'other-key' });
    expect((await io.status(tari.primary, anna, id)).answer).toEqual({ outcome: 'not-found' });
  });

  test.each(['problem-500', 'gateway-504', 'close-after-reading', '302', 'store-504'] as const)(
    'changes nothing: %s',
    async (fault) => {
      const { fake: server, io } = await start();
      await io.submit(tari.primary, body);
      server.faults.script('status', fault);
      const told = await io.status(tari.primary, mario, server.stored[0]?.id ?? '');
      expect(told.answer.outcome).toBe('no-answer');
    },
  );

  it('is asked for what is there, whatever the id looks like', async () => {
    const { fake: server, io } = await start();
    await io.status(tari.primary, mario, '../profiles?x#y');
    expect(server.calls[0]?.path).toBe(`/api/v1/messages/${mario}/..%2Fprofiles%3Fx%23y`);
  });
});

it('compares the clocks', async () => {
  const now = Date.UTC(2026, 10, 30, 10);
  fake = await startIoService({ now: () => now, dateOffsetMs: -86_400_000 });
  const io = createIoService({ baseUrl: baseUrl(fake.url), now: () => now });
  expect((await io.profile(tari.primary, mario)).heard).toEqual({ httpCode: 404, skewMs: -86_400_000 });
});
