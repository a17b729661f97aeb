import { expect, it } from 'vitest';
import { shareOfImport } from '../../../src/renderer/screens/importazioni/share-of-import.ts';

it('an import is half done when all was read, and a preview wholly', () => {
  const read = { step: 'read', done: 10, total: 10 } as const;
  expect(shareOfImport(read)).toBe(0.5);
  expect(shareOfImport(read, true)).toBe(1);
  expect(shareOfImport({ step: 'match', done: 5, total: 10 })).toBe(0.75);
  expect(shareOfImport({ step: 'match', done: 0, total: 0 })).toBeNull();
});
