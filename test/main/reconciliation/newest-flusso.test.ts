import { describe, expect, it } from 'vitest';
import { newestFlusso, type FlussoOrder } from '../../../src/main/reconciliation/newest-flusso.ts';

const first: FlussoOrder = { revision: 1, createdAt: '2026-01-16T10:00:00', digest: 'b' };

describe('of two versions of a flusso', () => {
  it.each([
    [
      'the higher revision counts, also when it was made earlier',
      { revision: 2, createdAt: '2026-01-15T10:00:00' },
    ],
    [
      'the later one counts, when the revision is the same',
      { createdAt: '2026-01-16T10:00:01', digest: 'a' },
    ],
    ['of the same moment, what they say decides', { digest: 'c' }],
  ])('%s', (_sentence, over) => {
    const newer = { ...first, ...over };
    expect(newestFlusso([first, newer])).toBe(newer);
    expect(newestFlusso([newer, first])).toBe(newer);
  });

  it('there is none when nobody sent the flusso', () => {
    expect(newestFlusso([])).toBeUndefined();
  });
});
