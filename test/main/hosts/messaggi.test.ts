import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { IoService } from '../../fakes/io-service/options.ts';
import { automatic } from '../../fakes/io-service/profiles.ts';
import { startIoService } from '../../fakes/io-service/server.ts';
import { service } from '../../fakes/io-service/services.ts';
import { citizen, listOf, notice, row, rows, type ListRow } from '../../helpers/citizens.ts';
import { aDesk, parseOne, settle, stackTrace, type Ended } from './command-line.ts';

// The commands of the messages, as a script sees them: real processes, one JSON document, exit codes.

// A test here is up to a dozen processes.
vi.setConfig({ testTimeout: 120_000 });

const marker = 'c0ffee00c0ffee00c0ffee00deadbee1';
const desk = aDesk(settle);
const dataFolder = desk.path('dati-del-computer');
let io: IoService;
const everything: Ended[] = [];

beforeAll(async () => {
  io = await startIoService({
    others: automatic,
    services: [service('tari', { primary: marker }), service('mensa')],
  });
});
afterAll(() => io.close());

async function run(words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const ended = await desk.run(words, {
    env: {
      XDG_DATA_HOME: dataFolder,
      TREPALLINI_IO_URL: io.url,
      TREPALLINI_IO_KEY_TARI: marker,
      ...env,
    },
  });
  everything.push(ended);
  expect(ended.stderr).not.toMatch(stackTrace);
  return ended;
}

/** What a command answers in JSON; it must end well. */
async function ask<T>(
  shape: z.ZodType<T>,
  words: readonly string[],
  env?: Record<string, string>,
): Promise<T> {
  const { code, stdout, stderr } = await run(['--json', 'messaggi', ...words], env);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${stderr}${stdout}`);
  return shape.parse(parseOne(stdout));
}

async function refused(words: readonly string[]): Promise<{ code: number | null; problem: string }> {
  const { code, stdout } = await run(['--json', 'messaggi', ...words]);
  const told = z.looseObject({ code: z.string(), message: z.string().min(20) }).parse(parseOne(stdout));
  return { code, problem: told.code };
}

const count = z.int().nonnegative();
const states = [
  'draft',
  'queued',
  'sending',
  'accepted',
  'delivered',
  'undeliverable',
  'failed',
  'not-enrolled',
  'service-disabled',
  'data-error',
  'paused',
  'cancelled',
  'uncertain',
] as const;
const byState = z.partialRecord(z.enum(states), count);
const sentence = z.string().min(10);

const prepared = z.strictObject({
  campaign: z.int().positive(),
  rows: count,
  ready: count,
  refused: z.array(z.looseObject({ row: z.int().positive(), code: z.string(), message: sentence })),
  warnings: z.array(z.looseObject({ code: z.string(), message: sentence })),
});
const preview = z.strictObject({
  fiscalCode: z.string(),
  subject: z.string(),
  markdown: z.string(),
  shown: z.string(),
  dueDate: z.string().nullable(),
  payment: z.strictObject({ cents: z.int(), noticeNumber: z.string() }).nullable(),
});
const queued = z.looseObject({
  queued: count,
  alreadyKnown: count,
  notEligible: z.array(z.looseObject({ row: z.int().positive(), reason: z.string() })),
});
const sent = z.strictObject({
  sent: count,
  byState,
  blocked: z.looseObject({ code: z.string(), message: sentence }).optional(),
});
const shownRow = z.looseObject({
  row: z.int().positive(),
  key: z.string(),
  fiscalCode: z.string(),
  noticeNumber: z.string().nullable(),
  state: z.enum(states),
  messageId: z.string().nullable(),
  attempts: count,
  reason: z.string().nullable(),
});
const stato = z.strictObject({ byState, rows: z.array(shownRow) });

let lists = 0;
function prepare(all: readonly ListRow[], more: readonly string[] = []): Promise<z.infer<typeof prepared>> {
  const list = desk.write(`elenco-${(lists += 1)}.csv`, listOf(all));
  return ask(prepared, [
    'prepara',
    '--servizio',
    'tari',
    '--modello',
    'tari-avviso',
    '--elenco',
    list,
    ...more,
  ]);
}

async function queue(all: readonly ListRow[]): Promise<string> {
  const { campaign } = await prepare(all);
  await ask(queued, ['accoda', String(campaign)]);
  return String(campaign);
}

describe('a campaign from the list to the citizen', () => {
  it('is prepared, looked at, queued, sent and followed', async () => {
    const all = [
      ...rows(3),
      row(4, { fiscalCode: `${citizen(4).slice(0, 15)}${citizen(4).endsWith('A') ? 'B' : 'A'}` }),
    ];
    const told = await prepare(all);
    expect(told).toMatchObject({ rows: 4, ready: 3, refused: [{ row: 4, code: 'cf-check' }] });
    const id = String(told.campaign);
    const message = await ask(preview, ['anteprima', id, '--riga', '2']);
    expect(message).toMatchObject({
      fiscalCode: citizen(2),
      dueDate: '2026-12-16T22:59:59Z',
      payment: { cents: 12_830, noticeNumber: notice(2) },
    });
    expect(message.shown).toContain('16 dicembre 2026');
    expect(await ask(queued, ['accoda', id])).toMatchObject({ queued: 3, alreadyKnown: 0, notEligible: [] });
    expect(await ask(queued, ['accoda', id])).toMatchObject({ queued: 0, alreadyKnown: 3 });
    const before = await ask(stato, ['stato', id]);
    expect(before.byState).toEqual({ queued: 3 });
    expect(before.rows.map(({ row: n, key, attempts }) => [n, key, attempts])).toEqual(
      [1, 2, 3].map((n) => [n, `tari:${citizen(n)}:avviso:${notice(n)}`, 0]),
    );
    expect(await ask(sent, ['invia', '--subito', '--ritmo', '50'])).toEqual({
      sent: 3,
      byState: { accepted: 3 },
    });
    expect(io.stored.map(({ fiscalCode }) => fiscalCode)).toEqual([1, 2, 3].map(citizen));
    const after = await ask(stato, ['stato', id]);
    expect(after.rows.map(({ messageId, attempts }) => [messageId, attempts])).toEqual(
      io.stored.map(({ id: messageId }) => [messageId, 1]),
    );
    await ask(z.looseObject({ asked: z.literal(3), byState }), ['aggiorna']);
    expect((await ask(stato, ['stato'])).byState).toEqual({ delivered: 3 });
    expect(await ask(sent, ['invia', '--subito'])).toEqual({ sent: 0, byState: { delivered: 3 } });
  });

  it('says of each row why it is not asked', async () => {
    const late = desk.write('oggi.csv', listOf([row(20, { due: '11/03/2026' })]));
    const words = ['prepara', '--servizio', 'tari', '--modello', 'tari-avviso', '--elenco', late];
    const { campaign } = await ask(prepared, words);
    const answer = await ask(queued, ['--oggi', '2026-03-12', 'accoda', String(campaign)]);
    expect(answer).toMatchObject({ queued: 0, notEligible: [{ row: 1, reason: 'due-passed' }] });
    expect((await ask(stato, ['stato', String(campaign)])).rows).toMatchObject([
      { state: 'cancelled', reason: 'due-passed' },
    ]);
  });
});

describe('what stops a run', () => {
  it('is told, with the rows that wait', async () => {
    const id = await queue([row(30)]);
    const without = { TREPALLINI_IO_KEY_TARI: '' };
    expect(await ask(sent, ['invia', '--subito'], without)).toMatchObject({
      sent: 0,
      blocked: { code: 'key-missing', service: 'tari' },
    });
    const wrong = { TREPALLINI_IO_KEY_TARI: '0123456789abcdef0123456789abcdef' };
    expect(await ask(sent, ['invia', '--subito'], wrong)).toMatchObject({
      sent: 0,
      byState: { paused: 1 },
      blocked: { code: 'service-refused', service: 'tari' },
    });
    expect((await ask(stato, ['stato', id])).rows).toMatchObject([
      { state: 'paused', reason: 'service-refused' },
    ]);
    // Another key lets it go.
    expect(await ask(sent, ['invia', '--subito'])).toMatchObject({ sent: 1 });
    const nowhere = { TREPALLINI_IO_URL: 'http://example.org/api/v1' };
    const { code, stdout } = await run(['--json', 'messaggi', 'invia', '--subito'], nowhere);
    expect([code, stdout]).toEqual([3, expect.stringContaining('io-address-refused')]);
  });
});

describe('what nobody knows', () => {
  it('is settled in three ways', async () => {
    io.faults.script('message', 'store-close', 'gateway-503', 'gateway-504');
    const id = await queue(rows(3, 40));
    expect(await ask(sent, ['invia', '--subito', '--ritmo', '50'])).toMatchObject({
      sent: 0,
      blocked: { code: 'uncertain-in-a-row' },
    });
    const { rows: doubts } = await ask(stato, ['stato', id]);
    expect(doubts.map(({ state, reason, attempts }) => [state, reason, attempts])).toEqual(
      Array.from({ length: 3 }, () => ['uncertain', 'uncertain', 1]),
    );
    const [first, second, third] = doubts.map(({ key }) => key);
    const settleAs = (key: string | undefined, how: string) =>
      ask(shownRow, ['risolvi', key ?? '', '--come', how, '--nota', 'sentito al telefono']);
    expect(await settleAs(first, 'inviato')).toMatchObject({ state: 'accepted', messageId: null });
    expect(await settleAs(second, 'reinvia')).toMatchObject({ state: 'queued' });
    expect(await settleAs(third, 'altro-canale')).toMatchObject({
      state: 'cancelled',
      reason: 'other-channel',
    });
    expect(await ask(sent, ['invia', '--subito'])).toMatchObject({ sent: 1 });
    expect((await ask(stato, ['stato', id])).rows.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['accepted', 1],
      ['accepted', 2],
      ['cancelled', 1],
    ]);
    expect(await refused(['risolvi', first ?? '', '--come', 'reinvia'])).toEqual({
      code: 3,
      problem: 'not-uncertain',
    });
  });

  it('a queue that is not held may be let go as well', async () => {
    const told = await ask(z.looseObject({ hold: z.null(), byState }), ['riprendi']);
    expect(told.hold).toBeNull();
  });
});

describe('what does not exist', () => {
  it.each([
    [['anteprima', '99', '--riga', '1'], 'not-found'],
    [['anteprima', '1', '--riga', '99'], 'not-found'],
    [['accoda', '99'], 'not-found'],
    [['stato', '99'], 'not-found'],
    [['risolvi', 'tari:X:avviso:1', '--come', 'inviato'], 'not-found'],
    [['prepara', '--servizio', 'tari', '--modello', 'nessuno', '--elenco', 'elenco-1.csv'], 'not-found'],
  ])('%j ends with 3 and says so', async (words, problem) => {
    expect(await refused(words)).toEqual({ code: 3, problem });
  });

  it('a list that is not there ends with 3', async () => {
    const words = ['prepara', '--servizio', 'tari', '--modello', 'tari-avviso', '--elenco', 'manca.csv'];
    expect((await refused(words)).code).toBe(3);
  });

  it('a service that nobody has told of is prepared, with a warning', async () => {
    const list = desk.write('altro.csv', listOf([row(50)]));
    const words = ['prepara', '--servizio', 'biblioteca', '--modello', 'tari-avviso', '--elenco', list];
    const { warnings } = await ask(prepared, words);
    expect(warnings.map(({ code }) => code)).toContain('service-unknown');
  });
});

describe('wrong usage', () => {
  it.each([
    [['prepara', '--servizio', 'tari']],
    [['anteprima', '1']],
    [['anteprima', 'uno', '--riga', '1']],
    [['accoda']],
    [['invia', '--ritmo', 'svelto']],
    [['invia', 'adesso']],
    [['risolvi', 'chiave']],
    [['risolvi', 'chiave', '--come', 'boh']],
    [['stato', '0']],
    [['spedisci']],
  ])('%j ends with 2', async (words) => {
    const { code } = await run(['messaggi', ...words]);
    expect(code).toBe(2);
  });
});

describe('what must not be told', () => {
  it('a key stands in no output and in no file, a codice fiscale in no diagnostics', () => {
    const said = everything.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(everything.length).toBeGreaterThan(40);
    expect(said).not.toContain(marker);
    for (const { stderr } of everything) expect(stderr).not.toContain(citizen(1).slice(0, 6));
    const bytes = [desk.archive, dataFolder].flatMap(filesIn).map((file) => readFileSync(file));
    expect(bytes.length).toBeGreaterThan(3);
    for (const one of bytes) for (const form of formsOf(marker)) expect(one.includes(form)).toBe(false);
    const named = bytes.filter((one) => one.includes(citizen(1)));
    // The ledger, and the journal beside it and outside of it.
    expect(named.length).toBeLessThanOrEqual(4);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64')),
  ];
}
