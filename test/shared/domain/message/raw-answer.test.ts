import { describe, expect, it } from 'vitest';
import {
  detailOf,
  isProblemJson,
  jsonObject,
  readErrorBody,
  retryAfterSeconds,
  type RawAnswer,
} from '../../../../src/shared/domain/message/raw-answer.ts';

const answer = (body: string, headers: Record<string, string> = {}, code = 500): RawAnswer => ({
  code,
  headers,
  body,
  ended: 'whole',
});

const json = { 'content-type': 'application/json' };

describe('the body of an answer', () => {
  it.each([
    ['application/json', true],
    ['Application/JSON; charset=utf-8', true],
    ['application/problem+json', true],
    ['application/vnd.api-1+json', true],
    ['application/jsonp', false],
    ['application/x json', false],
    ['x-application/json', false],
    ['text/html', false],
    ['', false],
  ])('of the type %j is read as an object: %s', (type, is) => {
    expect(jsonObject(answer('{"id":"x"}', { 'content-type': type }))).toEqual(is ? { id: 'x' } : null);
  });

  it('is none without a type, when it is cut, or when it is no object', () => {
    expect(jsonObject(answer('{"id":"x"}'))).toBeNull();
    for (const body of ['{"id":', '', '[]', '"x"', '7', 'null'])
      expect(jsonObject(answer(body, json))).toBeNull();
  });

  it.each([
    ['<html>', { shape: 'unknown', title: '', detail: '' }],
    ['{"statusCode":429,"message":"troppo"}', { shape: 'gateway', title: '', detail: 'troppo' }],
    ['{"statusCode":429,"title":"x"}', { shape: 'gateway', title: '', detail: '' }],
    ['{"message":"pagina"}', { shape: 'unknown', title: '', detail: 'pagina' }],
    ['{"title":7,"detail":null}', { shape: 'unknown', title: '', detail: '' }],
    ['{"title":"a","detail":"b"}', { shape: 'application', title: 'a', detail: 'b' }],
    ['{"title":"a"}', { shape: 'application', title: 'a', detail: '' }],
    ['{"detail":"b"}', { shape: 'application', title: '', detail: 'b' }],
    ['{"title":"","detail":7}', { shape: 'application', title: '', detail: '' }],
  ])('%s is the error %j', (body, error) => {
    expect(readErrorBody(answer(body))).toEqual(error);
  });

  it.each([
    ['application/problem+json', '{"title":"a"}', true],
    ['application/problem+json; charset=utf-8', '{"title":"a"}', true],
    ['x-application/problem+json', '{"title":"a"}', false],
    ['application/json', '{"title":"a"}', false],
    ['application/problem+json', '{"statusCode":500}', false],
    ['', '{"title":"a"}', false],
  ])('%s and %s are told by the application itself: %s', (type, body, is) => {
    const raw = answer(body, type === '' ? {} : { 'content-type': type });
    expect(isProblemJson(raw, readErrorBody(raw))).toBe(is);
  });
});

const told = (body: string, headers: Record<string, string> = {}): string => {
  const raw = answer(body, headers, 502);
  return detailOf(raw, readErrorBody(raw));
};

describe('what is told on the desk of an answer', () => {
  it.each([
    ['{"title":"a","detail":"b"}', 'HTTP 502 a: b'],
    ['{"title":"a"}', 'HTTP 502 a'],
    ['{"detail":"b\\n  c"}', 'HTTP 502 b c'],
    ['', 'HTTP 502'],
    ['<html>', 'HTTP 502'],
  ])('is one line: %s', (body, line) => {
    expect(told(body)).toBe(line);
  });

  it('is the type of a page, not the page', () => {
    expect(told('<html>', { 'content-type': 'text/html' })).toBe('HTTP 502 text/html');
    expect(told('', { 'content-type': 'text/html' })).toBe('HTTP 502');
    expect(told('{"title":"a"}', json)).toBe('HTTP 502 a');
  });

  it('has three hundred characters at most', () => {
    expect(told(JSON.stringify({ title: 'a'.repeat(291) }))).toBe(`HTTP 502 ${'a'.repeat(291)}`);
    expect(told(JSON.stringify({ title: 'a'.repeat(292) }))).toBe(`HTTP 502 ${'a'.repeat(291)}…`);
  });
});

const after = (headers: Record<string, string>, detail = ''): number | null =>
  retryAfterSeconds(answer('', headers, 429), { shape: 'gateway', title: '', detail });

describe('when a refused call may be tried again', () => {
  it.each([
    ['4', 4],
    [' 4 ', 4],
    ['0.25', 1],
    ['12.50', 13],
    ['0', 0],
    ['-1', null],
    ['4s', null],
    ['x 4', null],
    ['4 5', null],
    ['.5', null],
    ['1234567890', null],
    ['', null],
  ])('the header of the gateway says %j', (value, seconds) => {
    expect(after({ 'x-rate-limit-retry-after': value })).toBe(seconds);
    expect(after({ 'retry-after': value })).toBe(seconds);
  });

  const date = 'Mon, 02 Mar 2026 08:00:00 GMT';
  it.each([
    ['Mon, 02 Mar 2026 08:00:07 GMT', date, 7],
    ['2026-03-02T08:00:00.250Z', date, 1],
    ['2026-03-02T08:00:02.250Z', date, 3],
    ['Mon, 02 Mar 2026 08:00:00 GMT', date, 0],
    ['Mon, 02 Mar 2026 07:59:59 GMT', date, null],
    ['presto', date, null],
    ['Mon, 02 Mar 2026 08:00:07 GMT', '', null],
  ])('the standard one says %s', (value, now, seconds) => {
    expect(after({ 'retry-after': value, ...(now !== '' && { date: now }) })).toBe(seconds);
  });

  it.each([
    ['Rate limit is exceeded. Try again in 12 seconds.', 12],
    ['try again in 1 second', 1],
    ['Try again in 1.25 seconds', 2],
    ['Try again in 1. seconds', null],
    ['Try again later', null],
  ])('the body says: %s', (detail, seconds) => {
    expect(after({}, detail)).toBe(seconds);
  });

  it('the first of them counts', () => {
    expect(after({ 'x-rate-limit-retry-after': '3', 'retry-after': '5' }, 'try again in 7 seconds')).toBe(3);
    expect(after({ 'retry-after': '5' }, 'try again in 7 seconds')).toBe(5);
    expect(after({ 'retry-after': 'presto' }, 'try again in 7 seconds')).toBe(7);
  });
});
