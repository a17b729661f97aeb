import { expect, it } from 'vitest';
import { shareOfImport } from '../../../src/renderer/screens/importazioni/share-of-import.ts';

const share = (step: 'read' | 'match' | 'save', done: number): number | null =>
  shareOfImport({ step, done, total: 10 });

it('an import goes on from one step to the next without a jump, and a preview is done when all was read', () => {
  expect([share('read', 0), share('save', 10)]).toEqual([0, 1]);
  expect(share('match', 0)).toBeCloseTo(share('read', 10) ?? 0);
  expect(share('save', 0)).toBeCloseTo(share('match', 10) ?? 0);
  expect(share('match', 5)).toBeGreaterThan(share('match', 4) ?? 1);
  expect(shareOfImport({ step: 'read', done: 10, total: 10 }, true)).toBe(1);
  expect(shareOfImport({ step: 'match', done: 0, total: 0 })).toBeNull();
});
