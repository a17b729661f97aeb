import { mkdtempSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import type { IoService, IoServiceOptions } from './options.ts';
import { automatic, choosing, inboxOff, manual, withoutLanguages } from './profiles.ts';
import { anna, mario, sample } from './sample.ts';
import { startIoService } from './server.ts';
import { service } from './services.ts';

let io: IoService | null = null;
const tari = service('tari');
const mensa = service('mensa');

afterEach(async () => {
  await io?.close();
  io = null;
});

async function start(options: IoServiceOptions = {}): Promise<IoService> {
  io = await startIoService({ others: automatic, ...options });
  return io;
}

interface Heard {
  readonly code: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

async function call(path: string, body?: unknown, key: string | null = tari.primary): Promise<Heard> {
  if (io === null) throw new Error('not started');
  const answer = await fetch(`${io.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(key === null ? {} : { 'Ocp-Apim-Subscription-Key': key }),
    },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    code: answer.status,
    headers: answer.headers,
    text,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

const submit = (body: unknown, key?: string | null) => call('/messages', body, key);

describe('a message', () => {
  it('is taken in, with its id and its place', async () => {
    const { stored } = await start();
    const { code, body, headers } = await submit(sample());
    expect(code).toBe(201);
    expect(body).toEqual({ id: stored[0]?.id });
    expect(body['id']).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(headers.get('location')).toBe(`/api/v1/messages/${mario}/${String(body['id'])}`);
    expect(stored[0]).toMatchObject({ service: 'tari', fiscalCode: mario });
  });

  it('is taken in twice when it comes twice, and for somebody who is nobody', async () => {
    const { stored } = await start({ others: null });
    await submit(sample());
    await submit(sample());
    expect(stored).toHaveLength(2);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(2);
  });

  it('loses what is not known, without a word', async () => {
    const { stored } = await start();
    const { content, ...rest } = sample();
    const { payment_data: payment, ...others } = content;
    const { code } = await submit({ ...rest, content: others, payment_data: payment, note: 'x' });
    expect(code).toBe(201);
    expect(stored[0]?.message.content.payment).toBeNull();
  });

  it('names its citizen in one place', async () => {
    await start();
    const { fiscal_code: _, ...nobody } = sample();
    expect((await call(`/messages/${mario}`, nobody)).code).toBe(201);
    expect((await call(`/messages/${mario}`, sample())).body).toMatchObject({ title: 'Bad parameters' });
    expect((await submit(nobody)).body).toMatchObject({ title: 'Bad parameters' });
  });
});

const status = async (id: string) => (await call(`/messages/${mario}/${id}`)).body;

const content = sample().content;
const payment = content.payment_data;

describe('the lengths and forms', () => {
  test.each([
    ['subject', 'x'.repeat(9), 400],
    ['subject', 'x'.repeat(10), 201],
    ['subject', 'x'.repeat(120), 201],
    ['subject', 'x'.repeat(121), 400],
    // An emoji counts twice.
    ['subject', `${'x'.repeat(8)}🗑`, 201],
    ['subject', `${'x'.repeat(119)}🗑`, 400],
    ['markdown', 'x'.repeat(79), 400],
    ['markdown', 'x'.repeat(80), 201],
    ['markdown', 'x'.repeat(10_000), 201],
    ['markdown', 'x'.repeat(10_001), 400],
    ['due_date', '2026-12-16', 400],
    ['due_date', '2026-12-16T22:59:59Z', 201],
    ['due_date', '2026-12-16T23:59:59+01:00', 201],
    ['due_date', '2026-12-16T23:59:59', 201],
    ['due_date', 'domani', 400],
    ['payment_data', { ...payment, amount: 0 }, 400],
    ['payment_data', { ...payment, amount: 12.5 }, 400],
    ['payment_data', { ...payment, amount: '1250' }, 400],
    ['payment_data', { ...payment, amount: 10_000_000_000 }, 400],
    ['payment_data', { ...payment, notice_number: '401000000000012373' }, 400],
    ['payment_data', { ...payment, notice_number: 301_000_000_000 }, 400],
    ['payment_data', { ...payment, payee: { fiscal_code: '01234567890' } }, 403],
    ['third_party_data', { id: 'x' }, 403],
    ['third_party_data', { id: 'x', configuration_id: '01HMRBX079WA5SGYBQP1A7FSKH' }, 404],
  ])('%s %j: %i', async (field, value, expected) => {
    const { stored } = await start();
    const { code, headers, body } = await submit({ ...sample(), content: { ...content, [field]: value } });
    expect(code).toBe(expected);
    expect(stored).toHaveLength(expected === 201 ? 1 : 0);
    if (expected === 201) return;
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status: expected });
  });

  it('say where they are wrong', async () => {
    await start();
    const { body } = await submit({ ...sample(), content: { ...content, subject: 'TARI' } });
    expect(body['detail']).toBe(
      'value "TARI" at root.content.subject is not a valid [string of length >= 10 and < 121]',
    );
  });

  test.each(['rssmra85t10a562s', '01234567890', 'RSSMRA85T10A562'])('no codice fiscale: %s', async (code) => {
    await start();
    expect((await submit(sample(code))).code).toBe(400);
  });

  it('a date is kept in UTC', async () => {
    const { stored } = await start();
    await submit({ ...sample(), content: { ...content, due_date: '2026-12-16T23:59:59+01:00' } });
    expect(stored[0]?.message.content.dueDate).toBe('2026-12-16T22:59:59.000Z');
  });

  it('the cap is the service’s, and 0 for a draft', async () => {
    await start({ services: [tari, service('bozza', { cap: 0 })] });
    const over = { ...sample(), content: { ...content, payment_data: { ...payment, amount: 1_000_001 } } };
    expect((await submit(over)).body).toMatchObject({
      title: 'Error while sending payment metadata',
      detail:
        'The requested amount (1000001 cents) exceeds the maximum allowed for this service (1000000 cents)',
    });
    expect((await submit(sample(), service('bozza').primary)).code).toBe(400);
  });

  it('ADVANCED is for those who have the contract', async () => {
    await start();
    expect((await submit({ ...sample(), feature_level_type: 'ADVANCED' })).code).toBe(403);
  });
});

describe('the gateway', () => {
  it('speaks its own way of keys', async () => {
    await start();
    const missing = await submit(sample(), null);
    const wrong = await submit(sample(), 'f'.repeat(32));
    expect([missing.code, wrong.code]).toEqual([401, 401]);
    expect(missing.body).toMatchObject({ statusCode: 401, message: expect.stringContaining('missing') });
    expect(wrong.body).toMatchObject({ statusCode: 401, message: expect.stringContaining('invalid') });
  });

  it('counts an institution over all its keys, in a sliding window', async () => {
    let now = 1_800_000_000_000;
    const { stored, limiter } = await start({
      now: () => now,
      limit: { calls: 4, windowMs: 5000, stolen: 0 },
    });
    const keys = [tari.primary, tari.secondary, mensa.primary, mensa.secondary];
    for (const key of keys) expect((await submit(sample(), key)).code).toBe(201);
    now += 1500;
    const refused = await submit(sample());
    expect(refused.code).toBe(429);
    expect(refused.headers.get('x-rate-limit-retry-after')).toBe('4');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.body).toEqual({
      statusCode: 429,
      message: 'Rate limit is exceeded. Try again in 4 seconds.',
    });
    expect(stored).toHaveLength(4);
    now += 3500;
    expect((await submit(sample())).headers.get('x-rate-limit-remaining')).toBe('3');
    limiter.settings = { calls: 4, windowMs: 5000, stolen: 3 };
    expect((await submit(sample())).code).toBe(429);
  });

  it('forgets a key as soon as it is made anew, and follows those that were swapped', async () => {
    const { services, stored } = await start();
    const fresh = services.regenerate('tari', 'primary');
    expect((await submit(sample())).code).toBe(401);
    expect((await submit(sample(), fresh)).code).toBe(201);
    services.swap('tari', 'mensa');
    await submit(sample(), fresh);
    expect(stored.map((one) => one.service)).toEqual(['tari', 'mensa']);
  });

  it('says what time it believes it is', async () => {
    await start({ now: () => Date.UTC(2026, 10, 30, 10), dateOffsetMs: 600_000 });
    expect((await submit(sample())).headers.get('date')).toBe('Mon, 30 Nov 2026 10:10:00 GMT');
  });
});

describe('a service', () => {
  test.each([
    [{ cidrs: ['10.0.0.0/8'] }, 403, 'You are not allowed here'],
    [{ cidrs: ['127.0.0.0/8'] }, 201, undefined],
    [{ recipients: [anna] }, 403, 'Recipient forbidden'],
    [{ recipients: [mario] }, 201, undefined],
  ])('set up with %j: %i', async (over, expected, title) => {
    await start({ services: [service('tari', over)] });
    const { code, body } = await submit(sample());
    expect(code).toBe(expected);
    expect(body['title']).toBe(title);
  });
});

describe('a profile', () => {
  test.each([
    ['automatic', automatic, 200, true],
    ['manual', manual, 200, false],
    ['manual, this service chosen', choosing('tari', true, manual), 200, true],
    ['automatic, this service silenced', choosing('tari', false), 200, false],
    ['automatic, another service silenced', choosing('mensa', false), 200, true],
    ['inbox off', inboxOff, 404, undefined],
    ['absent', null, 404, undefined],
  ])('%s', async (_, profile, code, allowed) => {
    await start({ profiles: { [mario]: profile } });
    const answer = await call('/profiles', { fiscal_code: mario });
    expect(answer.code).toBe(code);
    expect(answer.body['sender_allowed']).toBe(allowed);
    expect((await call(`/profiles/${mario}`)).body).toEqual(answer.body);
  });

  it('may say nothing of languages', async () => {
    await start({ profiles: { [mario]: withoutLanguages } });
    expect((await call('/profiles', { fiscal_code: mario })).body).toEqual({ sender_allowed: true });
  });

  it('of no codice fiscale is a 400', async () => {
    await start();
    expect((await call('/profiles', { fiscal_code: '01234567890' })).code).toBe(400);
  });
});

describe('the status', () => {
  let now = 0;

  async function sent(options: IoServiceOptions): Promise<string> {
    now = Date.UTC(2026, 10, 30, 10);
    await start({ now: () => now, processAfterMs: 60_000, ...options });
    return String((await submit(sample())).body['id']);
  }

  it('goes from accepted to processed; content comes with it, and no notification ever', async () => {
    const id = await sent({});
    const before = await status(id);
    expect(before).toMatchObject({ status: 'ACCEPTED', message: { id, fiscal_code: mario } });
    expect(before['message']).not.toHaveProperty('content');
    now += 60_000;
    const after = await status(id);
    expect(after).toMatchObject({ status: 'PROCESSED', message: { content: { subject: content.subject } } });
    expect(after).not.toHaveProperty('notification');
  });

  it('is rejected for whoever silenced the service in between, and for strangers', async () => {
    const id = await sent({});
    io?.setProfile(mario, choosing('tari', false));
    now += 60_000;
    expect(await status(id)).toMatchObject({ status: 'REJECTED' });
    io?.setProfile(mario, automatic);
    expect((await status(id))['message']).not.toHaveProperty('content');
  });

  it('stays processed for whoever leaves afterwards', async () => {
    const id = await sent({});
    now += 60_000;
    io?.setProfile(mario, null);
    expect(await status(id)).toMatchObject({ status: 'PROCESSED' });
  });

  test.each([
    ['failed', 'FAILED', 'FAILED'],
    ['rejected', 'REJECTED', 'REJECTED'],
    ['accepted-for-ever', 'ACCEPTED', 'ACCEPTED'],
    ['throttled-for-a-day', 'THROTTLED', 'PROCESSED'],
  ] as const)('%s: %s after an hour, %s after two days', async (fate, hour, days) => {
    const id = await sent({ fateOf: () => fate });
    now += 3_600_000;
    expect(await status(id)).toMatchObject({ status: hour });
    now += 2 * 86_400_000;
    expect(await status(id)).toMatchObject({ status: days });
  });

  it('is not found during the first second, nor ever with a wrong id', async () => {
    const id = await sent({ visibleAfterMs: 1000 });
    expect((await call(`/messages/${mario}/${id}`)).code).toBe(404);
    now += 1000;
    expect((await call(`/messages/${mario}/${id}`)).code).toBe(200);
    expect((await call(`/messages/${anna}/${id}`)).code).toBe(404);
  });

  it('is for the service that sent it', async () => {
    const id = await sent({});
    expect((await call(`/messages/${mario}/${id}`, undefined, mensa.primary)).code).toBe(403);
  });
});

describe('the ledger and the seed', () => {
  it('is on disk before the answer', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'io-')), 'ledger.jsonl');
    const { stored } = await start({ ledgerFile: file });
    await submit(sample());
    await submit(sample(anna));
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(stored.map(({ id }) => id));
  });

  it('makes the same run twice', async () => {
    const runs = [];
    for (let run = 0; run < 2; run++) {
      await start({
        seed: 7,
        now: () => 1_800_000_000_000,
        faults: { seed: 7, chance: 0.5, operations: ['message'], names: ['store-504', 'problem-500', '302'] },
      });
      const codes = [];
      for (let n = 0; n < 12; n++) codes.push((await submit(sample())).code);
      runs.push({ codes, ids: io?.stored.map(({ id }) => id) });
      await io?.close();
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(new Set(runs[0]?.codes).size).toBeGreaterThan(2);
  });
});

describe('a fault', () => {
  test.each([
    ['close-before-reading', 0, 'closed'],
    ['close-after-reading', 0, 'closed'],
    ['store-close', 1, 'closed'],
    ['store-201-truncated', 1, 'closed'],
    ['store-504', 1, 504],
    ['store-late', 1, 201],
    ['store-201-drip', 1, 201],
    ['201-html', 0, 201],
    ['302', 0, 302],
    ['problem-500', 0, 500],
    ['gateway-401', 0, 401],
    ['gateway-429', 0, 429],
    ['gateway-500', 0, 500],
    ['gateway-502', 0, 502],
    ['gateway-503', 0, 503],
    ['gateway-504', 0, 504],
  ] as const)('%s stores %i and answers %s, once', async (fault, kept, expected) => {
    const { faults, stored } = await start({ delivery: { lateMs: 20, dripMs: 1 } });
    faults.script('message', fault);
    const heard = await submit(sample()).catch(() => null);
    expect(heard?.code ?? 'closed').toBe(expected);
    expect(stored).toHaveLength(kept);
    expect((await submit(sample())).code).toBe(201);
  });

  it('of a body without end goes on for as long as somebody listens', async () => {
    const { faults, stored, url } = await start();
    faults.script('message', 'store-201-endless');
    const answer = await fetch(`${url}/messages`, {
      method: 'POST',
      headers: { 'Ocp-Apim-Subscription-Key': tari.primary },
      body: JSON.stringify(sample()),
    });
    let heard = 0;
    for await (const chunk of answer.body ?? []) {
      heard += (chunk as Uint8Array).length;
      if (heard > 5_000_000) break;
    }
    expect(heard).toBeGreaterThan(5_000_000);
    expect(stored).toHaveLength(1);
  });

  it('lets the world change between the question and the message', async () => {
    const self = await start();
    self.onCall = ({ operation }) => {
      if (operation === 'message') self.setProfile(mario, null);
    };
    expect((await call('/profiles', { fiscal_code: mario })).code).toBe(200);
    const id = String((await submit(sample())).body['id']);
    expect((await call(`/messages/${mario}/${id}`)).body).toMatchObject({ status: 'REJECTED' });
  });

  it('of a connection that was used before is a reset', async () => {
    const { url, calls } = await start({ resetsReused: true });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async () =>
      await new Promise<string>((resolve) => {
        get(`${url}/profiles/${mario}`, { agent }, (answer) => {
          answer.resume().on('end', () => resolve(`HTTP ${answer.statusCode ?? 0}`));
        }).on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
      });
    expect(await ask()).toBe('HTTP 401');
    expect(await ask()).toBe('ECONNRESET');
    expect(calls).toHaveLength(1);
    agent.destroy();
  });
});
