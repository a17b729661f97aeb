import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newest, standOf, type SospesoEvent } from '../../../src/main/reconciliation/stand-of-provvisorio.ts';

const event = (
  operazione: SospesoEvent['operazione'],
  cents: number | null,
  over: Partial<SospesoEvent> = {},
): SospesoEvent => ({ page: '1', operazione, cents, digest: `${operazione} ${cents}`, ...over });

describe('a provvisorio of one hundred cents', () => {
  it.each<[string, SospesoEvent[], SospesoEvent[], number, number, string]>([
    ['nothing happened to is open', [], [], 0, 0, 'open'],
    ['the bank called back whole is cancelled', [event('STORNATO', 100)], [], 100, 0, 'cancelled'],
    ['the bank called back with a minus is cancelled', [event('STORNATO', -100)], [], 100, 0, 'cancelled'],
    ['the bank called back in part is worth the rest', [event('STORNATO', 40)], [], 40, 0, 'open'],
    [
      'the bank called back in two parts on one day is worth the rest',
      [event('STORNATO', 40), event('STORNATO', 40)],
      [],
      80,
      0,
      'open',
    ],
    [
      'whose storno two giornali tell was called back once',
      [event('STORNATO', 40), event('STORNATO', 40, { page: '2' })],
      [],
      40,
      0,
      'open',
    ],
    [
      'the bank called back for more is called back for what there was',
      [event('STORNATO', 999)],
      [],
      100,
      0,
      'cancelled',
    ],
    ['covered whole is regularised', [event('REGOLARIZZATO', 100)], [], 0, 100, 'regularised'],
    ['covered in part is partly regularised', [event('REGOLARIZZATO', 30)], [], 0, 30, 'partly-regularised'],
    [
      'covered and uncovered is open again',
      [event('REGOLARIZZATO', 100), event('RIPRISTINATO', 100)],
      [],
      0,
      0,
      'open',
    ],
    ['that a reversale names is regularised', [], [event('ESEGUITO', null)], 0, 100, 'regularised'],
    [
      'covered by a reversale that was taken back is open',
      [],
      [event('ESEGUITO', 100), event('STORNATO', 100)],
      0,
      0,
      'open',
    ],
    [
      'covered, as its own line and the reversale both tell, is covered once',
      [event('REGOLARIZZATO', 60)],
      [event('ESEGUITO', 60)],
      0,
      60,
      'partly-regularised',
    ],
    [
      'covered for the rest after a partial storno is regularised',
      [event('STORNATO', 40), event('REGOLARIZZATO', 60)],
      [],
      40,
      60,
      'regularised',
    ],
  ])('%s', (_sentence, events, coperture, stornedCents, regularisedCents, state) => {
    expect(standOf(100, events, coperture)).toEqual({ stornedCents, regularisedCents, state });
  });
});

const events = fc.array(
  fc
    .record({
      page: fc.constantFrom('1', '2', '3'),
      operazione: fc.constantFrom('STORNATO', 'REGOLARIZZATO', 'RIPRISTINATO'),
      cents: fc.constantFrom(null, 40, -40, 60, 100, 250),
    })
    .map((told) => ({ ...told, digest: `line of ${told.cents}` })),
  { maxLength: 8 },
);

describe('whatever happened to a provvisorio', () => {
  it('never leaves it worth less than nothing, nor covered for more than it is worth', () => {
    fc.assert(
      fc.property(fc.nat(300), events, events, (cents, own, coperture) => {
        const { stornedCents, regularisedCents, state } = standOf(cents, own, coperture);
        expect(stornedCents).toBeGreaterThanOrEqual(0);
        expect(regularisedCents).toBeGreaterThanOrEqual(0);
        expect(stornedCents + regularisedCents).toBeLessThanOrEqual(cents);
        expect(state === 'cancelled').toBe(stornedCents === cents);
        expect(state === 'regularised').toBe(
          stornedCents < cents && stornedCents + regularisedCents === cents,
        );
      }),
      { seed: 20_260_331, numRuns: 2_000 },
    );
  });

  it('the order in which it is told decides nothing', () => {
    fc.assert(
      fc.property(events, events, (own, coperture) => {
        expect(standOf(200, own.toReversed(), coperture.toReversed())).toEqual(standOf(200, own, coperture));
      }),
      { seed: 20_260_331, numRuns: 2_000 },
    );
  });
});

describe('of two lines that tell one provvisorio differently', () => {
  const line = { page: '1', cents: 100, createdAt: '2026-02-10T09:00:00Z', digest: 'b' };

  it.each([
    ['the one of the file made later counts', { createdAt: '2026-02-11T09:00:00Z', digest: 'a' }],
    ['of the same moment, what they say decides', { page: '0', digest: 'c' }],
  ])('%s', (_sentence, over) => {
    const newer = { ...line, ...over };
    expect(newest([line, newer])).toBe(newer);
    expect(newest([newer, line])).toBe(newer);
  });
});
