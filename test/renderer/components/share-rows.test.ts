import { expect, it, describe } from 'vitest';
import {
  isRepeated,
  sharesOfRows,
  withEmptyRow,
  withRow,
  type ShareRow,
} from '../../../src/renderer/components/share-rows.ts';

const row = (id: number, iuf: string, amount: string): ShareRow => ({ id, iuf, amount });
const empty = row(9, '', '');

describe('the rows of a sharing out', () => {
  it.each<[string, readonly ShareRow[], object]>([
    ['tell what is left', [row(1, 'A', '60,00'), empty], { left: 4_000, ready: true }],
    ['may tell all of it', [row(1, 'A', '60'), row(2, 'B', '40,00 €'), empty], { left: 0, ready: true }],
    ['are not ready when they are too much', [row(1, 'A', '100,01')], { left: -1, ready: false }],
    ['are not ready without an amount', [row(1, 'A', '')], { left: 10_000, ready: false }],
    ['are not ready without a flusso', [row(1, '', '1')], { left: 9_900, ready: false }],
    ['are not ready with an amount that is none', [row(1, 'A', 'x')], { left: 10_000, ready: false }],
    ['are not ready when one is told twice', [row(1, 'A', '1'), row(2, 'a ', '2')], { ready: false }],
    ['are not ready when nothing is typed', [empty], { shares: [], left: 10_000, ready: false }],
  ])('%s', (_sentence, rows, expected) => {
    expect(sharesOfRows(rows, 10_000)).toMatchObject(expected);
  });

  it('have always an empty one at the end, to type the next in', () => {
    const [first, next] = withEmptyRow([]);
    expect([first?.iuf, next]).toEqual(['', undefined]);
    const typed = withRow([row(1, '', '')], row(1, 'A', ''));
    expect(typed).toEqual([row(1, 'A', ''), row(2, '', '')]);
    expect(withEmptyRow(typed)).toBe(typed);
  });

  it('say when a flusso has a part already', () => {
    const rows = [row(1, 'A', '1'), row(2, ' a', '2'), row(3, '', '')];
    expect(rows.map((one) => isRepeated(rows, one))).toEqual([true, true, false]);
  });
});
