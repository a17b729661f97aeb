import { describe, expect, it, test } from 'vitest';
import { iufDay, iufKey, maxIufLength } from '../../../src/shared/domain/iuf.ts';

describe('an IUF', () => {
  it('is compared without blanks and in upper case', () => {
    expect(iufKey(' 2018-05-22uncritmm-1h7 fues9\u00a0osh29\n')).toBe('2018-05-22UNCRITMM-1H7FUES9OSH29');
  });

  it('has at most 35 characters', () => {
    expect(maxIufLength).toBe(35);
  });

  test.each([
    ['2024-07-26PPAYITR1XXX-S2024072601', '2024-07-26'],
    ['2025-04-1688888888888-183534458123', '2025-04-16'],
    ['2025-02-30PPAYITR1XXX-S1', null],
    ['10c4f341267947eca9f8f6a7a567a414', null],
    ['', null],
  ])('%s begins with the day %s', (iuf, expected) => {
    expect(iufDay(iuf)).toBe(expected);
  });
});
