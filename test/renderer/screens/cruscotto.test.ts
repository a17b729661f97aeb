import { describe, expect, it } from 'vitest';
import { groupsOf, heightAt, ticksOf } from '../../../src/renderer/screens/cruscotto/bars.ts';
import {
  addressOfDifference,
  addressOfReason,
} from '../../../src/renderer/screens/cruscotto/reasons-links.ts';
import { routeOf } from '../../../src/renderer/state/route.ts';

const frame = { width: 500, height: 200, left: 50, right: 10, top: 10, bottom: 30 };

describe('the months as bars', () => {
  it.each([
    [2_345_678, [0, 1_000_000, 2_000_000, 3_000_000]],
    [100, [0, 100]],
    [40_000, [0, 10_000, 20_000, 30_000, 40_000]],
    [0, [0]],
  ])('up to %i cents the lines stand at round amounts of euro', (highest, ticks) => {
    expect(ticksOf(highest)).toEqual(ticks);
  });

  it('stand on the same line, inside the drawing, one beside the other', () => {
    const groups = groupsOf(
      [
        [300, 200, 100],
        [50, 0, 0],
      ],
      300,
      frame,
    );
    const bars = groups.flatMap((group) => group.bars);
    for (const bar of bars) {
      expect(bar.y + bar.height).toBe(170);
      expect(bar.x).toBeGreaterThanOrEqual(frame.left);
      expect(bar.x + bar.width).toBeLessThanOrEqual(frame.width - frame.right);
    }
    expect(bars.every((bar, index) => index === 0 || bar.x > (bars[index - 1]?.x ?? 0))).toBe(true);
  });

  it('are as high as their amount, and a cent is still to be seen', () => {
    expect(heightAt(300, 300, frame)).toBe(frame.top);
    expect(heightAt(150, 300, frame)).toBe(90);
    expect(heightAt(1, 1_000_000, frame)).toBe(169);
    expect(heightAt(0, 300, frame)).toBe(170);
  });
});

describe('the links of the difference', () => {
  const missing = { of: 'payments', status: 'settlement-missing', count: 2, cents: 300 } as const;
  const inError = { of: 'provvisori', bucket: 'inError', count: 1, cents: 100 } as const;

  it('lead from a reason to its rows, in the same ledger', () => {
    expect(routeOf(addressOfReason('demo', missing))).toEqual({
      ledger: 'demo',
      screen: 'pagamenti',
      ask: { filter: { statuses: ['settlement-missing'] } },
    });
    expect(routeOf(addressOfReason('own', inError))).toEqual({
      ledger: 'own',
      screen: 'provvisori',
      ask: { filter: { buckets: ['inError'], attention: true } },
    });
  });

  it('lead from the sentence to the one screen that has all voci, when there is one', () => {
    expect(routeOf(addressOfDifference('own', [missing]) ?? '').screen).toBe('pagamenti');
    expect(routeOf(addressOfDifference('own', [inError]) ?? '').screen).toBe('provvisori');
    expect(addressOfDifference('own', [missing, inError])).toBeNull();
  });
});
