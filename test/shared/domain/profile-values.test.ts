import { describe, expect, it } from 'vitest';
import {
  centsOfCell,
  evidenceOfAmounts,
  evidenceOfDays,
  kindOfColumn,
  kindOfValue,
  together,
  type ValueKind,
} from '../../../src/shared/domain/profile-values.ts';

const cells = (...texts: readonly string[]) => texts.map((text) => ({ text }));

const told = (...texts: readonly string[]) => evidenceOfAmounts(cells(...texts)).told;

describe('how amounts are written', () => {
  it.each([
    '12,5',
    '12,50',
    '12,3456',
    '1234,567',
    '1.234,567',
    "1'234,567",
    '1 234,567',
    '1.234.567',
    '-12,5',
    '12,5 -',
  ])('%s proves a comma', (text) => {
    expect(told(text)).toBe('comma');
  });

  it.each([
    '12.5',
    '12.50',
    '12.3456',
    '1234.567',
    '1,234.567',
    "1'234.567",
    '1 234.567',
    '1,234,567',
    '€ 12.5',
    '+ 12.5',
  ])('%s proves a dot', (text) => {
    expect(told(text)).toBe('dot');
  });

  it.each(['1.234', '1,234', '12,345', '123.456', '-1.234', '€ 1.234'])('%s leaves it open', (text) => {
    expect(evidenceOfAmounts(cells(` ${text} `))).toEqual({ told: null, example: text });
  });

  it.each(['', 'abc', '0', '000', '12,50 al mese', '9'.repeat(41)])('%j proves nothing', (text) => {
    expect(evidenceOfAmounts(cells(text))).toEqual({ told: null, example: null });
  });

  it('all together say it, or that they do not agree', () => {
    expect(evidenceOfAmounts(cells('1.234', '12,50'))).toEqual({ told: 'comma', example: null });
    expect(evidenceOfAmounts(cells('1.234', '12.50', '7'))).toEqual({ told: 'dot', example: null });
    expect(evidenceOfAmounts(cells('12,50', ' 12.50 ', '13.50'))).toEqual({ told: null, example: '12.50' });
    expect(evidenceOfAmounts(cells('7', '1.234', '2.345'))).toEqual({ told: null, example: '1.234' });
    expect(evidenceOfAmounts(cells('0', ' 7 ', '8'))).toEqual({ told: null, example: '7' });
  });

  it('numbers with decimals of a spreadsheet are euro', () => {
    const kept = { text: '12,5', number: 12.5 };
    expect(evidenceOfAmounts([kept])).toEqual({ told: null, example: null });
    expect(evidenceOfAmounts([{ text: '7', number: 7 }, kept])).toEqual({ told: null, example: null });
    expect(evidenceOfAmounts([{ text: '7', number: 7 }])).toEqual({ told: null, example: '7' });
  });

  it('a number that a spreadsheet kept is read as it is', () => {
    expect(centsOfCell({ text: 'x', number: 12.5 }, 'comma')).toEqual({ ok: true, value: 1250 });
    expect(centsOfCell({ text: 'x', number: 1250 }, 'cents')).toEqual({ ok: true, value: 1250 });
    expect(centsOfCell({ text: '12,5' }, 'comma')).toEqual({ ok: true, value: 1250 });
    expect(centsOfCell({ text: '12,5' }, 'dot').ok).toBe(false);
  });
});

describe('how days are written', () => {
  it.each([
    [['31/01/2026', '01/02/2026'], { told: 'dmy', example: null }],
    [['01/31/2026', '01/02/2026'], { told: 'mdy', example: null }],
    [['31/01/2026', ' 01/31/2026 ', '02/28/2026'], { told: null, example: '01/31/2026' }],
    [[' 01/02/2026 ', '03/04/2026'], { told: null, example: '01/02/2026' }],
    [['2026-01-31', 'boh', ''], { told: null, example: null }],
  ])('%j: %j', (texts, evidence) => {
    expect(evidenceOfDays(cells(...texts))).toEqual(evidence);
  });

  it('one column speaks for those that leave it open', () => {
    const open = { told: null, example: '01/02/2026' };
    const other = { told: null, example: '03/04/2026' };
    const nothing = { told: null, example: null };
    expect(together([open, { told: 'dmy', example: null }])).toEqual({ told: 'dmy', example: null });
    expect(together([{ told: 'dmy', example: null }, { told: 'mdy', example: null }, open])).toEqual(open);
    expect(together([nothing, open, other])).toEqual(open);
    expect(together([nothing])).toEqual(nothing);
    expect(together([])).toEqual(nothing);
  });
});

describe('what a column looks like', () => {
  it.each<[string, ValueKind]>([
    ['', 'empty'],
    [' ', 'empty'],
    ['31/01/2026', 'day'],
    ['01/31/2026', 'day'],
    ['2026-01-31', 'day'],
    ['123', 'digits'],
    [' 123 ', 'digits'],
    ['12,50', 'amount'],
    ['12.50', 'amount'],
    ['- 1.234', 'amount'],
    ['€ 12', 'amount'],
    ['12a', 'text'],
    ['Rossi', 'text'],
  ])('%j is %s', (text, kind) => {
    expect(kindOfValue({ text })).toBe(kind);
  });

  it('as a spreadsheet keeps it', () => {
    expect(kindOfValue({ text: '12', number: 12 })).toBe('digits');
    expect(kindOfValue({ text: '12', number: 12.5 })).toBe('amount');
    expect(kindOfValue({ text: ' ', number: 12.5 })).toBe('empty');
  });

  it.each<[readonly string[], ValueKind]>([
    [[], 'empty'],
    [['', ' '], 'empty'],
    [['31/01/2026', '01/02/2026', 'x', ''], 'day'],
    [['31/01/2026', 'x'], 'text'],
    [['31/01/2026', 'x', 'y'], 'text'],
    [['12,50', '7', 'x'], 'amount'],
    [['12,50', 'x'], 'text'],
    [['12,50', 'x', 'y'], 'text'],
    [['7', '8', 'x'], 'digits'],
    [['7', 'x'], 'text'],
    [['7', 'x', 'y'], 'text'],
    [['x', ''], 'text'],
  ])('%j are %s', (texts, kind) => {
    expect(kindOfColumn(cells(...texts))).toBe(kind);
  });
});
