import { Ajv2020 } from 'ajv/dist/2020.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mostAtOnce, serveApi, type ApiHost } from '../../../src/main/hosts/api/serve-api.ts';
import { createCores, type Cores } from '../../../src/main/hosts/cores.ts';
import type { Call, Input, Output } from '../../../src/shared/contract/api.ts';
import type { OperationName } from '../../../src/shared/contract/operations.ts';
import { resources } from '../../../src/shared/contract/local-api/resources.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

interface Told {
  readonly status: number;
  readonly etag: string | null;
  readonly headers: Headers;
  readonly body: unknown;
}
type Payment = Output<'payments.list'>['rows'][number];
interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

let home: string;
let cores: Cores;
let host: ApiHost;
let day = '2026-03-31' as Day;
const tokens = { masked: '', clear: '' };
const calls: string[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tre-pallini-api-'));
  cores = createCores({
    home,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: true,
    today: () => day,
    now: () => '2026-03-31T10:00:00.000Z',
    onDefect: (_incident, operation, error) => {
      throw new Error(operation, { cause: error });
    },
  });
  await ask('demo.fill', {});
  tokens.masked = (await ask('programs.create', { name: 'Controllo di gestione' })).token;
  tokens.clear = (await ask('programs.create', { name: 'Ufficio tributi', clear: true })).token;
  host = await served((name, input, options) => {
    calls.push(name);
    return cores.of('demo').call(name, input, options);
  });
}, 60_000);

afterAll(async () => {
  await host.close();
  await cores.close();
  rmSync(home, { recursive: true, force: true });
});

async function served(call: Call): Promise<ApiHost> {
  const opened = await serveApi({ call, port: 0 });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

async function ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const told = await cores.of('demo').call(name, input);
  if (!told.ok) throw new Error(`${name}: ${JSON.stringify(told.problem)}`);
  return told.value;
}

async function get(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  token: string = tokens.clear,
): Promise<Told> {
  const answer = await fetch(`${host.origin}${path}`, {
    headers: { Authorization: `Bearer ${token}`, ...headers },
  });
  const text = await answer.text();
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    headers: answer.headers,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

async function rows<Row = Payment>(path: string, token: string = tokens.clear): Promise<readonly Row[]> {
  const { status, body } = await get(path, {}, token);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return (body as Listed<Row>).rows;
}

/** Follows `next` until there is none. */
async function everyRow<Row>(path: string, limit: number): Promise<{ pages: number; rows: Row[] }> {
  const all: Row[] = [];
  for (let pages = 1, after = ''; ; pages++) {
    const { status, body } = await get(`${path}?limite=${limit}${after}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    const page = body as Listed<Row>;
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    all.push(...page.rows);
    if (page.next === null) return { pages, rows: all };
    after = `&dopo=${page.next}`;
  }
}

const lists = ['/v1/pagamenti', '/v1/flussi', '/v1/provvisori'] as const;

describe('the description of the local API', () => {
  it('is what the answers of the invented Comune are held against', async () => {
    const described = (await get('/v1/openapi.json')).body as OpenApi;
    expect(described.openapi).toBe('3.1.0');
    expect(described.servers).toEqual([{ url: host.origin }]);
    expect(Object.keys(described.paths)).toEqual(Object.keys(resources));
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
    for (const [path, { get: operation }] of Object.entries(described.paths)) {
      const validate = ajv.compile(operation.responses['200'].content['application/json'].schema);
      const asked = lists.some((list) => list === path)
        ? [`${path}?limite=500`, `${path}?limite=500&cambiatiDal=inizio`]
        : [path];
      for (const token of [tokens.clear, tokens.masked])
        for (const address of asked) {
          const { body } = await get(address, {}, token);
          expect({ address, valid: validate(body), errors: validate.errors }).toEqual({
            address,
            valid: true,
            errors: null,
          });
          // A schema that takes everything would prove nothing.
          expect(validate({ ...(body as object), altro: 1 })).toBe(path === '/v1/openapi.json');
        }
    }
    const refusal = ajv.compile(described.components.schemas.Rifiuto);
    expect(refusal((await get('/v1/pagamenti?boh=1')).body)).toBe(true);
  });

  it('names every parameter, and none works that it does not name', async () => {
    const described = (await get('/v1/openapi.json')).body as OpenApi;
    const { rows: ofTari } = await ask('payments.list', { filter: { services: ['tari'] }, limit: 1_000 });
    const payment = ofTari.find(
      (row) =>
        row.noticeNumber !== null &&
        typeof row.debtor?.codiceFiscale === 'string' &&
        row.iuf !== null &&
        row.provvisori.length > 0,
    );
    if (payment === undefined) throw new Error('the invented Comune has no whole payment');
    const [provvisorio] = payment.provvisori;
    const written = `${provvisorio?.esercizio}/${provvisorio?.numero}`;
    const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      '/v1/pagamenti': {
        iuv: payment.iuv,
        numeroAvviso: payment.noticeNumber ?? '',
        codiceFiscale: payment.debtor?.codiceFiscale ?? '',
        iuf: payment.iuf ?? '',
        provvisorio: written,
        stato: payment.status,
        servizio: payment.service ?? '',
        dal: payment.paidOn ?? '',
        al: payment.paidOn ?? '',
        limite: '500',
        cambiatiDal: 'inizio',
      },
      '/v1/flussi': {
        iuf: payment.iuf ?? '',
        stato: 'reconciled',
        dal: '2026-01-01',
        al: '2026-12-31',
        limite: '3',
        cambiatiDal: 'inizio',
      },
      '/v1/provvisori': {
        provvisorio: written,
        iuf: payment.iuf ?? '',
        stato: 'reconciled',
        regolarizzazione: 'open',
        dal: '2026-01-01',
        al: '2026-12-31',
        limite: '3',
        cambiatiDal: 'inizio',
      },
    };
    for (const path of lists) {
      const named = described.paths[path]?.get.parameters.filter((p) => p.in === 'query').map((p) => p.name);
      expect([...Object.keys(examples[path] ?? {}), 'dopo'].toSorted()).toEqual(named?.toSorted());
      for (const [name, value] of Object.entries(examples[path] ?? {}))
        expect({
          name,
          some: (await rows(`${path}?${name}=${encodeURIComponent(value)}`)).length > 0,
        }).toEqual({
          name,
          some: true,
        });
    }
    for (const path of [...lists, '/v1/stato', '/v1/openapi.json'])
      for (const name of ['cerca', 'search', 'filter', '__proto__', 'constructor', 'Iuv', 'iuv[]', ''])
        expect(await get(`${path}?${encodeURIComponent(name)}=x`)).toMatchObject({
          status: 400,
          body: { code: 'unknown-parameter', message: expect.stringContaining('Il parametro «') as string },
        });
    expect(await get(`/v1/stato?iuv=${payment.iuv}`)).toMatchObject({ status: 400 });
  });
});

describe('what a program asks', () => {
  it('is answered exactly: by the IUV, its notice, whoever owes, the provvisorio', async () => {
    const all = (await ask('payments.list', {})).rows;
    const same = (found: readonly Payment[], wanted: (row: Payment) => boolean): void => {
      expect(found.map(({ iuv, iur }) => [iuv, iur])).toEqual(
        all.filter(wanted).map(({ iuv, iur }) => [iuv, iur]),
      );
    };
    expect(all.length).toBeGreaterThan(50);
    for (const { iuv, noticeNumber, debtor, provvisori } of all.slice(0, 25)) {
      same(await rows(`/v1/pagamenti?iuv=${iuv}`), (row) => row.iuv === iuv);
      if (noticeNumber !== null)
        same(await rows(`/v1/pagamenti?numeroAvviso=${noticeNumber}`), (row) => row.iuv === iuv);
      const cf = debtor?.codiceFiscale;
      if (typeof cf === 'string' && cf.length === 16)
        same(
          await rows(`/v1/pagamenti?codiceFiscale=${cf.toLowerCase()}`),
          (row) => row.debtor?.codiceFiscale === cf,
        );
      for (const { esercizio, numero } of provvisori)
        same(await rows(`/v1/pagamenti?provvisorio=${esercizio}/000${numero}`), (row) =>
          row.provvisori.some((one) => one.esercizio === esercizio && one.numero === numero),
        );
    }
    expect(await rows('/v1/pagamenti?iuv=01000000000000000')).toEqual([]);
  });

  it('comes in pages that are together the whole list, whatever their size', async () => {
    for (const path of lists) {
      const whole = (await everyRow(path, 500)).rows;
      for (const size of [7, 64]) {
        const paged = await everyRow(path, size);
        expect(paged.pages).toBe(Math.ceil(whole.length / size));
        expect(paged.rows).toEqual(whole);
      }
    }
  });

  it('has places that mean nothing elsewhere', async () => {
    const { next } = (await get('/v1/pagamenti?limite=5')).body as Listed<Payment>;
    expect(next).not.toBeNull();
    for (const wrong of [
      `/v1/flussi?dopo=${next}`,
      `/v1/pagamenti?stato=complete&dopo=${next}`,
      `/v1/pagamenti?dopo=${next}x`,
      '/v1/pagamenti?dopo=WyIiLCIwMSJd',
      '/v1/pagamenti?dopo=',
      '/v1/pagamenti?dopo=%00%ff',
    ])
      expect(await get(wrong)).toMatchObject({
        status: 400,
        body: { code: 'bad-parameter', message: expect.stringContaining('«dopo»') as string },
      });
  });

  it.each([
    ['iuv=%27%20OR%201=1', 'iuv'],
    [`iuv=${'1'.repeat(36)}`, 'iuv'],
    ['numeroAvviso=123', 'numeroAvviso'],
    ['codiceFiscale=RSSMRA', 'codiceFiscale'],
    ['codiceFiscale=%25', 'codiceFiscale'],
    ['provvisorio=123', 'provvisorio'],
    ['provvisorio=2026', 'provvisorio'],
    ['stato=boh', 'stato'],
    ['dal=2026-02-30', 'dal'],
    ['al=ieri', 'al'],
    ['limite=0', 'limite'],
    ['limite=501', 'limite'],
    ['limite=-1', 'limite'],
    ['limite=1e2', 'limite'],
    ['limite=', 'limite'],
    ['iuf=', 'iuf'],
    [`iuf=${'x'.repeat(101)}`, 'iuf'],
  ])('is refused by name when it is wrong: %s', async (query, name) => {
    const { status, body } = await get(`/v1/pagamenti?${query}`);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'bad-parameter' } });
    expect((body as { message: string }).message).toMatch(
      new RegExp(`^Il parametro «${name}» non va bene: .+\\.$`),
    );
  });

  it('says each thing once', async () => {
    expect(await get('/v1/pagamenti?stato=complete&stato=complete')).toMatchObject({
      status: 400,
      body: { code: 'repeated-parameter' },
    });
  });

  it.each([
    '/',
    '/v1',
    '/v1/',
    '/v1/pagamenti/',
    '/v1/pagamenti/../stato',
    '/v1/%70agamenti',
    '/V1/pagamenti',
    '/v1/pagamenti%00',
    '/v1/pagamenti;x=1',
    '//v1/pagamenti',
    '/v2/pagamenti',
    '/index.html',
    '/sessione',
    '/api/own/about.read',
    '/v1/constructor',
    '/..%2f..%2fetc/passwd',
  ])('is answered at its own address alone: not at %s', async (path) => {
    const { status, text } = await raw(`GET ${path} HTTP/1.1\r\nHost: %HOST%\r\n%TOKEN%\r\n`);
    expect(status).toBe(404);
    expect(text).toContain('"code":"no-such-address"');
  });
});

const inOrder = (found: readonly unknown[]): string[] => found.map((row) => JSON.stringify(row)).toSorted();

describe('what changed', () => {
  interface Changes {
    readonly rows: readonly object[];
    readonly gone: readonly object[];
    readonly cursor: string;
    readonly more: boolean;
  }
  async function changes(path: string, since: string, limit: number, token = tokens.clear): Promise<Changes> {
    const { status, body } = await get(`${path}?cambiatiDal=${since}&limite=${limit}`, {}, token);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as Changes;
  }
  /** Asks until there is no more. */
  async function walk(path: string, begin: string, limit: number, token = tokens.clear) {
    const found: object[] = [];
    for (let since = begin; ;) {
      const { rows: more, cursor, more: goesOn } = await changes(path, since, limit, token);
      found.push(...more);
      if (!goesOn) return { rows: found, cursor };
      since = cursor;
    }
  }

  it('is at first everything, each row once, as the list shows it to the same program', async () => {
    for (const path of lists)
      for (const token of [tokens.clear, tokens.masked]) {
        const whole = await rows<object>(`${path}?limite=500`, token);
        for (const limit of [7, 500])
          expect(inOrder((await walk(path, 'inizio', limit, token)).rows)).toEqual(inOrder(whole));
      }
  });

  it('is nothing as long as nothing happens, and then the answer is not even sent again', async () => {
    for (const path of lists) {
      const { cursor } = await walk(path, 'inizio', 500);
      const address = `${path}?cambiatiDal=${cursor}`;
      const { etag, body } = await get(address);
      expect(body).toEqual({ rows: [], gone: [], cursor, more: false });
      expect((await get(address, { 'If-None-Match': etag ?? '' })).status).toBe(304);
    }
  });

  it('is what a decision and its end, and the day alone, bring about, and no more', async () => {
    const { cursor } = await walk('/v1/pagamenti', 'inizio', 500);
    const all = await rows('/v1/pagamenti?limite=500');
    const paid = all.find(({ status, iuf }) => status === 'complete' && iuf !== null);
    if (paid === undefined) throw new Error('no payment that is complete');
    const { iuv, iur, index } = paid;
    const target = { type: 'payment', iuv, iur, index } as const;
    const made = await ask('decisions.make', { decision: { kind: 'partner', target, partner: 'Altri' } });
    const given = await walk('/v1/pagamenti', cursor, 500);
    expect(given.rows).toEqual([expect.objectContaining({ iuv, partner: 'Altri' })]);
    await ask('decisions.undo', { id: made.id });
    const back = await walk('/v1/pagamenti', given.cursor, 500);
    expect(back.rows).toEqual([paid]);
    day = '2026-09-30' as Day;
    const late = await walk('/v1/pagamenti', back.cursor, 500);
    const then = await rows('/v1/pagamenti?limite=500');
    expect(late.rows.length).toBeGreaterThan(0);
    expect(inOrder(late.rows)).toEqual(inOrder(then.filter((row, i) => row.status !== all[i]?.status)));
    day = '2026-03-31' as Day;
    expect(inOrder((await walk('/v1/pagamenti', late.cursor, 500)).rows)).toEqual(
      inOrder(all.filter((row, i) => row.status !== then[i]?.status)),
    );
  });

  it('is asked alone, with a cursor of the same address for the same program', async () => {
    const { cursor } = await walk('/v1/pagamenti', 'inizio', 500);
    const { next } = (await get('/v1/pagamenti?limite=5')).body as Listed<Payment>;
    for (const wrong of [
      '/v1/pagamenti?cambiatiDal=',
      '/v1/pagamenti?cambiatiDal=INIZIO',
      `/v1/pagamenti?cambiatiDal=${next}`,
      `/v1/pagamenti?cambiatiDal=${cursor}x`,
      `/v1/pagamenti?cambiatiDal=${cursor.slice(1)}`,
      `/v1/flussi?cambiatiDal=${cursor}`,
      `/v1/pagamenti?cambiatiDal=inizio&dopo=${next}`,
      '/v1/pagamenti?cambiatiDal=inizio&stato=complete',
      '/v1/flussi?cambiatiDal=inizio&dal=2026-01-01',
      '/v1/provvisori?cambiatiDal=inizio&provvisorio=2026/1',
    ])
      expect({ wrong, ...(await get(wrong)) }).toMatchObject({
        wrong,
        status: 400,
        body: { code: 'bad-parameter', message: expect.stringContaining('«cambiatiDal»') as string },
      });
    // What one program may know of people the other may not.
    expect(await get(`/v1/pagamenti?cambiatiDal=${cursor}`, {}, tokens.masked)).toMatchObject({
      status: 400,
    });
    expect(await get(`/v1/pagamenti?dopo=${cursor}`)).toMatchObject({ status: 400 });
  });

  it('is not told of a ledger that is not the one of before: begin again', async () => {
    const { cursor } = await walk('/v1/pagamenti', 'inizio', 500);
    const other = await served((name, input, options) =>
      cores.of(name === 'payments.changes' ? 'own' : 'demo').call(name, input, options),
    );
    const answer = await fetch(`${other.origin}/v1/pagamenti?cambiatiDal=${cursor}`, {
      headers: { Authorization: `Bearer ${tokens.clear}` },
    });
    expect(answer.status).toBe(410);
    expect(await answer.json()).toEqual({
      code: 'begin-again',
      message: expect.stringContaining('cambiatiDal=inizio') as string,
    });
    await other.close();
  });
});

describe('an answer', () => {
  it('has an ETag, and is not sent again to whoever has it', async () => {
    const first = await get('/v1/pagamenti?limite=3');
    expect(first.etag).toMatch(/^"[\w-]{43}"$/);
    const etag = first.etag ?? '';
    for (const told of [etag, `W/${etag}`, `"altro", ${etag}`, '*'])
      expect(await get('/v1/pagamenti?limite=3', { 'If-None-Match': told })).toMatchObject({
        status: 304,
        etag,
        body: null,
      });
    expect(await get('/v1/pagamenti?limite=3', { 'If-None-Match': '"altro"' })).toMatchObject({
      status: 200,
    });
    expect(await get('/v1/pagamenti?limite=4', { 'If-None-Match': etag })).toMatchObject({ status: 200 });
    // Not even equal answers tell two programs that they are.
    expect((await get('/v1/flussi?limite=3', {}, tokens.masked)).etag).not.toBe(
      (await get('/v1/flussi?limite=3', {}, tokens.clear)).etag,
    );
  });

  it('of the dashboard changes its name when the ledger does, and when the day does', async () => {
    const before = await get('/v1/stato');
    const known = { 'If-None-Match': before.etag ?? '' };
    await ask('preferences.write', { preferences: { tema: 'dark' } });
    await ask('ledger.verify', {});
    expect((await get('/v1/stato', known)).status).toBe(304);
    const [payment] = (await ask('payments.list', { limit: 1 })).rows;
    if (payment === undefined) throw new Error('no payments');
    const { iuv, iur, index } = payment;
    await ask('decisions.make', {
      decision: { kind: 'note', target: { type: 'payment', iuv, iur, index }, text: 'chiesto al PSP' },
    });
    const after = await get('/v1/stato', known);
    expect(after.status).toBe(200);
    day = '2026-04-01' as Day;
    expect((await get('/v1/stato', { 'If-None-Match': after.etag ?? '' })).status).toBe(200);
    day = '2026-03-31' as Day;
    expect((await get('/v1/stato', { 'If-None-Match': after.etag ?? '' })).status).toBe(304);
  });

  it('stands under the same rules whatever it says', async () => {
    const answers = [
      await get('/v1/stato'),
      await get('/v1/stato', { 'If-None-Match': '*' }),
      await get('/v1/nulla'),
      await get('/v1/stato', {}, 'sbagliato'),
      await get('/v1/stato', { Origin: 'https://evil.example' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 401, 403]);
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      const told = [...headers.keys()];
      expect(told.filter((name) => name.startsWith('access-control') || name === 'set-cookie')).toEqual([]);
      expect(told).not.toContain('server');
    }
  });

  it('never comes from anything that writes, but for the day of the last question', () => {
    expect([...new Set(calls)].toSorted()).toEqual([
      'about.read',
      'dashboard.read',
      'flussi.changes',
      'flussi.list',
      'ledger.revision',
      'payments.changes',
      'payments.list',
      'programs.mark',
      'programs.recognise',
      'provvisori.changes',
      'provvisori.list',
    ]);
  });
});

describe('people', () => {
  it('are masked for a program that may not know them', async () => {
    const clear = await rows('/v1/pagamenti?limite=500');
    const masked = await rows('/v1/pagamenti?limite=500', tokens.masked);
    expect(masked.length).toBe(clear.length);
    const people = clear.flatMap(({ debtor }) => (debtor === null ? [] : [debtor]));
    expect(people.length).toBeGreaterThan(10);
    const told = JSON.stringify(masked);
    const secrets = people
      .flatMap(({ name, codiceFiscale }) => [name, codiceFiscale])
      .filter((secret) => secret !== null);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(masked.map(({ description }) => description)).toEqual(masked.map(() => null));
    expect(masked.map(({ iuv, cents, status }) => [iuv, cents, status])).toEqual(
      clear.map(({ iuv, cents, status }) => [iuv, cents, status]),
    );
  });

  it('cannot be guessed either: who may not know them may not ask by them', async () => {
    const [person] = (await rows('/v1/pagamenti?limite=500')).flatMap(
      ({ debtor }) => debtor?.codiceFiscale ?? [],
    );
    expect(await get(`/v1/pagamenti?codiceFiscale=${person}`, {}, tokens.masked)).toMatchObject({
      status: 403,
      body: { code: 'clear-needed' },
    });
  });

  it('do not show in what banks write', async () => {
    const clear = await rows<Output<'provvisori.list'>['rows'][number]>('/v1/provvisori?limite=500');
    const masked = await rows<Output<'provvisori.list'>['rows'][number]>(
      '/v1/provvisori?limite=500',
      tokens.masked,
    );
    expect(clear.every(({ causale }) => causale !== '')).toBe(true);
    expect(masked.map(({ causale, payer }) => [causale, payer])).toEqual(clear.map(() => [null, null]));
    expect(masked.map(({ numero, cents }) => [numero, cents])).toEqual(
      clear.map(({ numero, cents }) => [numero, cents]),
    );
  });
});

describe('a token', () => {
  it('is taken away at once, and its name is free again', async () => {
    const made = await ask('programs.create', { name: 'Vecchio gestionale' });
    expect((await get('/v1/stato', {}, made.token)).status).toBe(200);
    expect(await cores.of('demo').call('programs.create', { name: 'vecchio GESTIONALE' })).toMatchObject({
      ok: false,
      problem: { code: 'program-exists' },
    });
    await ask('programs.revoke', { id: made.program.id });
    expect(await get('/v1/stato', {}, made.token)).toMatchObject({
      status: 401,
      body: { code: 'unauthorized' },
    });
    const again = await ask('programs.create', { name: 'Vecchio gestionale' });
    expect(again.token).not.toBe(made.token);
    expect((await get('/v1/stato', {}, made.token)).status).toBe(401);
  });

  it('is remembered by its digest alone, and its last use by the day', async () => {
    expect(tokens.clear).toMatch(/^tp_[\w-]{43}$/);
    await vi.waitFor(async () => {
      const { programs } = await ask('programs.list', {});
      expect(programs.find(({ name }) => name === 'Ufficio tributi')).toMatchObject({
        clear: true,
        lastUsedOn: '2026-03-31',
      });
      expect(JSON.stringify(programs)).not.toContain(tokens.clear);
    });
  });

  it('that is guessed is answered slowly', async () => {
    const guessed = await served(cores.of('demo').call);
    const guess = async (i: number): Promise<number> =>
      (await fetch(`${guessed.origin}/v1/stato`, { headers: { Authorization: `Bearer x${i}` } })).status;
    for (let i = 0; i < 5; i++) expect(await guess(i)).toBe(401);
    const began = performance.now();
    expect(await guess(6)).toBe(401);
    expect(performance.now() - began).toBeGreaterThan(950);
    await guessed.close();
  });
});

describe('the door itself', () => {
  it('is open on this computer alone', async () => {
    const port = Number(new URL(host.origin).port);
    for (const address of ['127.0.0.2', '::1'])
      await expect(
        new Promise((resolve, reject) => {
          const socket = connect({ host: address, port }, () => resolve(address));
          socket.on('error', reject);
        }),
      ).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT/);
  });

  it.each([
    ['a foreign host', 'GET /v1/stato HTTP/1.1\r\nHost: evil.example\r\n%TOKEN%\r\n', 421],
    ['no host', 'GET /v1/stato HTTP/1.1\r\n%TOKEN%\r\n', 421],
    ['HTTP/1.0', 'GET /v1/stato HTTP/1.0\r\n%TOKEN%\r\n', 421],
    ['a whole address', 'GET http://evil.example/v1/stato HTTP/1.1\r\nHost: %HOST%\r\n%TOKEN%\r\n', 404],
    ['a token in the address', 'GET /v1/stato?token=x HTTP/1.1\r\nHost: %HOST%\r\n\r\n', 401],
    ['no token at an address that is not there', 'GET /v9 HTTP/1.1\r\nHost: %HOST%\r\n\r\n', 401],
    ['POST', 'POST /v1/stato HTTP/1.1\r\nHost: %HOST%\r\n%TOKEN%Content-Length: 2\r\n\r\n{}', 405],
    ['a body', 'GET /v1/stato HTTP/1.1\r\nHost: %HOST%\r\n%TOKEN%Content-Length: 2\r\n\r\n{}', 400],
    ['the question of a page', 'OPTIONS /v1/stato HTTP/1.1\r\nHost: %HOST%\r\nOrigin: http://a\r\n\r\n', 403],
    ['9 kB of address', `GET /v1/pagamenti?iuv=${'1'.repeat(9_000)} HTTP/1.1\r\nHost: %HOST%\r\n\r\n`, 431],
  ])('refuses %s', async (_what, request, status) => {
    expect((await raw(request)).status).toBe(status);
  });

  it('lets one program wait for a few answers at once, and no more', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = await served(async (name, input, options) => {
      if (name === 'flussi.list') await promise;
      return cores.of('demo').call(name, input, options);
    });
    const asked = (token: string): Promise<Response> =>
      fetch(`${slow.origin}/v1/flussi`, { headers: { Authorization: `Bearer ${token}` } });
    const first = Array.from({ length: mostAtOnce }, () => asked(tokens.clear));
    await vi.waitFor(async () => {
      const more = await fetch(`${slow.origin}/v1/stato`, {
        headers: { Authorization: `Bearer ${tokens.clear}` },
      });
      expect(more.status).toBe(429);
      expect(more.headers.get('retry-after')).toBe('1');
      expect(await more.json()).toMatchObject({ code: 'too-many-requests' });
    });
    const other = asked(tokens.masked);
    resolve();
    expect((await other).status).toBe(200);
    for (const answer of await Promise.all(first)) expect(answer.status).toBe(200);
    await slow.close();
  });

  it('keeps room for programs while a hundred others say nothing', async () => {
    const port = Number(new URL(host.origin).port);
    const mute = Array.from({ length: 100 }, () => connect({ host: '127.0.0.1', port }));
    for (const socket of mute) {
      socket.on('error', () => undefined);
      socket.write('GET /v1/stato HTTP/1.1\r\nHost: ');
    }
    const began = performance.now();
    expect((await get('/v1/stato')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_000);
    await vi.waitFor(() => expect(mute.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(64));
    for (const socket of mute) socket.destroy();
  });

  it('says when somebody else has its port', async () => {
    const port = Number(new URL(host.origin).port);
    expect(await serveApi({ call: cores.of('demo').call, port })).toEqual({
      ok: false,
      problem: 'port-taken',
    });
  });
});

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly unknown[];
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters: readonly { readonly name: string; readonly in: string }[];
          readonly responses: {
            readonly '200': {
              readonly content: { readonly 'application/json': { readonly schema: object } };
            };
          };
        };
      }
    >
  >;
  readonly components: { readonly schemas: { readonly Rifiuto: object } };
}

/** What the server says to these very bytes. */
async function raw(text: string): Promise<{ readonly status: number; readonly text: string }> {
  const { hostname, port, host: name } = new URL(host.origin);
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  const answered = new Promise<string>((resolve) => {
    const all = (): void => resolve(Buffer.concat(chunks).toString('utf8'));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      // Small answers: the body is there when its end is.
      if (chunk.toString('utf8').endsWith('}')) all();
    });
    socket.on('close', all);
    socket.on('error', all);
  });
  socket.write(text.replace('%HOST%', name).replace('%TOKEN%', `Authorization: Bearer ${tokens.clear}\r\n`));
  const told = await answered;
  socket.destroy();
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(told)?.[1] ?? 0), text: told };
}
