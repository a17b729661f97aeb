import { describe, expect, it } from 'vitest';
import { parseDayAs, type DayOrder } from '../../../src/shared/domain/day.ts';
import { parseAmountAs, type Decimals } from '../../../src/shared/domain/euro.ts';
import {
  fieldOf,
  lacks,
  questionsOf,
  settled,
  withField,
  type ProfileDraft,
  type TableColumn,
} from '../../../src/shared/domain/profile-draft.ts';
import { moneyOf, type Writing } from '../../../src/shared/domain/profile-row.ts';
import {
  evidenceOfAmounts,
  evidenceOfDays,
  kindOfValue,
  type ListCell,
  type ValueKind,
} from '../../../src/shared/domain/profile-values.ts';

const texts = (...values: readonly string[]): ListCell[] => values.map((text) => ({ text }));

describe('an amount of which it is known how it is written', () => {
  it.each<readonly [string, Decimals, number | null]>([
    ['1.234,56', 'comma', 123_456],
    ['1,234.56', 'dot', 123_456],
    ['1,234', 'dot', 123_400],
    ['1,234', 'comma', null],
    ['1,230', 'comma', 123],
    ['1.234', 'comma', 123_400],
    ['1.234', 'dot', null],
    ['12,50-', 'comma', -1_250],
    ['- 12,50 €', 'comma', -1_250],
    ['+12,5', 'comma', 1_250],
    ['EUR 12,50', 'comma', 1_250],
    [',50', 'comma', 50],
    ["1'234.50", 'dot', 123_450],
    ['12345', 'cents', 12_345],
    ['-5', 'cents', -5],
    ['123,45', 'cents', null],
    ['12.34.56', 'comma', null],
    ['', 'comma', null],
    ['-', 'comma', null],
    ['1e5', 'comma', null],
    ['9'.repeat(50), 'comma', null],
  ])('%s in %s', (text, decimals, cents) => {
    const read = parseAmountAs(text, decimals);
    expect(read.ok ? read.value : null).toBe(cents);
  });
});

describe('a day of which the order is known', () => {
  it.each<readonly [string, DayOrder, string | null]>([
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['03/04/2026', 'ymd', null],
    ['31/12/26', 'dmy', '2026-12-31'],
    ['31/12/26', 'mdy', null],
    ['2026-12-31', 'mdy', '2026-12-31'],
    ['2026/12/31', 'ymd', '2026-12-31'],
    ['20261231', 'dmy', '2026-12-31'],
    ['31.12.2026 10:30', 'dmy', '2026-12-31'],
    ['31/02/2026', 'dmy', null],
  ])('%s in %s', (text, order, day) => {
    const read = parseDayAs(text, order);
    expect(read.ok ? read.value : null).toBe(day);
  });
});

describe('what values say of themselves', () => {
  it.each<readonly [string, ValueKind]>([
    ['', 'empty'],
    ['31/12/2026', 'day'],
    ['2026-12-31T10:00:00', 'day'],
    ['1.234,56', 'amount'],
    ['1,234', 'amount'],
    ['0001234', 'digits'],
    ['BONIFICO', 'text'],
    ['1,8E+16', 'text'],
  ])('%j is %s', (text, kind) => {
    expect(kindOfValue({ text })).toBe(kind);
  });

  it('is how amounts and days are written, as soon as one value proves it', () => {
    expect(evidenceOfAmounts(texts('1,234', '2,5')).told).toBe('comma');
    expect(evidenceOfAmounts(texts('1,234', '1,234.00')).told).toBe('dot');
    expect(evidenceOfAmounts(texts('1.234.567')).told).toBe('comma');
    expect(evidenceOfAmounts(texts('1,234'))).toEqual({ told: null, example: '1,234' });
    expect(evidenceOfAmounts(texts('1,50', '2.50'))).toEqual({ told: null, example: '2.50' });
    expect(evidenceOfAmounts(texts('0', '100'))).toEqual({ told: null, example: '100' });
    expect(
      evidenceOfAmounts([
        { text: '100', number: 100 },
        { text: '1.5', number: 1.5 },
      ]),
    ).toEqual({
      told: null,
      example: null,
    });
    expect(evidenceOfDays(texts('03/04/2026', '13/04/2026')).told).toBe('dmy');
    expect(evidenceOfDays(texts('03/04/2026', '04/13/2026')).told).toBe('mdy');
    expect(evidenceOfDays(texts('13/04/2026', '04/13/2026'))).toEqual({ told: null, example: '04/13/2026' });
    expect(evidenceOfDays(texts('2026-04-03'))).toEqual({ told: null, example: null });
  });
});

const unproved = { told: null, example: null };
const column = (more: Partial<TableColumn> = {}): TableColumn => ({
  header: '',
  kind: 'text',
  amounts: unproved,
  days: unproved,
  marks: [],
  ...more,
});
const draft: ProfileDraft = {
  what: 'tesoreria',
  columns: {},
  decimals: null,
  days: null,
  credits: [],
  debits: [],
  conto: '',
};

describe('a profile that is being made', () => {
  it('moves a field from column to column; the causale alone goes on in more', () => {
    let columns = withField({}, 2, 'day');
    columns = withField(columns, 3, 'day');
    columns = withField(columns, 5, 'causale');
    columns = withField(columns, 4, 'causale');
    expect(columns).toEqual({ day: [3], causale: [4, 5] });
    expect(fieldOf(columns, 4)).toBe('causale');
    expect(withField(columns, 4, null)).toEqual({ day: [3], causale: [5] });
    expect(withField(columns, 3, 'causale')).toEqual({ causale: [3, 4, 5] });
  });

  it('asks again when another column leaves something open, and keeps the answer meanwhile', () => {
    const table = [
      column({ days: { told: 'dmy', example: null } }),
      column({ days: { told: null, example: '03/04/2026' } }),
    ];
    const proved = settled(table, { ...draft, columns: { day: [0] } });
    expect(proved.days).toBe('dmy');
    const answered = settled(table, { ...proved, columns: { day: [1] }, days: 'mdy' });
    expect(questionsOf(table, answered.columns).map(({ code }) => code)).toEqual(['days']);
    expect(answered.days).toBe('mdy');
    // A value day that proves the order speaks for the other.
    expect(settled(table, { ...draft, columns: { day: [1], valueDay: [0] } }).days).toBe('dmy');
  });

  it.each([
    [['+', '-'], true],
    [['A', 'D'], true],
    [['d'], true],
    [['AVERE'], true],
    [['A'], false],
    [['C', 'A'], false],
    [['boh'], false],
  ])('knows what %j mean: %s', (marks, known) => {
    const table = [column({ marks })];
    const columns = { segno: [0] };
    expect(questionsOf(table, columns).length).toBe(known ? 0 : 1);
    expect(lacks(table, settled(table, { ...draft, columns })).questions).toBe(known ? 0 : 1);
  });
});

describe('the money of a row', () => {
  const writing: Writing = {
    columns: { avere: [0], dare: [1] },
    decimals: 'comma',
    days: 'dmy',
    credits: [],
    debits: [],
  };
  it.each([
    ['10,00', '', 1_000],
    ['', '10,00', -1_000],
    ['', '-10,00', -1_000],
    ['0,00', '10,00', -1_000],
    ['10,00', '0,00', 1_000],
    ['0,00', '', 0],
    ['10,00', '1,00', 'invalid-value'],
    ['-10,00', '', 'invalid-amount'],
    ['', '', 'missing-value'],
    ['dieci', '', 'invalid-amount'],
  ] as const)('avere %j, dare %j', (avere, dare, expected) => {
    const cells: Record<string, string> = { avere, dare };
    const read = moneyOf(writing, (field) => {
      const text = cells[field] ?? '';
      return text === '' ? null : { text };
    });
    expect(read.ok ? read.value : read.problem.code).toBe(expected);
  });
});
