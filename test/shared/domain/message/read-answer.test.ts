import { describe, expect, it, test } from 'vitest';
import type { RawAnswer } from '../../../../src/shared/domain/message/raw-answer.ts';
import {
  readProfileAnswer,
  readStatusAnswer,
  readSubmitAnswer,
} from '../../../../src/shared/domain/message/read-answer.ts';

const ulid = '01HMRBX079WA5SGYBQP1A7FSKH';

function raw(code: number, type: string, body: unknown, headers: Record<string, string> = {}): RawAnswer {
  return {
    code,
    headers: { ...(type === '' ? {} : { 'content-type': type }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ended: 'whole',
  };
}

const json = (code: number, body: unknown) => raw(code, 'application/json; charset=utf-8', body);
const problem = (code: number, title: string, detail = '') =>
  raw(code, 'application/problem+json; charset=utf-8', { detail, status: code, title });
const gateway = (code: number, message: string, headers?: Record<string, string>) =>
  raw(code, 'application/json', { statusCode: code, message }, headers);
const html = (code: number) => raw(code, 'text/html', '<html><body>502</body></html>');
const empty = (code: number) => raw(code, '', '');

describe('the answer to a message', () => {
  test.each([
    ['201 with an id', json(201, { id: ulid })],
    ['201 with more than an id', json(201, { id: ulid, fiscal_code: 'RSSMRA85T10A562S' })],
    ['201 that was whole before the connection went', { ...json(201, { id: ulid }), ended: 'cut' as const }],
  ])('%s: accepted', (_, answer) => {
    expect(readSubmitAnswer(answer)).toEqual({ outcome: 'accepted', id: ulid });
  });

  test.each([
    ['201 without an id', json(201, {}), 'strange-answer'],
    ['201 with an id that is no ULID', json(201, { id: '42' }), 'strange-answer'],
    ['201 with a lower-case ULID', json(201, { id: ulid.toLowerCase() }), 'strange-answer'],
    ['201 with an I in its ULID', json(201, { id: `I${ulid.slice(1)}` }), 'strange-answer'],
    ['201 with an id as a number', json(201, { id: 1 }), 'strange-answer'],
    ['201 of a list', json(201, [{ id: ulid }]), 'strange-answer'],
    ['201 of a page', html(201), 'strange-answer'],
    ['201 of JSON that calls itself a page', raw(201, 'text/html', { id: ulid }), 'strange-answer'],
    ['201 of JSON that does not say so', raw(201, '', { id: ulid }), 'strange-answer'],
    ['201 of nothing', empty(201), 'strange-answer'],
    ['201 over the cap', { ...json(201, '{"id":'), ended: 'too-long' as const }, 'strange-answer'],
    ['201 cut off', { ...json(201, '{"id": "01HMR'), ended: 'cut' as const }, 'cut'],
    ['201 too slow', { ...json(201, '{"id": "01HMR'), ended: 'timeout' as const }, 'timeout'],
    ['200', json(200, { id: ulid }), 'strange-answer'],
    ['202', json(202, { id: ulid }), 'strange-answer'],
    ['204', empty(204), 'strange-answer'],
    ['500 of the gateway', gateway(500, 'Internal server error'), 'gateway-error'],
    ['500 of nothing', empty(500), 'gateway-error'],
    ['500 of a page', html(500), 'gateway-error'],
    [
      '500 of a page that calls itself a problem',
      raw(500, 'application/problem+json', '<html>'),
      'gateway-error',
    ],
    [
      '500 of a problem that does not say so',
      raw(500, 'text/plain', { title: 'x', detail: 'y' }),
      'gateway-error',
    ],
    ['500 cut in the middle', raw(500, 'application/problem+json', '{"detail": "Unab'), 'gateway-error'],
    ['502', html(502), 'gateway-error'],
    ['503', empty(503), 'gateway-error'],
    ['504', html(504), 'gateway-error'],
    ['504 in the shape of the application', problem(504, 'Timeout'), 'gateway-error'],
    ['408', empty(408), 'gateway-error'],
    ['409', problem(409, 'Conflict'), 'strange-answer'],
    ['418', html(418), 'strange-answer'],
  ])('%s: uncertain', (_, answer, why) => {
    expect(readSubmitAnswer(answer)).toMatchObject({ outcome: 'uncertain', why });
  });

  test.each([
    ['Internal server error', 'x'],
    ['Query error', ''],
    ['Internal server error', 'Unable to store processing message'],
  ])('500 of the application (%s): it took nothing in', (title, detail) => {
    expect(readSubmitAnswer(problem(500, title, detail))).toMatchObject({ outcome: 'server-error' });
  });

  test.each([301, 302, 303, 307, 308])('%i: another’s page; nothing was delivered', (code) => {
    const answer = raw(code, 'text/html', '<html>', { location: 'http://portale.example/accesso' });
    expect(readSubmitAnswer(answer)).toMatchObject({ outcome: 'not-sent', why: 'portal' });
  });

  test.each([
    ['value "x" at root.content.subject is not a valid [string of length >= 10 and < 121]', 'subject'],
    ['value "x" at root.content.markdown is not a valid [string]', 'markdown'],
    ['value "2026-12-16" at root.content.due_date is not a valid [UTCISODateFromString]', 'due_date'],
    ['value 12.5 at root.content.payment_data.amount is not a valid [integer]', 'amount'],
    ['value 12.5 at root.content.1.payment_data.amount.0 is not a valid [integer]', 'amount'],
    ['value undefined at root.content.payment_data.notice_number is not a valid [string]', 'notice_number'],
    ['value [undefined] at [root.0.fiscal_code] is not a valid [string]', 'fiscal_code'],
    ['value [undefined] at [root.0] is not a valid [Exact<NewMessage>]', null],
    ['', null],
  ])('400 %s: field %s', (detail, field) => {
    expect(readSubmitAnswer(problem(400, 'Invalid message structure', detail))).toMatchObject({
      outcome: 'data-error',
      why: 'invalid',
      field,
      cap: null,
    });
  });

  it('400 for the codice fiscale', () => {
    expect(readSubmitAnswer(problem(400, 'Invalid fiscalcode'))).toMatchObject({ field: 'fiscal_code' });
  });

  it('400 over the cap: both numbers', () => {
    const detail =
      'The requested amount (1500000 cents) exceeds the maximum allowed for this service (1000000 cents)';
    expect(readSubmitAnswer(problem(400, 'Error while sending payment metadata', detail))).toEqual({
      outcome: 'data-error',
      why: 'over-cap',
      field: 'amount',
      detail: `HTTP 400 Error while sending payment metadata: ${detail}`,
      cap: 1_000_000,
    });
    expect(readSubmitAnswer(problem(400, 'Error while sending payment metadata', 'x'))).toMatchObject({
      why: 'over-cap',
      cap: null,
    });
    expect(readSubmitAnswer(problem(400, 'Error', detail.replace('1000000', '0')))).toMatchObject({ cap: 0 });
  });

  it('400 of a page is of somebody in between', () => {
    expect(readSubmitAnswer(html(400))).toMatchObject({ outcome: 'refused', why: 'other' });
  });

  test.each([
    [401, gateway(401, 'Access denied due to invalid subscription key.'), 'key'],
    [401, empty(401), 'key'],
    [403, problem(403, 'You are not allowed here', 'You do not have enough permission'), 'address'],
    [403, problem(403, 'You are not allowed here', 'payment message with payee'), 'payee'],
    [403, problem(403, 'You are not allowed here', 'not allowed to send Premium messages'), 'premium'],
    [
      403,
      problem(403, 'You are not allowed here', 'No configuration id has been provided'),
      'remote-content',
    ],
    [403, problem(403, 'You are not allowed here', 'Not your configuration'), 'remote-content'],
    [403, problem(403, 'Production call forbidden'), 'other'],
    [403, problem(403, 'User has no valid scopes'), 'other'],
    [403, gateway(403, 'Invalid client certificate'), 'other'],
    [403, html(403), 'other'],
    [404, problem(404, 'Remote Content Configuration NOT FOUND'), 'remote-content'],
    [404, gateway(404, 'Resource not found'), 'other'],
    [413, html(413), 'other'],
    [415, empty(415), 'other'],
    [422, empty(422), 'other'],
  ])('%i: the service, not the citizen (%j)', (_, answer, why) => {
    expect(readSubmitAnswer(answer)).toMatchObject({ outcome: 'refused', why });
  });

  it('403 for one citizen alone', () => {
    const answer = problem(
      403,
      'Recipient forbidden',
      'You are not allowed to issue requests for the recipient',
    );
    expect(readSubmitAnswer(answer)).toMatchObject({ outcome: 'recipient-forbidden' });
  });

  it('407: the proxy wants a name', () => {
    expect(readSubmitAnswer(html(407))).toMatchObject({ outcome: 'not-sent', why: 'proxy' });
  });

  const sentence = 'Rate limit is exceeded. Try again in 3 seconds.';
  test.each([
    ['its own header first', { 'x-rate-limit-retry-after': '4', 'retry-after': '60' }, sentence, 4],
    ['then the standard one', { 'retry-after': '60' }, sentence, 60],
    [
      'the standard one as an instant',
      { 'retry-after': 'Mon, 30 Nov 2026 10:00:30 GMT', date: 'Mon, 30 Nov 2026 10:00:00 GMT' },
      '',
      30,
    ],
    ['then the sentence', {}, sentence, 3],
    ['parts of seconds count whole', { 'x-rate-limit-retry-after': '1.2' }, '', 2],
    ['what is no number is passed over', { 'x-rate-limit-retry-after': 'soon' }, sentence, 3],
    ['a number below zero too', { 'x-rate-limit-retry-after': '-5' }, '', null],
    ['none of them', {}, 'Rate limit is exceeded.', null],
  ])('429: %s', (_, headers, message, afterSeconds) => {
    expect(readSubmitAnswer(gateway(429, message, headers))).toEqual({ outcome: 'limited', afterSeconds });
  });

  it('a detail is one short line', () => {
    const told = readSubmitAnswer(problem(400, 'Invalid', `two\nlines ${'x'.repeat(1000)}`));
    const detail = told.outcome === 'data-error' ? told.detail : '';
    expect(detail).toMatch(/^HTTP 400 Invalid: two lines x+…$/);
    expect(detail.length).toBeLessThan(320);
  });
});

describe('the answer about a citizen', () => {
  test.each([
    [
      'allowed',
      json(200, { sender_allowed: true, preferred_languages: ['de_DE', 'it_IT'] }),
      ['de_DE', 'it_IT'],
    ],
    ['allowed, no languages', json(200, { sender_allowed: true }), []],
    [
      'allowed, languages of another kind',
      json(200, { sender_allowed: true, preferred_languages: 'it' }),
      [],
    ],
  ])('%s', (_, answer, languages) => {
    expect(readProfileAnswer(answer)).toEqual({ outcome: 'allowed', languages });
  });

  test.each([
    ['silenced', json(200, { sender_allowed: false }), { outcome: 'service-disabled' }],
    ['unknown', problem(404, 'Profile not found'), { outcome: 'not-enrolled' }],
    // A wrong address of the service must not make everybody a stranger.
    ['404 of the gateway', gateway(404, 'Resource not found'), { outcome: 'refused', why: 'other' }],
    ['404 of a page', html(404), { outcome: 'no-answer' }],
    ['200 of a page', html(200), { outcome: 'not-sent', why: 'portal' }],
    ['200 without the answer', json(200, {}), { outcome: 'no-answer' }],
    ['200 with another kind of answer', json(200, { sender_allowed: 'true' }), { outcome: 'no-answer' }],
    ['200 cut off', json(200, '{"sender_all'), { outcome: 'no-answer' }],
    ['302', empty(302), { outcome: 'not-sent', why: 'portal' }],
    ['400', problem(400, 'Invalid fiscalcode'), { outcome: 'data-error' }],
    ['400 of a page', html(400), { outcome: 'no-answer' }],
    ['401', gateway(401, 'Access denied'), { outcome: 'refused', why: 'key' }],
    ['403', problem(403, 'You are not allowed here'), { outcome: 'refused', why: 'address' }],
    ['407', empty(407), { outcome: 'not-sent', why: 'proxy' }],
    ['429', gateway(429, 'Try again in 2 seconds.'), { outcome: 'limited', afterSeconds: 2 }],
    ['500', problem(500, 'Query error'), { outcome: 'no-answer' }],
    ['502', html(502), { outcome: 'no-answer' }],
    ['a code of nobody', empty(299), { outcome: 'no-answer' }],
  ])('%s', (_, answer, expected) => {
    expect(readProfileAnswer(answer)).toMatchObject(expected);
  });
});

describe('the answer about a message', () => {
  const status = (value: unknown) => json(200, { message: { id: ulid }, status: value });

  test.each([
    ['ACCEPTED', 'pending'],
    ['THROTTLED', 'pending'],
    [undefined, 'pending'],
    ['PROCESSED', 'delivered'],
    ['REJECTED', 'rejected'],
    ['FAILED', 'failed'],
    ['SHREDDED', 'no-answer'],
    [null, 'no-answer'],
  ])('%s: %s', (value, outcome) => {
    expect(readStatusAnswer(status(value), ulid)).toMatchObject({ outcome });
  });

  test.each([
    ['another message', json(200, { message: { id: 'other' }, status: 'PROCESSED' }), 'no-answer'],
    ['no message', json(200, { status: 'PROCESSED' }), 'no-answer'],
    ['a page', html(200), 'no-answer'],
    ['302', empty(302), 'no-answer'],
    ['400', problem(400, 'Invalid fiscalcode'), 'no-answer'],
    ['401', gateway(401, 'Access denied'), 'refused'],
    ['403', problem(403, 'You are not allowed here'), 'other-key'],
    ['403 of the gateway', gateway(403, 'Invalid client certificate'), 'refused'],
    ['404', problem(404, 'Message not found'), 'not-found'],
    ['404 of the gateway', gateway(404, 'Resource not found'), 'no-answer'],
    ['429', gateway(429, ''), 'limited'],
    ['500 of the application', problem(500, 'Query error'), 'no-answer'],
    ['500 of the gateway', empty(500), 'no-answer'],
    ['504', html(504), 'no-answer'],
  ])('%s: %s', (_, answer, outcome) => {
    expect(readStatusAnswer(answer, ulid)).toMatchObject({ outcome });
  });
});

describe('the edges of the codes', () => {
  test.each([
    [199, 'uncertain', 'strange-answer'],
    [200, 'uncertain', 'strange-answer'],
    [299, 'uncertain', 'strange-answer'],
    [300, 'not-sent', 'portal'],
    [399, 'not-sent', 'portal'],
    [405, 'refused', 'other'],
    [406, 'uncertain', 'strange-answer'],
    [408, 'uncertain', 'gateway-error'],
    [411, 'refused', 'other'],
    [412, 'uncertain', 'strange-answer'],
    [413, 'refused', 'other'],
    [415, 'refused', 'other'],
    [417, 'refused', 'other'],
    [422, 'refused', 'other'],
    [431, 'refused', 'other'],
    [432, 'uncertain', 'strange-answer'],
    [499, 'uncertain', 'strange-answer'],
    [501, 'uncertain', 'gateway-error'],
    [599, 'uncertain', 'gateway-error'],
    [600, 'uncertain', 'strange-answer'],
  ])('%i of a message is %s, %s', (code, outcome, why) => {
    expect(readSubmitAnswer(empty(code))).toMatchObject({ outcome, why });
  });

  test.each([
    [299, { outcome: 'no-answer', detail: 'HTTP 299' }],
    [300, { outcome: 'not-sent', why: 'portal', detail: 'HTTP 300' }],
    [399, { outcome: 'not-sent', why: 'portal', detail: 'HTTP 399' }],
    [401, { outcome: 'refused', why: 'key', detail: 'HTTP 401' }],
    [402, { outcome: 'no-answer', detail: 'HTTP 402' }],
  ])('%i of a profile is %j', (code, expected) => {
    expect(readProfileAnswer(empty(code))).toEqual(expected);
  });

  it('401 of a status is the key', () => {
    expect(readStatusAnswer(empty(401), ulid)).toEqual({
      outcome: 'refused',
      why: 'key',
      detail: 'HTTP 401',
    });
  });

  test.each([`0${ulid}`, `${ulid}0`, `8${ulid.slice(1)}`, ulid.slice(1)])('%s is no ULID', (id) => {
    expect(readSubmitAnswer(json(201, { id }))).toMatchObject({ outcome: 'uncertain' });
  });

  test.each([
    ['text/plain', 'no', true],
    ['TEXT/html', '', true],
    ['', '<html>', true],
    ['', '  \n<html>', true],
    ['application/json', '<html>', true],
    ['x-text/html', 'no', false],
    ['', 'a <b>', false],
    ['', '', false],
  ])('400 of the type %j with %j is of somebody in between: %s', (type, body, is) => {
    expect(readSubmitAnswer(raw(400, type, body)).outcome === 'refused').toBe(is);
  });

  test.each([
    ['it_IT', []],
    [undefined, []],
    [
      ['it_IT', 7, 'en_GB'],
      ['it_IT', 'en_GB'],
    ],
  ])('preferred languages %j are %j', (written, languages) => {
    const answer = json(200, { sender_allowed: true, preferred_languages: written });
    expect(readProfileAnswer(answer)).toEqual({ outcome: 'allowed', languages });
  });

  test.each([null, 7, 'x', {}, { id: 'altro' }])('a status of the message %j says nothing', (message) => {
    expect(readStatusAnswer(json(200, { message, status: 'PROCESSED' }), ulid)).toMatchObject({
      outcome: 'no-answer',
    });
  });
});
