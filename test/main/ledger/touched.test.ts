import { expect, it, onTestFinished } from 'vitest';
import { openTouched, sortIuvs, touchIuv } from '../../../src/main/ledger/touched.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';

function touched(iuvs: readonly string[]) {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  openTouched(ledger);
  for (const iuv of iuvs) touchIuv(ledger, iuv);
  return {
    ledger,
    list: () => ledger.prepare<[], string>('SELECT iuv FROM touched_iuvs ORDER BY seq').pluck().all(),
  };
}

const sizes = { many: 5, atOnce: 3 };
const unsorted = ['7', '', '3', '12', '1', '5', '30', '2', 'RF18'];

it('puts many IUVs in their own order, piece by piece, and goes on with the list', () => {
  const { ledger, list } = touched(unsorted);
  let heard = 0;
  sortIuvs(ledger, () => (heard += 1), sizes);
  expect(list()).toEqual(unsorted.toSorted());
  expect(heard).toBeGreaterThan(2);
  for (const iuv of ['3', '0', '']) touchIuv(ledger, iuv);
  expect(list()).toEqual([...unsorted.toSorted(), '0']);
});

it('leaves few as they came', () => {
  const { ledger, list } = touched(unsorted.slice(0, 4));
  sortIuvs(ledger, () => undefined, sizes);
  expect(list()).toEqual(unsorted.slice(0, 4));
});

it('can be stopped between two pieces, and the list is as it was', () => {
  const { ledger, list } = touched(unsorted);
  expect(() => ledger.transaction(() => sortIuvs(ledger, stop, sizes))()).toThrow('stopped');
  expect(list()).toEqual(unsorted);
});

function stop(): void {
  throw new Error('stopped');
}
