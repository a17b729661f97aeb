import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/main/hosts/browser/guard.ts';
import type { Knock } from '../../../src/main/hosts/knock.ts';
import { found } from '../../trust/figures.ts';

const address = '127.0.0.1:54321';
const token = 'a'.repeat(43);

describe('the guard of the browser host', () => {
  it('serves the page to whoever names this very host', () => {
    expect(judged({})).toEqual({ to: 'page', path: '/' });
    expect(judged({ method: 'HEAD' })).toEqual({ to: 'page', path: '/' });
  });

  it.each([
    'localhost:54321',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:54321.',
    '127.0.0.1.:54321',
    '127.0.0.1:054321',
    '127.0.0.1.nip.io:54321',
    'localhost.evil:54321',
    '[::1]:54321',
    '0.0.0.0:54321',
    'LOCALHOST:54321',
    '127.1:54321',
    '2130706433:54321',
    'evil.example@127.0.0.1:54321',
    ' 127.0.0.1:54321',
    '',
  ])('L02, H43 does not answer for the host «%s»', (host) => {
    expect(judged({ hosts: [host] })).toBe(421);
    expect(judged({ ...question, hosts: [host] })).toBe(421);
  });

  it('L02, H43 does not answer without a host, or with two', () => {
    expect(judged({ hosts: [] })).toBe(421);
    expect(judged({ hosts: [address, address] })).toBe(421);
    expect(judged({ hosts: [address, 'evil.example'] })).toBe(421);
    found('L02', '20 modi di nominare un altro host: 421 sulla pagina e sulle domande');
    found('H43', '20 Host, 12 Origin, 4 Sec-Fetch-Site, 6 tipi, 9 token: 421, 403, 415, 401');
  });

  it('lets a question of our own page through', () => {
    expect(judged(question)).toEqual({ to: 'call', ledger: 'own', operation: 'about.read' });
    expect(judged({ ...question, headers: { ...question.headers, 'sec-fetch-site': undefined } })).toEqual({
      to: 'call',
      ledger: 'own',
      operation: 'about.read',
    });
    expect(judged({ ...question, url: '/eventi/demo' })).toEqual({ to: 'events', ledger: 'demo' });
  });

  it.each([
    'null',
    'http://localhost:54321',
    'https://127.0.0.1:54321',
    'http://127.0.0.1',
    'http://127.0.0.1:54322',
    'http://127.0.0.1:54321/',
    'http://127.0.0.1:54321.evil.example',
    'http://evil.example',
    `http://${address}, http://${address}`,
    'HTTP://127.0.0.1:54321',
    'app://tre-pallini',
    undefined,
  ])('L03, H43 refuses a question of the origin %s', (origin) => {
    expect(judged({ ...question, headers: { ...question.headers, origin } })).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'none', ''])('L03 refuses a question that comes %s', (site) => {
    expect(judged({ ...question, headers: { ...question.headers, 'sec-fetch-site': site } })).toBe(403);
  });

  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/octet-stream',
    'application/json; charset=utf-8',
  ])('L03 refuses a question of the type %s', (type) => {
    expect(judged({ ...question, headers: { ...question.headers, 'content-type': type } })).toBe(415);
  });

  it('L03 takes files as bytes and nothing else', () => {
    const file = { ...question, url: '/carica/own' };
    expect(judged(file)).toBe(415);
    expect(
      judged({ ...file, headers: { ...file.headers, 'content-type': 'application/octet-stream' } }),
    ).toEqual({ to: 'upload', ledger: 'own' });
    found('L03', '12 Origin, 4 Sec-Fetch-Site e 6 tipi rifiutati prima di guardare il token');
  });

  it.each([
    undefined,
    'Bearer',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `bearer ${token}`,
    `Basic ${token}`,
    token,
    `Bearer ${'x'.repeat(5_000)}`,
  ])('L04, H43 refuses a question with the token «%s»', (authorization) => {
    expect(judged({ ...question, headers: { ...question.headers, authorization } })).toBe(401);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'post', 'get', ''])(
    'does not know the method «%s»',
    (method) => expect(judged({ ...question, method })).toBe(405),
  );

  it.each([
    '/',
    '/api',
    '/api/',
    '/api/own',
    '/api/own/',
    '/api/other/about.read',
    '/api/own/about.read/more',
    '//api/own/about.read',
    '/API/own/about.read',
    '/api/own/../own/about.read/x',
    '/sessione/',
    '/sessione?x=1',
    '/scarica/own',
    '/carica',
    '/carica/own/x',
    '/eventi/own/x',
    'http://evil.example/api/own/about.read',
    '*',
  ])('has nothing to ask at %s', (url) => {
    const refused = judged({ ...question, url });
    expect(refused === 404 || refused === 415).toBe(true);
  });

  it('opens a session without a token, but only for our own page', () => {
    const launch = {
      ...question,
      url: '/sessione',
      headers: { ...question.headers, authorization: undefined },
    };
    expect(judged(launch)).toEqual({ to: 'session' });
    expect(judged({ ...launch, headers: { ...launch.headers, origin: 'http://evil.example' } })).toBe(403);
  });
});

interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly hosts?: string[];
  readonly headers?: Knock['headers'];
}

const question = {
  method: 'POST',
  url: '/api/own/about.read',
  headers: {
    origin: `http://${address}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  },
} satisfies Asked;

function judged({ method = 'GET', url = '/', hosts = [address], headers = {} }: Asked) {
  return judge(
    { method, url, headers, headersDistinct: { host: hosts } },
    address,
    (given) => given === token,
  );
}
