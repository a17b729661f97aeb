import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf, widthsOf } from '../../../src/renderer/components/shares.ts';

describe('shares of a whole', () => {
  it('say all and nothing only when it is true', () => {
    expect(percentOf(9_999, 10_000)).toBe(99);
    expect(percentOf(10_000, 10_000)).toBe(100);
    expect(percentOf(1, 10_000)).toBe(1);
    expect(percentOf(0, 10_000)).toBe(0);
    expect(percentOf(0, 0)).toBe(0);
  });

  it('fill their bar, and a single cent is still to be seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 8 }), (parts) => {
        const widths = widthsOf(parts);
        const sum = widths.reduce((total, width) => total + width, 0);
        const any = parts.some((part) => part > 0);
        expect(sum).toBeCloseTo(any ? 100 : 0, 6);
        for (const [index, part] of parts.entries()) expect((widths[index] ?? 0) > 1).toBe(part > 0);
      }),
    );
  });
});
