import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksForAttention,
  decodeEvidence,
  encodeEvidence,
  judge,
  moneys,
  notes,
  owners,
  receipts,
  reports,
  statuses,
  type Dot,
  type Evidence,
  type Reason,
  type Status,
} from '../../../src/shared/domain/verdict.ts';

/** A payment of ours, receipt in hand, reported and settled to the cent. */
const settled: Evidence = {
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
const awaitingReport: Evidence = { ...settled, report: 'none', money: 'none' };

const signs: Readonly<Record<Dot, string>> = {
  yes: '●',
  waiting: '○',
  warning: '◐',
  problem: '✗',
  none: '–',
};

/** What is known, whether the due day is over (both when it does not matter), and what follows. */
interface Row {
  readonly told: string;
  readonly evidence: Partial<Evidence>;
  readonly late: readonly boolean[];
  readonly dots: string;
  readonly status: Status;
  readonly reasons?: readonly Reason[];
}

const early = [false];
const late = [true];
const always = [false, true];

const table: readonly Row[] = [
  { told: 'all three agree', evidence: {}, late: always, dots: '● ● ●', status: 'complete' },
  {
    told: 'the money is still on its way',
    evidence: { money: 'none' },
    late: early,
    dots: '● ● ○',
    status: 'awaiting-settlement',
  },
  {
    told: 'the money is overdue',
    evidence: { money: 'none' },
    late,
    dots: '● ● ✗',
    status: 'settlement-missing',
  },
  {
    told: 'less money than the flusso says',
    evidence: { money: 'partly' },
    late: always,
    dots: '● ● ◐',
    status: 'partly-settled',
  },
  {
    told: 'more money than the flusso says',
    evidence: { money: 'over' },
    late: always,
    dots: '● ● ◐',
    status: 'over-settled',
  },
  {
    told: 'the flusso tells another amount than the receipt',
    evidence: { amountDiffers: true },
    late: always,
    dots: '● ◐ ●',
    status: 'reported-amount-differs',
  },
  {
    told: 'another amount, and no money yet',
    evidence: { amountDiffers: true, money: 'none' },
    late: early,
    dots: '● ◐ ○',
    status: 'reported-amount-differs',
    reasons: ['awaiting-settlement'],
  },
  {
    told: 'no flusso yet',
    evidence: { report: 'none', money: 'none' },
    late: early,
    dots: '● ○ ○',
    status: 'awaiting-report',
  },
  {
    told: 'no flusso, and its day is over',
    evidence: { report: 'none', money: 'none' },
    late,
    dots: '● ✗ ✗',
    status: 'not-reported',
  },
  {
    told: 'a transfer for this IUV alone',
    evidence: { report: 'none', money: 'none', settledSingly: true },
    late: always,
    dots: '● – ●',
    status: 'settled-singly',
  },
  {
    told: 'reported and settled, but the receipt is not here',
    evidence: { receipt: 'none' },
    late: always,
    dots: '◐ ● ●',
    status: 'receipt-missing',
  },
  {
    told: 'reported, no receipt, money awaited',
    evidence: { receipt: 'none', money: 'none' },
    late: early,
    dots: '◐ ● ○',
    status: 'receipt-missing',
    reasons: ['awaiting-settlement'],
  },
  {
    told: 'reported, no receipt, money overdue',
    evidence: { receipt: 'none', money: 'none' },
    late,
    dots: '◐ ● ✗',
    status: 'receipt-missing',
    reasons: ['settlement-missing'],
  },
  {
    told: 'reported as paid, while the receipt says it was not',
    evidence: { receipt: 'failed' },
    late: always,
    dots: '◐ ● ●',
    status: 'receipt-missing',
  },
  {
    told: 'paid without a receipt',
    evidence: { receipt: 'none', report: 'without-receipt' },
    late: always,
    dots: '◐ ● ●',
    status: 'paid-without-receipt',
  },
  {
    told: 'the receipt of a payment that was to have none',
    evidence: { report: 'without-receipt' },
    late: always,
    dots: '● ● ●',
    status: 'complete',
  },
  {
    told: 'revoked, and no receipt',
    evidence: { receipt: 'none', report: 'revoked' },
    late: always,
    dots: '✗ ◐ ●',
    status: 'revoked',
  },
  {
    told: 'revoked, while the receipt is here',
    evidence: { report: 'revoked' },
    late: always,
    dots: '◐ ◐ ●',
    status: 'revoked',
  },
  {
    told: 'revoked, money overdue',
    evidence: { receipt: 'none', report: 'revoked', money: 'none' },
    late,
    dots: '✗ ◐ ✗',
    status: 'revoked',
    reasons: ['settlement-missing'],
  },
  {
    told: 'a payment of another partner',
    evidence: { owner: 'other-partner', receipt: 'none', money: 'none' },
    late: always,
    dots: '– – –',
    status: 'other-partner',
  },
  {
    told: 'a receipt that was not paid',
    evidence: { receipt: 'failed', report: 'none', money: 'none' },
    late: always,
    dots: '✗ – –',
    status: 'not-paid',
  },
  {
    told: 'the same notice paid twice',
    evidence: { double: true },
    late: always,
    dots: '◐ ◐ ●',
    status: 'double-payment',
  },
  {
    told: 'the same notice paid twice, one payment not yet reported',
    evidence: { double: true, report: 'none', money: 'none' },
    late: early,
    dots: '◐ ○ ○',
    status: 'double-payment',
    reasons: ['awaiting-report'],
  },
  {
    told: 'a receipt that pays only other enti',
    evidence: { owner: 'not-ours', receipt: 'none', report: 'none', money: 'none' },
    late: always,
    dots: '– – –',
    status: 'not-ours',
  },
  {
    told: 'a receipt with a marca da bollo',
    evidence: { notes: ['bollo-excluded'] },
    late: always,
    dots: '● ● ●',
    status: 'complete',
    reasons: ['bollo-excluded'],
  },
  {
    told: 'a flusso that does not add up',
    evidence: { flowAnomalous: true },
    late: always,
    dots: '● ◐ ◐',
    status: 'flow-anomalous',
  },
  {
    told: 'an outcome that nobody knows',
    evidence: { report: 'unknown-outcome' },
    late: always,
    dots: '● ◐ ●',
    status: 'flow-anomalous',
  },
  {
    told: 'an unknown code, which stays ours until somebody says otherwise',
    evidence: { owner: 'unknown-code', receipt: 'none', notes: ['unknown-code'] },
    late: always,
    dots: '◐ ● ●',
    status: 'receipt-missing',
    reasons: ['unknown-code'],
  },
];

describe('what the evidence of a payment means', () => {
  it.each(table)('$told: $dots $status', ({ evidence, late: days, dots, status, reasons }) => {
    for (const day of days) {
      const verdict = judge({ ...settled, ...evidence }, day);
      const { pagamento, rendicontazione, riconciliazione } = verdict.dots;
      expect(verdict.status).toBe(status);
      expect([pagamento, rendicontazione, riconciliazione].map((dot) => signs[dot]).join(' ')).toBe(dots);
      expect(verdict.reasons).toEqual(reasons ?? []);
    }
  });

  it('has a case for every status', () => {
    expect(new Set(table.map(({ status }) => status))).toEqual(new Set(statuses));
  });

  it('lets the stronger status win, and keeps the others as reasons in their order', () => {
    const everything: Evidence = {
      ...settled,
      report: 'revoked',
      money: 'none',
      amountDiffers: true,
      flowAnomalous: true,
      double: true,
      notes: ['unknown-code', 'iur-differs'],
    };
    const { status, reasons } = judge(everything, true);
    expect([status, ...reasons]).toEqual([
      'revoked',
      'double-payment',
      'flow-anomalous',
      'reported-amount-differs',
      'settlement-missing',
      'unknown-code',
      'iur-differs',
    ]);
  });

  it('does not look further when the payment is of others, or was never made', () => {
    for (const owner of ['not-ours', 'other-partner'] as const)
      expect(judge({ ...settled, owner, double: true, flowAnomalous: true }, true)).toMatchObject({
        status: owner,
        reasons: [],
      });
    expect(judge({ ...awaitingReport, receipt: 'failed', double: true }, true)).toMatchObject({
      status: 'not-paid',
      reasons: [],
    });
  });

  it.each<[string, Partial<Evidence>]>([
    ['of the other partner', { owner: 'other-partner' }],
    ['of nobody we know', { owner: 'not-ours' }],
  ])('says of a payment %s only whose it is', (_whose, owner) => {
    for (const over of [
      { money: 'over', double: true },
      { money: 'partly', flowAnomalous: true },
      { amountDiffers: true },
      { report: 'revoked' },
      { report: 'without-receipt', receipt: 'none' },
      { report: 'none', settledSingly: true },
    ] as const)
      for (const isLate of always)
        expect(judge({ ...settled, ...owner, ...over }, isLate)).toEqual({
          status: owner.owner,
          dots: { pagamento: 'none', rendicontazione: 'none', riconciliazione: 'none' },
          reasons: [],
        });
  });

  it('misses the receipt of a row of whatever outcome, and compares amounts only with a receipt', () => {
    const unknown = judge({ ...settled, receipt: 'none', report: 'unknown-outcome' }, false);
    expect([unknown.status, ...unknown.reasons]).toEqual(['flow-anomalous', 'receipt-missing']);
    const without = judge({ ...settled, receipt: 'none', amountDiffers: true }, false);
    expect([without.status, ...without.reasons]).toEqual(['receipt-missing']);
    const unreported = judge({ ...awaitingReport, amountDiffers: true }, false);
    expect([unreported.status, ...unreported.reasons]).toEqual(['awaiting-report']);
  });

  it('asks for attention unless it is done, awaited or of others', () => {
    expect(statuses.filter((status) => !asksForAttention(status))).toEqual([
      'not-ours',
      'other-partner',
      'awaiting-report',
      'awaiting-settlement',
      'settled-singly',
      'complete',
    ]);
  });
});

const evidence: fc.Arbitrary<Evidence> = fc.record({
  owner: fc.constantFrom(...owners),
  receipt: fc.constantFrom(...receipts),
  report: fc.constantFrom(...reports),
  money: fc.constantFrom(...moneys),
  amountDiffers: fc.boolean(),
  flowAnomalous: fc.boolean(),
  settledSingly: fc.boolean(),
  double: fc.boolean(),
  notes: fc.subarray([...notes]),
});

describe('whatever the evidence', () => {
  const options = { seed: 20_260_331, numRuns: 5_000 };

  it('three green dots and the word complete go together, when nothing more is to be said', () => {
    fc.assert(
      fc.property(evidence, fc.boolean(), (e, isLate) => {
        const { status, dots, reasons } = judge(e, isLate);
        const green = Object.values(dots).every((dot) => dot === 'yes');
        expect(green).toBe(status === 'complete');
        expect(status === 'complete' && reasons.some(isStatus)).toBe(false);
      }),
      options,
    );
  });

  it('of what is complete in the end, time changes nothing', () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const [before, after] = [judge(e, false), judge(e, true)];
        expect(after.status === 'complete' ? before : after).toEqual(after);
      }),
      options,
    );
  });

  it('time only turns what is awaited into what is missing', () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const before = judge(e, false);
        const after = judge(e, true);
        const turned = new Map<Reason, Reason>([
          ['awaiting-report', 'not-reported'],
          ['awaiting-settlement', 'settlement-missing'],
        ]);
        const expected = [before.status, ...before.reasons].map((reason) => turned.get(reason) ?? reason);
        expect(new Set([after.status, ...after.reasons])).toEqual(new Set(expected));
      }),
      options,
    );
  });

  it('no status is told twice, and the first is the strongest', () => {
    fc.assert(
      fc.property(evidence, fc.boolean(), (e, isLate) => {
        const { status, reasons } = judge(e, isLate);
        const told = [status, ...reasons.filter(isStatus)].map((one) => statuses.indexOf(one));
        expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
      }),
      options,
    );
  });
});

function isStatus(reason: Reason): reason is Status {
  return statuses.some((status) => status === reason);
}

describe('evidence as a number', () => {
  const codes = owners.length * receipts.length * reports.length * moneys.length * 2 ** 4 * 2 ** notes.length;

  it('comes back from its code, for every code there is', () => {
    const lost = Array.from({ length: codes }, (_, code) => code).filter(
      (code) => encodeEvidence(decodeEvidence(code)) !== code,
    );
    expect(lost).toEqual([]);
  });

  it('is the same evidence again', () => {
    fc.assert(
      fc.property(evidence, (e) => {
        expect(decodeEvidence(encodeEvidence(e))).toEqual(e);
      }),
      { seed: 20_260_331, numRuns: 2_000 },
    );
  });

  it.each([codes, -1, 0.5, Number.NaN])('refuses %s, which is no code', (code) => {
    expect(() => decodeEvidence(code)).toThrow('not an evidence code');
  });
});
