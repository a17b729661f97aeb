import { describe, expect, test } from 'vitest';
import type { SubmitAnswer } from '../../../../src/shared/domain/message/answer.ts';
import { afterAnswer, breakerOf, noStreak } from '../../../../src/shared/domain/message/breaker.ts';

const detail = 'x';
const accepted: SubmitAnswer = { outcome: 'accepted', id: '01HMRBX079WA5SGYBQP1A7FSKH' };
const uncertain: SubmitAnswer = { outcome: 'uncertain', why: 'cut', detail };
const offline: SubmitAnswer = { outcome: 'not-sent', why: 'dns', detail };
const limited: SubmitAnswer = { outcome: 'limited', afterSeconds: 4 };
const subject = (n: number): SubmitAnswer => ({
  outcome: 'data-error',
  why: 'invalid',
  field: 'subject',
  detail: `value "${n}" at root.content.subject`,
  cap: null,
});
const overCap: SubmitAnswer = { outcome: 'data-error', why: 'over-cap', field: 'amount', detail, cap: 0 };
const noField = (_: number, said = detail): SubmitAnswer => ({
  outcome: 'data-error',
  why: 'invalid',
  field: null,
  detail: said,
  cap: null,
});
const times = <T>(n: number, make: (n: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

describe('a run', () => {
  test.each([
    ['nothing yet', [], null],
    ['two uncertain', [uncertain, uncertain], null],
    ['three uncertain', [uncertain, uncertain, uncertain], 'uncertain-in-a-row'],
    ['a success in between', [uncertain, uncertain, accepted, uncertain], null],
    [
      'the network away in between',
      [uncertain, uncertain, offline, limited, uncertain],
      'uncertain-in-a-row',
    ],
    ['nine equal errors', times(9, subject), null],
    ['ten equal errors of different rows', times(10, subject), 'equal-data-errors'],
    ['nine, a success, one more', [...times(9, subject), accepted, subject(9)], null],
    ...(
      [
        ['a server error', { outcome: 'server-error', detail }],
        ['a refusal', { outcome: 'refused', why: 'key', detail }],
        ['somebody forbidden', { outcome: 'recipient-forbidden', detail }],
      ] as const
    ).map(
      ([what, answer]) =>
        [`two uncertain, ${what}, one more`, [uncertain, uncertain, answer, uncertain], null] as const,
    ),
    ['an error, then two uncertain', [subject(1), uncertain, uncertain], null],
    ['ten errors without a field', times(10, noField), 'equal-data-errors'],
    ['ten errors of ten details', times(10, (n) => noField(0, `y${n}`)), null],
    ['nine, another error, one more', [...times(9, subject), overCap, subject(9)], null],
    ['ten times over the cap', times(10, () => overCap), 'equal-data-errors'],
    ['uncertain, then errors', [uncertain, uncertain, subject(1), uncertain], null],
  ] as const)('%s: %j', (_, answers, expected) => {
    expect(breakerOf(answers.reduce(afterAnswer, noStreak))).toBe(expected);
  });
});
