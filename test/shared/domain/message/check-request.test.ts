import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { checkRequest, isRequest } from '../../../../src/shared/domain/message/check-request.ts';
import type { IoRequest } from '../../../../src/shared/domain/message/request.ts';
import { sample } from '../../../fakes/io-service/sample.ts';
import { startIoService } from '../../../fakes/io-service/server.ts';
import type { IoService } from '../../../fakes/io-service/options.ts';
import { service } from '../../../fakes/io-service/services.ts';

const good = sample();
const { content } = good;
const { payment_data: payment } = content;
const inContent = (over: object) => ({ ...good, content: { ...content, ...over } });
const inPayment = (over: object) => inContent({ payment_data: { ...payment, ...over } });
const without = (name: keyof typeof content) => {
  const { [name]: _, ...rest } = content;
  return { ...good, content: rest };
};

describe('a request', () => {
  test.each([
    ['whole', good],
    ['without a payment', without('payment_data')],
    ['without a day', without('due_date')],
    ['with both left undefined', inContent({ payment_data: undefined, due_date: undefined })],
    ['of the shortest title', inContent({ subject: 'x'.repeat(10) })],
    ['of the longest title', inContent({ subject: 'x'.repeat(120) })],
    ['of the longest text', inContent({ markdown: '🗑'.repeat(5000) })],
    ['of the least amount', inPayment({ amount: 1 })],
    ['of the largest amount', inPayment({ amount: 9_999_999_999 })],
    ['by secure channels', inContent({ require_secure_channels: true })],
  ])('%s may leave', (_, request) => {
    expect(checkRequest(request)).toEqual([]);
    expect(isRequest(request)).toBe(true);
  });

  test.each([
    ['nothing', null, 'wrong-type', ''],
    ['a list', [good], 'wrong-type', ''],
    ['a text', JSON.stringify(good), 'wrong-type', ''],
    ['payment at the root', { ...good, payment_data: payment }, 'unknown-property', 'payment_data'],
    ['a time to live', { ...good, time_to_live: 3600 }, 'unknown-property', 'time_to_live'],
    [
      'a payee',
      inPayment({ payee: { fiscal_code: '01234567890' } }),
      'unknown-property',
      'content.payment_data.payee',
    ],
    [
      'content of others',
      inContent({ third_party_data: {} }),
      'unknown-property',
      'content.third_party_data',
    ],
    ['no title', without('subject'), 'missing', 'content.subject'],
    [
      'a title that is lent and would not be written',
      {
        ...good,
        content: Object.assign(
          Object.create({ subject: content.subject }),
          without('subject').content,
        ) as unknown,
      },
      'missing',
      'content.subject',
    ],
    ['nobody', { ...good, fiscal_code: undefined }, 'missing', 'fiscal_code'],
    ['a letter before', { ...good, fiscal_code: `X${good.fiscal_code}` }, 'wrong-form', 'fiscal_code'],
    ['no text', { ...good, fiscal_code: 7 }, 'wrong-type', 'fiscal_code'],
    ['a title that is none', inContent({ subject: 7 }), 'wrong-type', 'content.subject'],
    [
      'a word for yes',
      inContent({ require_secure_channels: 'true' }),
      'wrong-type',
      'content.require_secure_channels',
    ],
    [
      'a digit too many',
      inPayment({ notice_number: '3010000000000123730' }),
      'wrong-form',
      'content.payment_data.notice_number',
    ],
    [
      'a letter before it',
      inPayment({ notice_number: 'X301000000000012373' }),
      'wrong-form',
      'content.payment_data.notice_number',
    ],
    ['lower case', { ...good, fiscal_code: 'rssmra85t10a562s' }, 'wrong-form', 'fiscal_code'],
    ['a company', { ...good, fiscal_code: '01234567890' }, 'wrong-form', 'fiscal_code'],
    ['a line more', { ...good, fiscal_code: `${good.fiscal_code}\n` }, 'wrong-form', 'fiscal_code'],
    ['Premium', { ...good, feature_level_type: 'ADVANCED' }, 'wrong-form', 'feature_level_type'],
    ['a short title', inContent({ subject: 'x'.repeat(9) }), 'wrong-length', 'content.subject'],
    ['a long title', inContent({ subject: 'x'.repeat(121) }), 'wrong-length', 'content.subject'],
    [
      'a title long by an emoji',
      inContent({ subject: `${'x'.repeat(119)}🗑` }),
      'wrong-length',
      'content.subject',
    ],
    ['a short text', inContent({ markdown: 'x'.repeat(79) }), 'wrong-length', 'content.markdown'],
    ['a long text', inContent({ markdown: 'x'.repeat(10_001) }), 'wrong-length', 'content.markdown'],
    ['a day alone', inContent({ due_date: '2026-12-16' }), 'wrong-form', 'content.due_date'],
    ['no zone', inContent({ due_date: '2026-12-16T22:59:59' }), 'wrong-form', 'content.due_date'],
    ['another zone', inContent({ due_date: '2026-12-16T23:59:59+01:00' }), 'wrong-form', 'content.due_date'],
    ['a day that is none', inContent({ due_date: '2026-02-30T22:59:59Z' }), 'wrong-form', 'content.due_date'],
    [
      'an hour that is none',
      inContent({ due_date: '2026-12-16T24:00:00Z' }),
      'wrong-form',
      'content.due_date',
    ],
    ['no cents', inPayment({ amount: 0 }), 'out-of-range', 'content.payment_data.amount'],
    ['too many cents', inPayment({ amount: 10_000_000_000 }), 'out-of-range', 'content.payment_data.amount'],
    ['parts of cents', inPayment({ amount: 12.5 }), 'wrong-type', 'content.payment_data.amount'],
    ['cents as text', inPayment({ amount: '1250' }), 'wrong-type', 'content.payment_data.amount'],
    [
      'a notice as a number',
      inPayment({ notice_number: 3e17 }),
      'wrong-type',
      'content.payment_data.notice_number',
    ],
    [
      'a notice of 4',
      inPayment({ notice_number: `4${'0'.repeat(17)}` }),
      'wrong-form',
      'content.payment_data.notice_number',
    ],
    [
      'a short notice',
      inPayment({ notice_number: '3010' }),
      'wrong-form',
      'content.payment_data.notice_number',
    ],
    [
      'an end of payment',
      inPayment({ invalid_after_due_date: true }),
      'wrong-form',
      'content.payment_data.invalid_after_due_date',
    ],
    [
      'open channels',
      inContent({ require_secure_channels: false }),
      'wrong-form',
      'content.require_secure_channels',
    ],
  ])('with %s may not', (_, request, code, path) => {
    expect(checkRequest(request)).toEqual([expect.objectContaining({ code, path })]);
  });

  it('tells everything that is wrong with it', () => {
    expect(checkRequest({ ...inContent({ subject: '' }), note: 1 }).map(({ path }) => path)).toEqual([
      'note',
      'content.subject',
    ]);
  });
});

const instants = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 11, 31) })
  .map((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`);
// Mostly what is allowed, and what is nearly allowed, so that both answers occur.
const mostly = <Good, Near>(allowed: fc.Arbitrary<Good>, near: fc.Arbitrary<Near>) =>
  fc.oneof({ weight: 9, arbitrary: allowed }, { weight: 1, arbitrary: near });
const requests = fc.record({
  fiscal_code: mostly(
    fc.stringMatching(
      /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/,
    ),
    fc.stringMatching(/^[A-Z]{6}[0-9K-V]{2}[A-T][0-9]{2}[A-Z][0-9]{3}[A-Z]$/),
  ),
  feature_level_type: fc.constant('STANDARD'),
  content: fc.record(
    {
      subject: fc.string({ minLength: 9, maxLength: 70, unit: 'grapheme' }),
      markdown: fc.string({ minLength: 78, maxLength: 300, unit: 'binary' }),
      due_date: mostly(instants, fc.constantFrom('2026-12-16', '2026-02-30T22:59:59Z', '')),
      payment_data: fc.record({
        amount: mostly(fc.integer({ min: 0, max: 10_000_000_000 }), fc.double()),
        notice_number: mostly(fc.stringMatching(/^[0-3][0-9]{17}$/), fc.stringMatching(/^[0-9]{17,18}$/)),
        invalid_after_due_date: fc.constant(false),
      }),
      require_secure_channels: fc.constant(true),
    },
    { requiredKeys: ['subject', 'markdown'] },
  ),
});

describe('whatever is let pass', () => {
  let io: IoService;
  const tari = service('tari', { cap: 9_999_999_999 });

  beforeAll(async () => {
    io = await startIoService({ services: [tari], limit: { calls: 1e9, windowMs: 1, stolen: 0 } });
  });
  afterAll(async () => {
    await io.close();
  });

  it('is taken in by the service, and kept as it was written', async () => {
    const seen = { passed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        if (checkRequest(request).length > 0) {
          seen.refused++;
          return;
        }
        seen.passed++;
        const answer = await fetch(`${io.url}/messages`, {
          method: 'POST',
          headers: { 'Ocp-Apim-Subscription-Key': tari.primary },
          body: JSON.stringify(request),
        });
        expect(answer.status).toBe(201);
        await answer.body?.cancel();
        expect(asKept(request as IoRequest)).toEqual(io.stored.at(-1)?.message);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.passed, seen.refused)).toBeGreaterThan(50);
  });
});

function asKept({ fiscal_code: fiscalCode, content: sent }: IoRequest): unknown {
  return {
    fiscalCode,
    featureLevel: 'STANDARD',
    content: {
      subject: sent.subject,
      markdown: sent.markdown,
      dueDate: sent.due_date === undefined ? null : sent.due_date.replace('Z', '.000Z'),
      payment:
        sent.payment_data === undefined
          ? null
          : {
              amount: sent.payment_data.amount,
              noticeNumber: sent.payment_data.notice_number,
              invalidAfterDueDate: false,
              payee: null,
            },
      secureChannels: sent.require_secure_channels ?? null,
      thirdParty: null,
    },
  };
}

it('whatever is added anywhere is refused', () => {
  const places = [[], ['content'], ['content', 'payment_data']] as const;
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.string(), fc.jsonValue(), (place, name, value) => {
      const request = structuredClone(good) as unknown as Record<string, unknown>;
      const target = place.reduce((at, step) => at[step] as Record<string, unknown>, request);
      if (Object.hasOwn(target, name) || isKnown(place, name)) return;
      Object.defineProperty(target, name, { value, enumerable: true });
      expect(checkRequest(request)).toContainEqual({
        code: 'unknown-property',
        path: [...place, name].join('.'),
      });
    }),
  );
});

test.each(['__proto__', 'constructor', 'toString', ''])('even %j', (name) => {
  const request: unknown = JSON.parse(`{ ${JSON.stringify(name)}: 1, ${JSON.stringify(good).slice(1)}`);
  expect(checkRequest(request)).toEqual([{ code: 'unknown-property', path: name }]);
});

function isKnown(place: readonly string[], name: string): boolean {
  return place.length === 1 && name === 'require_secure_channels';
}
