import { describe, expect, it } from 'vitest';
import { typedAmount, typedDay } from '../../../src/renderer/components/typed-values.ts';

describe('a day that a person typed', () => {
  it.each([
    ['2/3/2026', '2026-03-02'],
    ['02.03.26', '2026-03-02'],
    ['31-12-2025', '2025-12-31'],
    [' 02032026 ', '2026-03-02'],
  ])('%s', (text, day) => {
    expect(typedDay(text)).toEqual({ ok: true, value: day });
  });

  it('may be none', () => {
    expect(typedDay('  ')).toEqual({ ok: true, value: null });
  });

  it.each(['30/2/2026', '2026-03-02', 'ieri', '3/2026', '1/1/226'])('%s is none that exists', (text) => {
    expect(typedDay(text)).toEqual({ ok: false });
  });
});

describe('an amount that a person typed', () => {
  it('is read as people here write it', () => {
    expect(typedAmount('1.234,56 €')).toEqual({ ok: true, value: 123_456 });
    expect(typedAmount('12')).toEqual({ ok: true, value: 1_200 });
    expect(typedAmount('')).toEqual({ ok: true, value: null });
  });

  it('is refused when it could be two', () => {
    expect(typedAmount('1.234')).toEqual({ ok: false });
    expect(typedAmount('tanto')).toEqual({ ok: false });
  });
});
