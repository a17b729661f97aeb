import { describe, expect, it } from 'vitest';
import { findIn, walkOf } from '../../../../src/renderer/screens/messaggi/campagne/row-walk.ts';

const anna = { fiscalCode: 'PRVNNA81B42F205L', name: 'PROVA ANNA', rata: null };
const ugo = { fiscalCode: 'FNTNCL70A01H501D', name: null, rata: null };
const walk = walkOf([
  { row: 1, ...ugo },
  { row: 1, ...ugo },
  { row: 4, ...anna },
  { row: 9, ...ugo },
]);

describe('the messages of a campaign one after the other', () => {
  it('tell which part of their row they are', () => {
    expect(walk.map(({ row, part }) => [row, part])).toEqual([
      [1, 0],
      [1, 1],
      [4, 0],
      [9, 0],
    ]);
  });

  it('are found by their row', () => {
    expect(findIn(walk, '4', 0)).toBe(2);
    expect(findIn(walk, '5', 0)).toBe(-1);
  });

  it('are found by a codice fiscale, or its beginning, from the next one on and around', () => {
    expect(findIn(walk, 'prvnna81b42f205l', 0)).toBe(2);
    expect(findIn(walk, 'FNTNCL', 1)).toBe(3);
    expect(findIn(walk, 'FNTNCL', 3)).toBe(0);
  });

  it('are found by a part of a name, and nothing is found for nothing', () => {
    expect(findIn(walk, 'anna', 3)).toBe(2);
    expect(findIn(walk, ' ', 0)).toBe(-1);
    expect(findIn([], 'anna', 0)).toBe(-1);
    expect(findIn(walk, 'nessuno', 0)).toBe(-1);
  });
});
