import { describe, expect, it } from 'vitest';
import type { PositionFact } from '../../../src/main/ledger/positions.ts';
import { standingPosition } from '../../../src/main/reconciliation/standing-position.ts';

const fact = (over: Partial<PositionFact>): PositionFact => ({
  id: 1,
  iuv: '01000000000000144',
  action: 'keep',
  cents: 100,
  dueDay: null,
  tipoDovuto: null,
  category: null,
  description: null,
  digest: 'a',
  ...over,
});

describe('of several lists that speak of one position', () => {
  it.each<[string, readonly Partial<PositionFact>[], object]>([
    ['one is what it says', [{ cents: 5 }], { fact: { cents: 5 }, cancelled: false, disagree: false }],
    [
      'the greater digest counts, and the disagreement is told',
      [
        { digest: 'b', cents: 2 },
        { digest: 'a', cents: 1 },
      ],
      { fact: { cents: 2 }, cancelled: false, disagree: true },
    ],
    [
      'one that takes it away wins, with the words of one that keeps it',
      [{ digest: 'z', action: 'cancel', cents: 0 }, { cents: 7 }],
      { fact: { cents: 7 }, cancelled: true, disagree: false },
    ],
    [
      'the one with the IUV tells more than the one without',
      [{ digest: 'z', iuv: null }, { digest: 'b' }],
      { fact: { digest: 'b' }, cancelled: false, disagree: false },
    ],
    ['a lone cancellation stands for it', [{ action: 'cancel' }], { cancelled: true, fact: { cents: 100 } }],
  ])('%s', (_rule, drafts, expected) => {
    const facts = drafts.map((draft, i) => fact({ id: i + 1, ...draft }));
    for (const order of [facts, facts.toReversed()]) expect(standingPosition(order)).toMatchObject(expected);
  });

  it('none says nothing', () => {
    expect(standingPosition([])).toBeNull();
  });
});
