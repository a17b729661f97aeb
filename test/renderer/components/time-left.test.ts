import { describe, expect, it } from 'vitest';
import { createTimeLeft, sayTimeLeft } from '../../../src/renderer/components/time-left.ts';

describe('how long it will still take', () => {
  it('is not guessed in the first second', () => {
    const guess = createTimeLeft(0);
    expect(guess.at(500, 0.1)).toBeNull();
    expect(guess.at(999, 0.2)).toBeNull();
  });

  it('is what is left at the speed it had', () => {
    const guess = createTimeLeft(0);
    for (let second = 1; second <= 10; second++) guess.at(second * 1_000, second / 100);
    expect(guess.at(11_000, 0.11)).toBeCloseTo(89_000, -2);
  });

  it('believes a slow file little by little, and does not jump', () => {
    const guess = createTimeLeft(0);
    for (let second = 1; second <= 10; second++) guess.at(second * 1_000, second / 100);
    const before = guess.at(11_000, 0.11) ?? 0;
    const after = guess.at(12_000, 0.111) ?? 0;
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThan(before * 1.4);
  });

  it('is not known when another stretch of work begins', () => {
    const guess = createTimeLeft(0);
    guess.at(1_000, 0.5);
    expect(guess.at(2_000, 0.9)).not.toBeNull();
    expect(guess.at(3_000, 0.1)).toBeNull();
  });

  it('is not said for work that stands still, nor for work that is done', () => {
    const guess = createTimeLeft(0);
    expect(guess.at(2_000, 0)).toBeNull();
    expect(guess.at(3_000, 1)).toBeNull();
  });

  it.each([
    [800, 'pochi secondi'],
    [12_000, 'circa 20 secondi'],
    [49_000, 'circa 50 secondi'],
    [55_000, 'circa un minuto'],
    [125_000, 'circa 2 minuti'],
    [3_599_000, 'circa un’ora'],
    [7_300_000, 'circa 2 ore'],
  ])('%i ms are said as a person would', (ms, said) => {
    expect(sayTimeLeft(ms)).toBe(said);
  });
});
