import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportBuckets } from '../../../src/shared/domain/bucket.ts';
import {
  addReports,
  spread,
  summarise,
  type UniverseMovement,
} from '../../../src/shared/domain/opi-report.ts';

const counts = { movements: 9, alreadyKnown: 2, reversals: 1 };
const of = (
  key: string,
  bucket: (typeof reportBuckets)[number],
  cents: number,
  mixed = false,
): UniverseMovement => ({
  cents,
  parts: [{ cents, key, bucket, mixed }],
  suspect: false,
});

function sum(numbers: Readonly<Record<(typeof reportBuckets)[number], number>>): number {
  return reportBuckets.reduce((total, bucket) => total + numbers[bucket], 0);
}

describe('the report of a giornale', () => {
  it('counts a flusso of several movements once, and all of their cents', () => {
    const report = summarise(counts, [
      of('A', 'reconciled', 60),
      of('A', 'reconciled', 40),
      of('B', 'partial', 30, true),
      { cents: 500, parts: null, suspect: false },
      { cents: 7, parts: null, suspect: true },
    ]);
    expect(report).toEqual({
      ...counts,
      new: 5,
      flussi: {
        imported: 2,
        reconciled: 1,
        partial: 1,
        notReported: 0,
        otherPartner: 0,
        inError: 0,
        mixed: 1,
      },
      notPagoPa: { count: 2, suspect: 1 },
      cents: {
        total: 637,
        reconciled: 100,
        partial: 30,
        notReported: 0,
        otherPartner: 0,
        inError: 0,
        notPagoPa: 507,
      },
    });
  });

  it('counts the flussi of a movement of several each once, with the part that is theirs', () => {
    const report = summarise(counts, [
      of('A', 'partial', 60),
      {
        cents: 100,
        parts: [
          { cents: 30, key: 'A', bucket: 'partial', mixed: false },
          { cents: 50, key: 'B', bucket: 'reconciled', mixed: true },
          { cents: 20, key: 'movimento 7', bucket: 'inError', mixed: false },
        ],
        suspect: false,
      },
    ]);
    expect(report).toMatchObject({
      new: 2,
      flussi: { imported: 3, partial: 1, reconciled: 1, inError: 1, mixed: 1 },
      cents: { total: 160, partial: 90, reconciled: 50, inError: 20 },
    });
  });

  it.each([
    ['as they are', 100, [60, 40], [60, 40]],
    ['the last with what was called back since', 100, [60, 30], [60, 40]],
    ['no more than the line tells', 50, [60, 30], [50, 0]],
    ['all to the only one', 100, [0], [100]],
    ['to none', 100, [], []],
  ])('shares a movement out over its parts: %s', (_how, cents, parts, shared) => {
    expect(spread(cents, parts)).toEqual(shared);
  });

  it('of several giornali together is their sum, and of none there is none', () => {
    const one = summarise(counts, [of('A', 'reconciled', 60)]);
    const other = summarise({ movements: 1, alreadyKnown: 0, reversals: 0 }, [of('B', 'inError', 5, true)]);
    expect(addReports([])).toBeNull();
    expect(addReports([one])).toEqual(one);
    expect(addReports([one, other])).toEqual({
      movements: 10,
      alreadyKnown: 2,
      reversals: 1,
      new: 2,
      flussi: {
        imported: 2,
        reconciled: 1,
        partial: 0,
        notReported: 0,
        otherPartner: 0,
        inError: 1,
        mixed: 1,
      },
      notPagoPa: { count: 0, suspect: 0 },
      cents: {
        total: 65,
        reconciled: 60,
        partial: 0,
        notReported: 0,
        otherPartner: 0,
        inError: 5,
        notPagoPa: 0,
      },
    });
  });

  it('loses no flusso and no cent, whatever the universe', () => {
    // A flusso is in one bucket: its bucket follows from its key.
    const part = fc.record({ cents: fc.nat(500), n: fc.nat(6) }).map(({ cents, n }) => ({
      cents,
      key: `F${n}`,
      bucket: reportBuckets[n % reportBuckets.length] ?? 'inError',
      mixed: n % 2 === 0,
    }));
    const movement = fc
      .record({
        cents: fc.nat(500),
        parts: fc.option(fc.array(part, { minLength: 1, maxLength: 4 })),
        suspect: fc.boolean(),
      })
      .map(({ cents, parts, suspect }) => {
        const shared = spread(
          cents,
          (parts ?? []).map((one) => one.cents),
        );
        return {
          cents,
          parts: parts?.map((one, i) => ({ ...one, cents: shared[i] ?? 0 })) ?? null,
          suspect,
        };
      });
    fc.assert(
      fc.property(fc.array(movement), (universe) => {
        const { flussi, cents, notPagoPa } = summarise(counts, universe);
        expect(sum(flussi)).toBe(flussi.imported);
        expect(sum(cents) + cents.notPagoPa).toBe(cents.total);
        expect(cents.total).toBe(universe.reduce((total, one) => total + one.cents, 0));
        expect(notPagoPa.count).toBe(universe.filter(({ parts }) => parts === null).length);
      }),
      { seed: 20_260_331, numRuns: 1_000 },
    );
  });
});
