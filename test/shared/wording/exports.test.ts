import { expect, it } from 'vitest';
import { complainOfPeriod, nameOfExport, saySaved } from '../../../src/shared/wording/exports.ts';

it.each([
  [null, null, 'tesoriere-al-2026-03-31.xlsx'],
  ['2026-01-01', '2026-01-31', 'tesoriere-2026-01-01-2026-01-31.xlsx'],
  ['2026-01-01', null, 'tesoriere-2026-01-01-2026-03-31.xlsx'],
  [null, '2026-01-31', 'tesoriere-inizio-2026-01-31.xlsx'],
])('a file from %s to %s has a name by which it is found again', (from, to, name) => {
  expect(nameOfExport('tesoriere', 'xlsx', { from, to }, '2026-03-31')).toBe(name);
});

it('complains of a period that ends before it begins', () => {
  expect(complainOfPeriod('2026-02-01', '2026-01-31')).toBe(
    'Il periodo finisce prima di cominciare: dal 01/02/2026 al 31/01/2026.',
  );
  expect(complainOfPeriod('2026-02-01', '2026-02-01')).toBeNull();
  expect(complainOfPeriod(null, '2026-01-31')).toBeNull();
});

it('says what was saved', () => {
  expect(saySaved('tesoriere.xlsx', '3 righe')).toBe('Scaricato tesoriere.xlsx: 3 righe.');
});
