import { describe, expect, it } from 'vitest';
import { periodOf, periodsOf } from '../../../src/renderer/screens/quadratura/periods.ts';

describe('the period of a quadratura', () => {
  it('is a year, a quarter or a month, to its last day', () => {
    const named = periodsOf(2028).map(({ name, from, to }) => `${name}: ${from} ${to}`);
    expect(named).toHaveLength(17);
    expect(named).toContain('Tutto il 2028: 2028-01-01 2028-12-31');
    expect(named).toContain('Primo trimestre: 2028-01-01 2028-03-31');
    expect(named).toContain('Quarto trimestre: 2028-10-01 2028-12-31');
    expect(named).toContain('Febbraio: 2028-02-01 2028-02-29');
    expect(named).toContain('Dicembre: 2028-12-01 2028-12-31');
  });

  it('is the year of today where an address makes no sense', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(periodOf({}, '2026-03-31')).toEqual(year);
    expect(periodOf({ from: '2026-04-01', to: '2026-03-31' }, '2026-03-31')).toEqual(year);
    expect(periodOf({ from: '2026-02-30', to: '2026-03-31' }, '2026-03-31')).toEqual(year);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(periodOf(march, '2026-12-31')).toEqual(march);
  });
});
