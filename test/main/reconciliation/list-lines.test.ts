import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchIuv, type MatchedPayment } from '../../../src/main/reconciliation/match-iuv.ts';
import type { Claim, ReportedRow } from '../../../src/main/reconciliation/payment-draft.ts';
import { addDays, type Day } from '../../../src/shared/domain/day.ts';

const day = (text: string): Day => text as Day;
const paidOn = day('2026-01-15');

let nextId = 1;
function receipt(over: Partial<Claim> = {}): Claim {
  const id = nextId++;
  return {
    id,
    document: id,
    listed: false,
    iur: 'A',
    index: 1,
    cents: 100,
    totalCents: over.cents ?? 100,
    standing: 'paid',
    paidOn,
    issuedAt: '',
    debtor: null,
    digest: `receipt ${over.iur ?? 'A'}`,
    notes: [],
    ...over,
  };
}

/** A line of a list that tells no IUR. */
function line(document: number, over: Partial<Claim> = {}): Claim {
  return receipt({ document, listed: true, iur: '', digest: `list ${document}`, ...over });
}

function row(over: Partial<ReportedRow> = {}): ReportedRow {
  return {
    id: nextId++,
    iufKey: '2026-01-15BINVIT9X-S1',
    iur: 'A',
    index: 1,
    cents: 100,
    report: 'executed',
    date: paidOn,
    flowAnomalous: false,
    money: 'exact',
    ...over,
  };
}

/** Each payment as `iur/index cents told by, reported, what else`. */
function told(claims: readonly Claim[], rows: readonly ReportedRow[] = []): string[] {
  return matchIuv(claims, rows, []).map((payment) =>
    [
      `${payment.iur}/${payment.index}`,
      payment.claim?.cents ?? payment.row?.cents,
      payment.claim?.digest ?? 'no receipt',
      ...(payment.row === null ? [] : ['reported']),
      ...(payment.double ? ['double'] : []),
      ...payment.notes,
    ].join(' '),
  );
}

describe('a line of a list and a receipt', () => {
  it.each([
    ['of the same day', {}],
    ['of the day before', { paidOn: day('2026-01-14') }],
    ['without a day', { paidOn: null }],
    ['with an index that only counts', { index: 3 }],
  ])('are one payment: %s', (_what, over) => {
    expect(told([receipt(), line(9, over)])).toEqual(['A/1 100 receipt A']);
    expect(told([receipt({ index: 2 }), line(9, over)])).toEqual(['A/2 100 receipt A']);
  });

  it('are two when the amount differs, paid twice when days lie between', () => {
    expect(told([receipt(), line(9, { cents: 200 })])).toEqual(['A/1 100 receipt A', '/1 200 list 9']);
    expect(told([receipt(), line(9, { paidOn: day('2026-01-17') })])).toEqual([
      'A/1 100 receipt A double',
      '/1 100 list 9 double',
    ]);
  });

  it('pair one to one, whichever day is nearer', () => {
    const two = [receipt(), receipt({ iur: 'B', paidOn: day('2026-01-16') })];
    const lines = [line(9, { paidOn: day('2026-01-16') }), line(9, { paidOn: day('2026-01-17') })];
    expect(told([...two, ...lines])).toEqual(['A/1 100 receipt A double', 'B/1 100 receipt B double']);
    expect(told([receipt(), line(9), line(9)])).toEqual(['A/1 100 receipt A', '/2 100 list 9']);
  });

  it('are one also when the line sums up what the receipt pays us, or pays in all', () => {
    const parts = [receipt({ cents: 70 }), receipt({ cents: 30, index: 3 })];
    expect(told([...parts, line(9)])).toEqual(['A/1 70 receipt A', 'A/3 30 receipt A']);
    expect(told([receipt({ cents: 52, totalCents: 1652 }), line(9, { cents: 1652 })])).toEqual([
      'A/1 52 receipt A',
    ]);
  });

  it('that tells the same IUR meet by it: the receipt counts, also where the list is later', () => {
    const later = { iur: 'A', issuedAt: '2026-02-01', paidOn: day('2026-01-19') };
    expect(told([line(9, later), receipt()])).toEqual(['A/1 100 receipt A']);
    expect(told([line(9, { ...later, cents: 90 }), receipt()])).toEqual([
      'A/1 100 receipt A receipts-disagree',
    ]);
  });
});

describe('a line of a list without its receipt', () => {
  it('takes the row of a flusso, its IUR and its index', () => {
    expect(told([line(9)], [row({ index: 4, date: day('2026-01-16') })])).toEqual([
      'A/4 100 list 9 reported',
    ]);
    expect(told([line(9)], [row({ date: day('2026-01-17') })])).toEqual([
      'A/1 100 no receipt reported double',
      '/1 100 list 9 double',
    ]);
  });

  it('takes the row of its own day, and never two', () => {
    const rows = [row({ date: day('2026-01-14') }), row({ iur: 'B' })];
    expect(told([line(9)], rows)).toEqual([
      'A/1 100 no receipt reported double',
      'B/1 100 list 9 reported double',
    ]);
  });

  it('is shared out among the rows that it sums up', () => {
    const rows = [row({ cents: 70 }), row({ cents: 30, index: 2 })];
    expect(told([line(9)], rows)).toEqual(['A/1 70 list 9 reported', 'A/2 30 list 9 reported']);
  });

  it('is a payment of its own, once for all the lists that tell it', () => {
    expect(told([line(8), line(9), line(7, { paidOn: null })])).toEqual(['/1 100 list 9']);
    expect(told([line(8), line(9, { paidOn: day('2026-01-16') })])).toEqual(['/1 100 list 9']);
  });

  it('counts as often as the list that tells it most often', () => {
    expect(told([line(8), line(9), line(9)])).toEqual(['/1 100 list 9', '/2 100 list 9']);
    expect(told([line(8), line(9, { paidOn: null }), line(9, { paidOn: null })])).toHaveLength(2);
  });

  it('is told in order of its day, then of its amount', () => {
    const lines = [
      line(9, { paidOn: day('2026-01-16'), cents: 200 }),
      line(9, { paidOn: day('2026-01-16'), cents: 70 }),
      line(9, { cents: 300 }),
    ];
    for (const order of [lines, lines.toReversed()])
      expect(told(order)).toEqual(['/1 300 list 9', '/2 70 list 9', '/3 200 list 9']);
  });

  it('without a day is the line that another list tells of any day, and one of its own beyond them', () => {
    const dayless = { paidOn: null };
    expect(told([line(8), line(9, dayless), line(9, dayless)])).toHaveLength(2);
    expect(told([line(8, dayless), line(9, dayless)])).toEqual(['/1 100 list 9']);
    expect(told([line(8), line(8, dayless)])).toHaveLength(2);
  });

  it('of days that follow on one another is another line when it is two days after the first', () => {
    const three = ['2026-01-15', '2026-01-16', '2026-01-17'].map(day);
    expect(told(three.map((on, i) => line(7 + i, { paidOn: on })))).toEqual([
      '/1 100 list 8',
      '/2 100 list 9',
    ]);
  });

  it('keeps its number when another line finds its receipt', () => {
    const second = line(9, { paidOn: day('2026-02-20') });
    expect(told([line(9), second])).toEqual(['/1 100 list 9 double', '/2 100 list 9 double']);
    expect(told([line(9), second, receipt()])).toEqual(['A/1 100 receipt A double', '/2 100 list 9 double']);
  });

  it('makes history of the attempt that failed', () => {
    expect(told([line(9), receipt({ standing: 'failed' })])).toEqual(['/1 100 list 9']);
  });

  it('is settled by a transfer for the IUV alone', () => {
    const single = { id: 5, key: '2026/5/1', cents: 170, date: paidOn };
    const payments = matchIuv([line(9), line(9, { cents: 70 })], [], [single]);
    expect(payments.map(({ single: by }) => by?.id)).toEqual([5, 5]);
  });
});

const days = [-1, 0, 1, 3].map((by) => addDays(paidOn, by));
const receipts = fc.uniqueArray(
  fc.record({
    iur: fc.constantFrom('A', 'B', 'C'),
    index: fc.constantFrom(1, 2),
    cents: fc.constantFrom(100, 200),
    paidOn: fc.constantFrom(null, ...days),
  }),
  { minLength: 1, maxLength: 5, selector: ({ iur, index }) => `${iur}${index}` },
);
/** Which receipts each of three lists tells, and how far it is from their days; null: it tells no day. */
const lists = fc.array(
  fc.array(fc.option(fc.record({ apart: fc.constantFrom(null, -1, 0, 1) })), { minLength: 5, maxLength: 5 }),
  { maxLength: 3 },
);
const options = { seed: 20_260_331, numRuns: 1_000 };

describe('whatever receipts and lists are here', () => {
  it('lists add nothing to the receipts of what they tell', () => {
    fc.assert(
      fc.property(receipts, lists, (ours, documents) => {
        const claims = ours.map((one) => receipt({ ...one, digest: `${one.iur}${one.index}` }));
        const lines = documents.flatMap((list, position) =>
          claims.flatMap((claim, nth) => {
            const { apart } = list[nth] ?? {};
            if (apart === undefined) return [];
            const on = apart === null || claim.paidOn === null ? null : addDays(claim.paidOn, apart);
            return [line(1_000 + position, { cents: claim.cents, paidOn: on })];
          }),
        );
        expect(matchIuv([...lines, ...claims], [], [])).toEqual(matchIuv(claims, [], []));
      }),
      options,
    );
  });

  const lines = fc.array(
    fc.record({
      document: fc.constantFrom(101, 102, 103),
      cents: fc.constantFrom(100, 200, 300),
      paidOn: fc.constantFrom(null, ...days),
      index: fc.constantFrom(1, 2),
      standing: fc.constantFrom(...(['paid', 'paid', 'paid', 'failed', 'not-ours'] as const)),
    }),
    { maxLength: 6 },
  );
  const rows = fc.uniqueArray(
    fc.record({
      iur: fc.constantFrom('A', 'B', 'X'),
      index: fc.constantFrom(1, 2),
      cents: fc.constantFrom(100, 200),
      date: fc.constantFrom(...days),
    }),
    { maxLength: 4, selector: ({ iur, index }) => `${iur}${index}` },
  );
  const numbers = fc.array(fc.nat(99), { minLength: 11, maxLength: 11 });

  it('the order in which they are told decides nothing, and no payment of receipts or flussi goes', () => {
    fc.assert(
      fc.property(receipts, lines, rows, numbers, (ours, listed, reported, order) => {
        const named = ours.map((one) => receipt({ ...one, digest: `${one.iur}${one.index}` }));
        const theirs = listed.map((one) => line(one.document, { ...one, digest: JSON.stringify(one) }));
        const flussi = reported.map((one) => row(one));
        const found = matchIuv([...named, ...theirs], flussi, []);
        const again = matchIuv(shuffled([...theirs, ...named], order), shuffled(flussi, order), []);
        expect(byKey(again)).toEqual(byKey(found));
        const keys = found.map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
        const without = matchIuv(named, flussi, []).map(keyOf);
        expect(keys.filter((key) => !key.startsWith('/'))).toEqual(without);
        const most = theirs.filter(({ standing }) => standing === 'paid').length;
        expect(keys.length - without.length).toBeLessThanOrEqual(most);
      }),
      options,
    );
  });
});

function shuffled<T>(list: readonly T[], numbers: readonly number[]): T[] {
  return list
    .map((one, position) => ({ one, number: numbers[position] ?? 0 }))
    .toSorted((a, b) => a.number - b.number)
    .map(({ one }) => one);
}

const keyOf = ({ iur, index }: MatchedPayment): string => `${iur}/${index}`;

/** What follows from them: which of two equal lines was taken is the same to everybody. */
function byKey(payments: readonly MatchedPayment[]): unknown[] {
  return payments
    .map((payment) => ({
      ...payment,
      claim: payment.claim?.digest,
      cents: payment.claim?.cents,
      notes: payment.notes.toSorted(),
      key: keyOf(payment),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
