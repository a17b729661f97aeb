import { describe, expect, it } from 'vitest';
import type { StepGroup } from '../../../src/main/ledger/quadratura.ts';
import { reachedByService, reachedOf } from '../../../src/main/reconciliation/quadratura.ts';
import { encodeEvidence, type Evidence } from '../../../src/shared/domain/verdict.ts';

const plain: Evidence = {
  owner: 'ours',
  receipt: 'paid',
  report: 'executed',
  amountDiffers: false,
  flowAnomalous: false,
  money: 'exact',
  settledSingly: false,
  double: false,
  notes: [],
};

function group(evidence: Partial<Evidence>, over: Partial<StepGroup> = {}): StepGroup {
  return {
    service: 'tari',
    conto: '0000100',
    evidence: encodeEvidence({ ...plain, ...evidence }),
    isCovered: 0,
    count: 1,
    cents: 100,
    ...over,
  };
}

const none = { count: 0, cents: 0 };
const one = { count: 1, cents: 100 };
const noGaps = {
  'not-reported': none,
  'without-receipt': none,
  'not-settled': none,
  'not-regularised': none,
};

describe('how far payments have come', () => {
  it.each([
    [
      'a receipt alone is paid, and waits for its report',
      group({ report: 'none', money: 'none' }),
      {
        paid: one,
        reported: none,
        settled: none,
        regularised: none,
        gaps: { ...noGaps, 'not-reported': one },
      },
    ],
    [
      'a row alone is reported, without a receipt and without its money',
      group({ receipt: 'none', money: 'none' }),
      {
        paid: none,
        reported: one,
        settled: none,
        regularised: none,
        gaps: { ...noGaps, 'without-receipt': one, 'not-settled': one },
      },
    ],
    [
      'money in part settles nothing',
      group({ money: 'partly' }, { isCovered: 1 }),
      { paid: one, reported: one, settled: none, regularised: none, gaps: { ...noGaps, 'not-settled': one } },
    ],
    [
      'its money is there and waits for the reversale',
      group({}),
      {
        paid: one,
        reported: one,
        settled: one,
        regularised: none,
        gaps: { ...noGaps, 'not-regularised': one },
      },
    ],
    [
      'covered by a reversale it has come to its end',
      group({}, { isCovered: 1 }),
      { paid: one, reported: one, settled: one, regularised: one, gaps: noGaps },
    ],
    [
      'money that came for it alone needs no report',
      group({ report: 'none', money: 'none', settledSingly: true }),
      {
        paid: one,
        reported: none,
        settled: one,
        regularised: none,
        gaps: { ...noGaps, 'not-regularised': one },
      },
    ],
    [
      'what is not ours counts nowhere',
      group({ owner: 'not-ours' }, { isCovered: 1 }),
      { paid: none, reported: none, settled: none, regularised: none, gaps: noGaps },
    ],
    [
      'nor does what is of the other partner',
      group({ owner: 'other-partner', receipt: 'none', report: 'none' }),
      { paid: none, reported: none, settled: none, regularised: none, gaps: noGaps },
    ],
  ])('%s', (_rule, told, expected) => {
    expect(reachedOf([told])).toEqual(expected);
  });

  it('adds up payments and their money', () => {
    const reached = reachedOf([group({}, { count: 2, cents: 250 }), group({}, { count: 3, cents: -50 })]);
    expect(reached.paid).toEqual({ count: 5, cents: 200 });
  });
});

describe('the quadratura', () => {
  it('tells services and their conti in order, with what came of each', () => {
    const told = reachedByService([
      group({}, { service: 'tari', conto: '2' }),
      group({ report: 'none', money: 'none' }, { service: 'tari', conto: '-' }),
      group({}, { service: 'tari', conto: '1', cents: 30 }),
      group({}, { service: '', conto: '1', cents: 7 }),
    ]);
    expect(
      told.map(({ service, paid, conti }) => [
        service,
        paid.cents,
        conti.map((c) => [c.conto, c.paid.cents]),
      ]),
    ).toEqual([
      ['', 7, [['1', 7]]],
      [
        'tari',
        230,
        [
          ['-', 100],
          ['1', 30],
          ['2', 100],
        ],
      ],
    ]);
  });

  it('leaves out services and conti of which nothing is ours', () => {
    const told = reachedByService([
      group({ owner: 'not-ours' }, { service: 'altri' }),
      group({ owner: 'not-ours' }, { conto: 'altrui' }),
      group({ receipt: 'none', money: 'none' }, { conto: 'nostro' }),
    ]);
    expect(told.map(({ service, conti }) => [service, conti.map(({ conto }) => conto)])).toEqual([
      ['tari', ['nostro']],
    ]);
  });
});
