import { expect, test } from 'vitest';
import { defaultBaseUrl, parseBaseUrl } from '../../../../src/main/messages/service/base-url.ts';

test.each([
  [defaultBaseUrl, { secure: true, local: false, host: 'api.io.pagopa.it', port: 443, path: '/api/v1' }],
  ['https://api.io.pagopa.it/api/v1/', { text: 'https://api.io.pagopa.it/api/v1' }],
  ['https://prova.example:8443/dietro/api/v1', { port: 8443, path: '/dietro/api/v1' }],
  ['http://127.0.0.1:3000/api/v1', { secure: false, local: true, host: '127.0.0.1', port: 3000 }],
  ['http://localhost/api/v1', { secure: false, port: 80 }],
  ['http://[::1]:3000/api/v1', { secure: false, host: '::1', text: 'http://[::1]:3000/api/v1' }],
  [' https://api.io.pagopa.it/api/v1\n', { host: 'api.io.pagopa.it' }],
])('%j is where the service answers', (text, expected) => {
  expect(parseBaseUrl(text)).toMatchObject({ ok: true, value: expected });
});

test.each([
  ['', 'not-a-url'],
  ['api.io.pagopa.it/api/v1', 'not-a-url'],
  ['http://api.io.pagopa.it/api/v1', 'not-secure'],
  ['http://127.0.0.1.example/api/v1', 'not-secure'],
  ['http://localhost.example/api/v1', 'not-secure'],
  ['http://10.0.0.1/api/v1', 'not-secure'],
  ['http://0.0.0.0/api/v1', 'not-secure'],
  ['ftp://127.0.0.1/api/v1', 'not-secure'],
  ['https://api.io.pagopa.it', 'not-api-v1'],
  ['https://api.io.pagopa.it/api/v2', 'not-api-v1'],
  ['https://api.io.pagopa.it/api/v1/messages', 'not-api-v1'],
  ['https://mario:x@api.io.pagopa.it/api/v1', 'has-extras'],
  ['https://api.io.pagopa.it/api/v1?a=b', 'has-extras'],
  ['https://api.io.pagopa.it/api/v1#a', 'has-extras'],
])('%j is not: %s', (text, code) => {
  expect(parseBaseUrl(text)).toEqual({ ok: false, problem: { code } });
});
