import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchIuv, type MatchedPayment } from '../../../src/main/reconciliation/match-iuv.ts';
import type { Claim, ReportedRow, SingleMoney } from '../../../src/main/reconciliation/payment-draft.ts';
import { moneys, type Note, type Report } from '../../../src/shared/domain/verdict.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

const day = (text: string): Day => text as Day;

function claim(id: number, over: Partial<Claim> = {}): Claim {
  return {
    id,
    document: id,
    listed: false,
    iur: 'A',
    index: 1,
    cents: 100,
    totalCents: over.cents ?? 100,
    standing: 'paid',
    paidOn: day('2026-01-15'),
    issuedAt: '2026-01-15T10:00:00',
    debtor: null,
    digest: String(id),
    notes: [],
    ...over,
  };
}

function row(id: number, over: Partial<ReportedRow> = {}): ReportedRow {
  return {
    id,
    iufKey: `2026-01-15BINVIT9X-S${id}`,
    iur: 'A',
    index: 1,
    cents: 100,
    report: 'executed',
    date: day('2026-01-15'),
    flowAnomalous: false,
    money: 'exact',
    ...over,
  };
}

function single(id: number, over: Partial<SingleMoney> = {}): SingleMoney {
  return { id, key: `2026/${id}/0000100`, cents: 100, date: day('2026-01-16'), ...over };
}

/** Who met whom, by id. */
function told(payments: readonly MatchedPayment[]): string[] {
  return payments.map(({ claim: c, row: r, single: s, double, notes }) =>
    [
      `receipt ${c?.id ?? '-'} row ${r?.id ?? '-'} single ${s?.id ?? '-'}`,
      ...(double ? ['double'] : []),
      ...notes,
    ].join(' '),
  );
}

describe('a receipt and a row of a flusso', () => {
  it('meet when IUR and index are the same', () => {
    const payments = matchIuv([claim(1), claim(2, { index: 2 })], [row(8, { index: 2 }), row(9)], []);
    expect(told(payments)).toEqual(['receipt 1 row 9 single -', 'receipt 2 row 8 single -']);
  });

  it('meet by IUR alone when the PSP numbers its rows instead of the transfers', () => {
    expect(told(matchIuv([claim(1)], [row(9, { index: 27 })], []))).toEqual([
      'receipt 1 row 9 single - index-differs',
    ]);
  });

  it('do not meet by IUR alone when two rows, or two receipts, could be meant', () => {
    expect(matchIuv([claim(1)], [row(8, { index: 26 }), row(9, { index: 27 })], [])).toHaveLength(3);
    expect(matchIuv([claim(1), claim(2, { index: 2 })], [row(9, { index: 27 })], [])).toHaveLength(3);
  });

  it('meet by amount and day when another code stands in the place of the IUR', () => {
    const other = { iur: 'CCP' };
    expect(told(matchIuv([claim(1)], [row(9, { ...other, date: day('2026-01-16') })], []))).toEqual([
      'receipt 1 row 9 single - iur-differs',
    ]);
    expect(matchIuv([claim(1)], [row(9, { ...other, date: day('2026-01-17') })], [])).toHaveLength(2);
    expect(matchIuv([claim(1)], [row(9, { ...other, cents: 101 })], [])).toHaveLength(2);
    expect(matchIuv([claim(1, { paidOn: null })], [row(9, other)], [])).toHaveLength(2);
  });

  it('each stand alone when nothing tells that they are the same payment', () => {
    const payments = matchIuv([claim(1)], [row(9, { iur: 'B', cents: 200 })], []);
    expect(told(payments)).toEqual(['receipt 1 row - single - double', 'receipt - row 9 single - double']);
  });
});

describe('two versions of one receipt', () => {
  it('are one payment: the later one counts, whatever came first', () => {
    const older = claim(1, { issuedAt: '2026-01-15T09:00:00' });
    for (const claims of [
      [older, claim(2)],
      [claim(2), older],
    ])
      expect(told(matchIuv(claims, [], []))).toEqual(['receipt 2 row - single -']);
  });

  it('are told when they disagree on the amount', () => {
    expect(told(matchIuv([claim(1), claim(2, { cents: 200 })], [], []))).toEqual([
      'receipt 2 row - single - receipts-disagree',
    ]);
  });

  it('of the same moment are decided by what they say', () => {
    for (const claims of [
      [claim(1, { digest: 'b' }), claim(2, { digest: 'a' })],
      [claim(2, { digest: 'a' }), claim(1, { digest: 'b' })],
    ])
      expect(told(matchIuv(claims, [], []))).toEqual(['receipt 1 row - single -']);
  });
});

describe('a receipt that was not paid', () => {
  const failed = claim(1, { standing: 'failed', issuedAt: '2026-01-20T10:00:00' });

  it('stands when there is nothing else', () => {
    expect(told(matchIuv([failed], [], []))).toEqual(['receipt 1 row - single -']);
  });

  it('yields to one that was, also when that is older', () => {
    expect(told(matchIuv([failed, claim(2)], [], []))).toEqual(['receipt 2 row - single -']);
    expect(told(matchIuv([failed, claim(2, { iur: 'B' })], [], []))).toEqual(['receipt 2 row - single -']);
  });

  it('yields to a row that says the payment was made', () => {
    expect(told(matchIuv([failed], [row(9)], []))).toEqual(['receipt - row 9 single -']);
  });
});

describe('an attempt that failed, as a list tells it without IUR', () => {
  const listed = claim(2, { standing: 'failed', iur: '', listed: true });

  it('stands when there is nothing else', () => {
    expect(told(matchIuv([listed], [], []))).toEqual(['receipt 2 row - single -']);
  });

  it('yields to the receipt of an attempt, and to a payment', () => {
    const failed = claim(1, { standing: 'failed' });
    for (const claims of [
      [listed, failed],
      [failed, listed],
    ])
      expect(told(matchIuv(claims, [], []))).toEqual(['receipt 1 row - single -']);
    expect(told(matchIuv([listed, claim(3, { index: 2 })], [], []))).toEqual(['receipt 3 row - single -']);
  });

  it('disagrees with no other list', () => {
    const other = claim(3, { ...listed, id: 3, digest: '3', cents: 200 });
    expect(told(matchIuv([listed, other], [], []))).toEqual(['receipt 3 row - single -']);
  });
});

describe('a receipt of other enti', () => {
  const foreign = claim(1, { standing: 'not-ours' });

  it('stands only when nothing of ours is known', () => {
    expect(told(matchIuv([foreign], [], []))).toEqual(['receipt 1 row - single -']);
    expect(told(matchIuv([foreign, claim(2, { index: 2 })], [], []))).toEqual(['receipt 2 row - single -']);
    expect(told(matchIuv([foreign], [row(9, { index: 2 })], []))).toEqual(['receipt - row 9 single -']);
  });
});

describe('the same notice', () => {
  it('paid under two IURs for two different transfers was paid once', () => {
    const payments = matchIuv([claim(1), claim(2, { iur: 'B', index: 2 })], [], []);
    expect(payments.map(({ double }) => double)).toEqual([false, false]);
  });

  it('reported in two flussi is shown by the same of two equal rows, whatever came first', () => {
    for (const rows of [
      [row(8), row(9)],
      [row(9), row(8)],
    ])
      expect(told(matchIuv([claim(1)], rows, []))).toEqual(['receipt 1 row 8 single - double']);
  });

  it('shows the revocation, whatever money another row brings', () => {
    const rows = [row(8, { money: 'none' }), row(9, { report: 'revoked' })];
    expect(told(matchIuv([claim(1)], rows, []))).toEqual(['receipt 1 row 9 single -']);
  });

  it('paid twice is marked on both payments', () => {
    const payments = matchIuv([claim(1), claim(2, { iur: 'B' })], [], []);
    expect(payments.map(({ double }) => double)).toEqual([true, true]);
  });

  it('in two transfers of one receipt was paid once', () => {
    const payments = matchIuv([claim(1), claim(2, { index: 2 })], [], []);
    expect(payments.map(({ double }) => double)).toEqual([false, false]);
  });

  it('reported in two flussi shows the money that is worth less', () => {
    const rows = [row(7, { money: 'exact' }), row(8, { money: 'none' }), row(9, { money: 'over' })];
    expect(told(matchIuv([claim(1)], rows, []))).toEqual(['receipt 1 row 8 single - double']);
  });

  it('paid again after a revocation was paid once', () => {
    const rows = [row(8, { report: 'revoked' }), row(9, { iur: 'B' })];
    expect(matchIuv([], rows, []).map(({ double }) => double)).toEqual([false, false]);
  });
});

describe('a transfer for one IUV alone', () => {
  it('settles the receipt whose transfers to us it equals', () => {
    const claims = [claim(1), claim(2, { index: 2, cents: 50 })];
    expect(told(matchIuv(claims, [], [single(5, { cents: 150 })]))).toEqual([
      'receipt 1 row - single 5',
      'receipt 2 row - single 5',
    ]);
    expect(told(matchIuv(claims, [], [single(5)]))).toEqual([
      'receipt 1 row - single -',
      'receipt 2 row - single -',
    ]);
  });

  it('does not settle what a flusso reports', () => {
    expect(told(matchIuv([claim(1)], [row(9)], [single(5)]))).toEqual(['receipt 1 row 9 single -']);
  });

  it('is taken in order of its day, then of its name', () => {
    const later = single(4, { date: day('2026-01-20') });
    const sameDay = single(6, { key: '2026/9/0000100' });
    for (const singles of [
      [later, sameDay, single(5)],
      [single(5), sameDay, later],
    ])
      expect(told(matchIuv([claim(1)], [], singles))).toEqual(['receipt 1 row - single 5']);
  });

  it('settles one receipt only', () => {
    const claims = [claim(1), claim(2, { iur: 'B' })];
    expect(matchIuv(claims, [], [single(5)]).filter((payment) => payment.single !== null)).toHaveLength(1);
    expect(
      matchIuv(claims, [], [single(5), single(6)]).filter((payment) => payment.single !== null),
    ).toHaveLength(2);
  });
});

const iurs = ['A', 'B', 'C'];
const days = ['2026-01-14', '2026-01-15', '2026-01-16'].map(day);
const cents = fc.constantFrom(100, 200);
const index = fc.constantFrom(1, 1, 2, 27);
const outcomes: readonly Exclude<Report, 'none'>[] = [
  'executed',
  'without-receipt',
  'revoked',
  'unknown-outcome',
];
const standings: readonly Claim['standing'][] = ['paid', 'failed', 'not-ours'];
const noteLists: readonly (readonly Note[])[] = [[], ['bollo-excluded']];

/** One receipt says each index once: two claims of the same words are of two receipts. */
const claims = fc
  .uniqueArray(
    fc.record({
      iur: fc.constantFrom(...iurs),
      index,
      cents,
      standing: fc.constantFrom(...standings),
      paidOn: fc.constantFrom(null, ...days),
      issuedAt: fc.constantFrom('', '2026-01-15T10:00:00', '2026-01-15T11:00:00'),
      debtor: fc.constantFrom(null, 'RSSMRA80A01H501U', 'VRDLGI75C15F205B'),
      digest: fc.constantFrom('a', 'b', 'c'),
      notes: fc.constantFrom(...noteLists),
    }),
    { maxLength: 6, selector: (one) => `${one.iur}|${one.index}|${one.digest}` },
  )
  .map((list) => list.map((one, id) => ({ ...one, id, document: id, listed: false, totalCents: one.cents })));

/** A flusso says each IUR and index once. */
const rows = fc
  .uniqueArray(
    fc.record({
      iufKey: fc.constantFrom('2026-01-15BINVIT9X-S1', '2026-01-16BINVIT9X-S2'),
      iur: fc.constantFrom(...iurs),
      index,
      cents,
      report: fc.constantFrom(...outcomes),
      date: fc.constantFrom(...days),
      flowAnomalous: fc.boolean(),
      money: fc.constantFrom(...moneys),
    }),
    { maxLength: 6, selector: (one) => `${one.iufKey}|${one.iur}|${one.index}` },
  )
  .map((list) => list.map((one, id) => ({ ...one, id })));

const singles = fc
  .array(fc.record({ cents: fc.constantFrom(100, 200, 300), date: fc.constantFrom(...days) }), {
    maxLength: 3,
  })
  .map((list) => list.map((one, id) => ({ ...one, id, key: `2026/${id}/0000100` })));

const shuffles = fc.array(fc.nat(99), { minLength: 6, maxLength: 6 });
const options = { seed: 20_260_331, numRuns: 3_000 };

function shuffled<T>(list: readonly T[], numbers: readonly number[]): T[] {
  return list
    .map((one, position) => ({ one, number: numbers[position] ?? 0 }))
    .toSorted((a, b) => a.number - b.number)
    .map(({ one }) => one);
}

describe('whatever is known of one IUV', () => {
  it('the order in which it is told decides nothing', () => {
    fc.assert(
      fc.property(claims, rows, singles, shuffles, (c, r, s, numbers) => {
        const found = matchIuv(shuffled(c, numbers), shuffled(r, numbers), shuffled(s, numbers));
        expect(byKey(found)).toEqual(byKey(matchIuv(c, r, s)));
      }),
      options,
    );
  });

  it('each receipt and each row shows once at most, and each payment has a key of its own', () => {
    fc.assert(
      fc.property(claims, rows, singles, (c, r, s) => {
        const payments = matchIuv(c, r, s);
        expect(payments.length).toBeLessThanOrEqual(c.length + r.length);
        expectOnce(payments.flatMap((payment) => payment.claim?.id ?? []));
        expectOnce(payments.flatMap((payment) => payment.row?.id ?? []));
        expectOnce(payments.map((payment) => `${payment.iur}|${payment.index}`));
        const settled = payments.filter((payment) => payment.single !== null);
        expectOnce([...new Set(settled.map(({ iur, single: of }) => `${of?.id} ${iur}`))].map(firstWord));
      }),
      options,
    );
  });

  it('no amount is lost: every paid transfer is a payment, and every row too, or stands behind a double', () => {
    fc.assert(
      fc.property(claims, rows, singles, (c, r, s) => {
        const payments = matchIuv(c, r, s);
        const paid = new Set(
          c.filter(({ standing }) => standing === 'paid').map((one) => `${one.iur}|${one.index}`),
        );
        const shown = payments.filter((payment) => payment.claim?.standing === 'paid');
        expect(new Set(shown.map((payment) => `${payment.iur}|${payment.index}`))).toEqual(paid);
        const hidden = r.filter((one) => !payments.some((payment) => payment.row?.id === one.id));
        for (const one of hidden) {
          const behind = payments.filter(({ iur, index: i }) => iur === one.iur && i === one.index);
          expect(behind).toHaveLength(1);
          expect(behind[0]?.row).not.toBeNull();
        }
        const shownCents = payments.reduce((sum, payment) => sum + (payment.row?.cents ?? 0), 0);
        const hiddenCents = hidden.reduce((sum, one) => sum + one.cents, 0);
        expect(shownCents + hiddenCents).toBe(r.reduce((sum, one) => sum + one.cents, 0));
      }),
      options,
    );
  });

  it('a single transfer settles exactly what the receipt pays us, and nothing that the money of a flusso has settled', () => {
    fc.assert(
      fc.property(claims, rows, singles, (c, r, s) => {
        const settled = matchIuv(c, r, s).filter((payment) => payment.single !== null);
        for (const payment of settled) {
          const parts = settled.filter((other) => other.single?.id === payment.single?.id);
          expect(parts.reduce((sum, part) => sum + (part.claim?.cents ?? 0), 0)).toBe(payment.single?.cents);
          expect(payment.row?.money ?? 'none').toBe('none');
        }
      }),
      options,
    );
  });
});

function firstWord(text: string): string {
  return text.split(' ')[0] ?? '';
}

function expectOnce(keys: readonly unknown[]): void {
  expect(new Set(keys).size).toBe(keys.length);
}

function byKey(payments: readonly MatchedPayment[]): unknown[] {
  return payments
    .map((payment) => ({
      ...payment,
      notes: payment.notes.toSorted(),
      key: `${payment.iur}|${payment.index}`,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
