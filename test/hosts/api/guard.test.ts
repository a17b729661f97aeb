import { describe, expect, it } from 'vitest';
import { found } from '../../trust/figures.ts';
import { judge } from '../../../src/main/hosts/api/guard.ts';

const addresses = ['127.0.0.1:17303', 'localhost:17303'];
const token = `tp_${'a'.repeat(43)}`;

interface Asked {
  readonly method?: string;
  readonly hosts?: string[];
  readonly headers?: Readonly<Record<string, string>>;
}

function judged({ method = 'GET', hosts = ['127.0.0.1:17303'], headers = {} }: Asked) {
  const told = judge(
    {
      method,
      url: '/v1/stato',
      headers: { authorization: `Bearer ${token}`, ...headers },
      headersDistinct: { host: hosts },
    },
    addresses,
  );
  return told.ok ? told.value.token : told.problem.code;
}

describe('the guard of the local API', () => {
  it('lets a program through that names this computer and bears a token', () => {
    expect(judged({})).toBe(token);
    expect(judged({ hosts: ['localhost:17303'] })).toBe(token);
    expect(judged({ headers: { 'sec-fetch-site': 'none', 'content-length': '0' } })).toBe(token);
  });

  it.each([
    [[]],
    [['']],
    [['localhost']],
    [['127.0.0.1']],
    [['127.0.0.1:80']],
    [['127.0.0.1:017303']],
    [['127.0.0.1.:17303']],
    [['127.0.0.1:17303.']],
    [['LOCALHOST:17303']],
    [['localhost.evil:17303']],
    [['127.0.0.1.nip.io:17303']],
    [['[::1]:17303']],
    [['0.0.0.0:17303']],
    [['127.1:17303']],
    [['evil.example@127.0.0.1:17303']],
    [['127.0.0.1:17303', '127.0.0.1:17303']],
    [['127.0.0.1:17303', 'evil.example']],
  ])('L17, H43 does not answer for the hosts %j', (hosts) => {
    expect(judged({ hosts })).toBe('wrong-host');
  });

  it.each([
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:17303' }],
    [{ origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'same-origin' }],
  ])('L17, H43 answers no web page: %j', (headers) => {
    expect(judged({ headers })).toBe('not-for-pages');
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'bearer x',
    'Basic dXNlcjpwYXNz',
    `Bearer ${'a'.repeat(101)}`,
    'Bearer a b',
    'Bearer a,Bearer b',
    'Bearer ../../x',
  ])('L17 takes «%s» for no token', (authorization) => {
    expect(judged({ headers: { authorization } })).toBe('unauthorized');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'get'])(
    'has no %s',
    (method) => {
      expect(judged({ method })).toBe('method-not-allowed');
    },
  );

  it('takes no body', () => {
    expect(judged({ headers: { 'content-length': '1' } })).toBe('body-not-allowed');
    expect(judged({ headers: { 'transfer-encoding': 'chunked' } })).toBe('body-not-allowed');
  });

  it('L17 says nothing else to whoever has no token', () => {
    expect(judged({ method: 'POST', headers: { authorization: '', 'content-length': '5' } })).toBe(
      'unauthorized',
    );
    found('L17', 'API locale: 17 Host, 6 pagine web, 9 token, 9 metodi e ogni corpo rifiutati');
    found('H43', 'API locale: 421, 403, 401, 405, 400 prima di guardare il registro');
  });
});
