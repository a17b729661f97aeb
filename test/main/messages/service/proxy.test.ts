import { describe, expect, test } from 'vitest';
import { parseBaseUrl, type BaseUrl } from '../../../../src/main/messages/service/base-url.ts';
import { parseProxy, proxyOf } from '../../../../src/main/messages/service/proxy.ts';

function to(text: string): BaseUrl {
  const parsed = parseBaseUrl(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
}

const basic = (login: string) => `Basic ${Buffer.from(login).toString('base64')}`;

describe('a proxy', () => {
  test.each([
    ['http://proxy.comune.example:3128', { host: 'proxy.comune.example', port: 3128, authorization: null }],
    ['proxy.comune.example:3128', { host: 'proxy.comune.example', port: 3128, authorization: null }],
    ['http://proxy', { host: 'proxy', port: 80, authorization: null }],
    ['http://mario:se%3Agreto@proxy', { host: 'proxy', port: 80, authorization: basic('mario:se:greto') }],
    ['http://mario:100%25@proxy', { host: 'proxy', port: 80, authorization: basic('mario:100%') }],
    ['http://mario:100%@proxy', { host: 'proxy', port: 80, authorization: basic('mario:100%') }],
  ])('%s', (text, expected) => {
    expect(parseProxy(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['socks5://proxy:1080', 'unsupported'],
    ['https://proxy', 'unsupported'],
    ['http://', 'not-a-url'],
    ['', 'not-a-url'],
  ])('%j is none: %s', (text, code) => {
    expect(parseProxy(text)).toEqual({ ok: false, problem: { code } });
  });
});

describe('the proxy of an environment', () => {
  const real = to('https://api.io.pagopa.it/api/v1');
  const proxied = { HTTPS_PROXY: 'http://proxy:3128' };

  test.each([
    ['none named', real, {}, false],
    ['an empty name', real, { HTTPS_PROXY: ' ' }, false],
    ['named', real, proxied, true],
    ['named in lower case', real, { https_proxy: 'proxy:3128' }, true],
    ['without any', real, { ...proxied, NO_PROXY: '*' }, false],
    ['without this host', real, { ...proxied, NO_PROXY: 'x.example, api.io.pagopa.it' }, false],
    ['without its domain', real, { ...proxied, NO_PROXY: '.pagopa.it' }, false],
    ['without its domain, starred', real, { ...proxied, no_proxy: '*.pagopa.it' }, false],
    ['without another that ends alike', real, { ...proxied, NO_PROXY: 'o.pagopa.it' }, true],
    ['this computer', to('http://127.0.0.1:3000/api/v1'), proxied, false],
    ['this computer, encrypted', to('https://localhost:3000/api/v1'), proxied, false],
  ])('%s', (_, service, environment, expected) => {
    const proxy = proxyOf(environment, service);
    expect(proxy).toEqual(
      expected ? { ok: true, value: { host: 'proxy', port: 3128, authorization: null } } : null,
    );
  });

  test('one of another kind is told', () => {
    expect(proxyOf({ HTTPS_PROXY: 'socks5://proxy' }, real)).toMatchObject({ ok: false });
  });
});
