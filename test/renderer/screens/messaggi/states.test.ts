import { describe, expect, it } from 'vitest';
import {
  countIn,
  isDiscarded,
  isDraft,
  sharesOf,
} from '../../../../src/renderer/screens/messaggi/campagne/states.ts';
import { messageStates } from '../../../../src/shared/domain/message/state.ts';

describe('what became of a campaign', () => {
  it('tells every state that there is, what is done first', () => {
    const all = Object.fromEntries(messageStates.map((state) => [state, 2]));
    const shares = sharesOf(all);
    expect(shares.map(({ state }) => state).toSorted()).toEqual([...messageStates].toSorted());
    expect(shares[0]).toEqual({ state: 'delivered', ink: 'yes', size: 2 });
    expect(countIn(all)).toBe(2 * messageStates.length);
    expect(countIn(all, ['draft', 'queued'])).toBe(4);
    expect(sharesOf({ queued: 0 })).toEqual([]);
  });

  it('is a draft until somebody confirms it, and discarded when nothing of it can leave', () => {
    expect(isDraft({ queuedAt: null, byState: { draft: 1 } })).toBe(true);
    expect(isDraft({ queuedAt: null, byState: { cancelled: 1 } })).toBe(false);
    expect(isDraft({ queuedAt: '2026-03-31T08:00:00Z', byState: { draft: 1 } })).toBe(false);
    expect(isDiscarded({ byState: { cancelled: 3 } })).toBe(true);
    expect(isDiscarded({ byState: {} })).toBe(true);
    expect(isDiscarded({ byState: { cancelled: 3, delivered: 1 } })).toBe(false);
  });
});
