import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  FlowToRegularise,
  ProvvisorioToRegularise,
  RowsToRegularise,
} from '../../../src/main/ledger/regularisation.ts';
import { splitOf } from '../../../src/main/reconciliation/regularisation.ts';

const rows = (
  service: string | null,
  cents: number,
  more: Partial<RowsToRegularise> = {},
): RowsToRegularise => ({
  service,
  partner: null,
  isForeign: false,
  cents,
  revokedCents: 0,
  count: 1,
  ...more,
});

function flow(groups: readonly RowsToRegularise[], more: Partial<FlowToRegularise> = {}): FlowToRegularise {
  return {
    report: 'sound',
    declaredCents: groups.reduce((sum, { cents }) => sum + cents, 0),
    rows: groups,
    singleRows: [],
    holders: [{ id: 1, cents: 0 }],
    ...more,
  };
}

const provvisorio = (
  cents: number,
  flows: readonly (readonly [number, FlowToRegularise | null])[],
  more: Partial<ProvvisorioToRegularise> = {},
): ProvvisorioToRegularise => ({
  id: 1,
  cents,
  kind: 'iuf',
  decided: null,
  partner: null,
  shares: flows.map(([share, of], i) => ({ provvisorioId: 1, iuf: `F${i}`, cents: share, flow: of })),
  single: [],
  ...more,
});

/** As a line: reason or service, cents, payments. */
const told = (one: ProvvisorioToRegularise): string[] =>
  splitOf(one).map(
    ({ service, partner, reason, cents, payments }) =>
      `${reason ?? '-'} ${service ?? partner ?? '-'} ${cents} ${payments}`,
  );

const two = (cents: number, own: number, of: readonly number[]): ProvvisorioToRegularise =>
  provvisorio(cents, [
    [
      cents,
      flow(
        [
          rows(
            'tari',
            of.reduce((sum, one) => sum + one, 0),
          ),
        ],
        {
          singleRows: of.map((one) => rows('tari', one)),
          holders: [
            { id: 1, cents },
            { id: 2, cents: own },
          ],
        },
      ),
    ],
  ]);

describe('the split of a provvisorio', () => {
  test.each<[string, ProvvisorioToRegularise, string[]]>([
    [
      'two services',
      provvisorio(100, [[100, flow([rows('tari', 60, { count: 3 }), rows('mensa', 40)])]]),
      ['- mensa 40 1', '- tari 60 3'],
    ],
    [
      'a mixed flusso',
      provvisorio(100, [[100, flow([rows('tari', 60), rows(null, 40, { partner: 'Altro' })])]]),
      ['- tari 60 1', 'other-partner Altro 40 1'],
    ],
    [
      'no service, and another ente',
      provvisorio(100, [[100, flow([rows(null, 60), rows(null, 40, { isForeign: true })])]]),
      ['not-ours - 40 1', 'unknown-service - 60 1'],
    ],
    ['no flusso', provvisorio(100, [[100, null]]), ['flow-absent - 100 0']],
    [
      'less than the flusso',
      provvisorio(60, [[60, flow([rows('tari', 100)])]]),
      ['- tari 100 1', 'flow-differs - -40 0'],
    ],
    [
      'more than the flusso',
      provvisorio(160, [[160, flow([rows('tari', 100)])]]),
      ['- tari 100 1', 'flow-differs - 60 0'],
    ],
    [
      'a flusso that does not add up',
      provvisorio(110, [[110, flow([rows('tari', 100)], { report: 'anomalous', declaredCents: 110 })]]),
      ['- tari 100 1', 'flow-anomalous - 10 0'],
    ],
    [
      'a revoked row that the total leaves out',
      provvisorio(60, [
        [60, flow([rows('tari', 100, { revokedCents: 40, count: 2 })], { declaredCents: 60 })],
      ]),
      ['- tari 60 2'],
    ],
    [
      'a revoked row that the total takes away',
      provvisorio(20, [
        [20, flow([rows('tari', 100, { revokedCents: 40, count: 2 })], { declaredCents: 20 })],
      ]),
      ['- tari 20 2'],
    ],
    ['two provvisori on which the rows fall', two(60, 40, [30, 30, 40]), ['- tari 60 2']],
    ['two provvisori on which they do not', two(60, 40, [50, 50]), ['to-share-out - 60 0']],
    ['two provvisori that are not all of it', two(60, 30, [60, 40]), ['to-share-out - 60 0']],
    [
      'a single payment',
      provvisorio(100, [], { kind: 'iuv', single: [rows('tari', 100)] }),
      ['- tari 100 1'],
    ],
    [
      'a single payment of another amount',
      provvisorio(110, [], { kind: 'iuv', single: [rows('tari', 100)] }),
      ['- tari 100 1', 'single-differs - 10 0'],
    ],
    ['a single payment of nobody', provvisorio(100, [], { kind: 'iuv' }), ['single-unknown - 100 0']],
    [
      'money shared out, with a rest',
      provvisorio(100, [[60, flow([rows('tari', 60)])]], { decided: 'share' }),
      ['to-clear-up - 40 0', '- tari 60 1'],
    ],
    [
      'given to another partner',
      provvisorio(100, [[100, null]], { decided: 'partner', partner: 'Altro' }),
      ['other-partner Altro 100 0'],
    ],
  ])('%s', (_, one, expected) => {
    expect(told(one)).toEqual(expected);
  });

  test('is always worth the provvisorio', () => {
    const group = fc.record({
      service: fc.constantFrom('tari', 'mensa', null),
      partner: fc.constantFrom('Altro', null, null),
      isForeign: fc.constantFrom(true, false, false),
      cents: fc.integer({ min: -500, max: 5_000 }),
      revokedCents: fc.integer({ min: 0, max: 300 }),
      count: fc.integer({ min: 1, max: 9 }),
    });
    const anyFlow = fc.record({
      report: fc.constantFrom('sound' as const, 'anomalous' as const),
      declaredCents: fc.integer({ min: 0, max: 9_000 }),
      rows: fc.array(group, { maxLength: 4 }),
      singleRows: fc.array(group, { maxLength: 4 }),
      holders: fc.array(
        fc.record({ id: fc.integer({ min: 1, max: 3 }), cents: fc.integer({ min: 1, max: 5_000 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    const share = fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.option(anyFlow));
    fc.assert(
      fc.property(
        fc.array(share, { maxLength: 3 }),
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom('iuf' as const, 'iuv' as const, 'unreadable' as const),
        fc.array(group, { maxLength: 2 }),
        (shares, rest, kind, single) => {
          // What several provvisori bring is what they hold: the drawn share is one of them.
          const sound = shares.map(
            ([cents, of]) =>
              [
                cents,
                of && {
                  ...of,
                  holders: of.holders.map((h, i) => (i === 0 ? { id: 1, cents } : { ...h, id: i + 1 })),
                },
              ] as const,
          );
          const cents = shares.reduce((sum, [part]) => sum + part, rest);
          const parts = splitOf(provvisorio(cents, sound, { kind, single }));
          expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(cents);
        },
      ),
    );
  });
});
