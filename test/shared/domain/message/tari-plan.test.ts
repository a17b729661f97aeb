import { array, assert, constantFrom, integer, option, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../../src/shared/domain/day.ts';
import type { Rata } from '../../../../src/shared/domain/message/recipient.ts';
import {
  mayStillBeAsked,
  groupOf,
  isNamedDebt,
  planTari,
  scenarioOf,
  type PlanOptions,
  type PlannedRow,
} from '../../../../src/shared/domain/message/tari-plan.ts';
import { day, rata, recipient, unica } from './recipients.ts';

const options: PlanOptions = {
  scenario: 'unica-first',
  from: day('2026-03-02'),
  decisionDay: null,
  daysAhead: 30,
};

/** One debt: the whole, if it is asked for, and instalments, with the days on which they fall due. */
function debt(id: string, unicaDue: string | null, rateDue: readonly string[], firstRow = 1) {
  const whole = unicaDue === null ? [] : [{ rata: unica, due: unicaDue }];
  const parts = [...whole, ...rateDue.map((due, at) => ({ rata: rata(at + 1), due }))];
  return parts.map((part, at) =>
    recipient({ row: firstRow + at, rata: part.rata, dueDay: day(part.due), debt: id }),
  );
}

function windows(recipients: ReturnType<typeof debt>, change: Partial<PlanOptions> = {}) {
  const plan = planTari(recipients, { ...options, ...change });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
  return plan.value;
}

/** What is asked for on a day of a debt of which these parts were paid. */
function askedOn(rows: readonly PlannedRow[], on: string, paid: readonly Rata[]) {
  return rows
    .filter(({ notBefore, notAfter }) => notBefore <= on && (notAfter === null || on <= notAfter))
    .filter(({ rata: own }) => mayStillBeAsked(own, paid) === null)
    .map(({ rata: own }) => (own?.kind === 'rata' ? own.n : 'unica'));
}

describe('TARI with the whole due on 16/05 and instalments on 16/06, 16/09 and 16/12', () => {
  const list = debt('2026/1', '2026-05-16', ['2026-06-16', '2026-09-16', '2026-12-16']);
  const { rows, left } = windows(list);

  it('is planned part by part', () => {
    expect(rows.map(({ row, notBefore, notAfter }) => [row, notBefore, notAfter])).toEqual([
      [1, '2026-03-02', '2026-05-16'],
      [2, '2026-05-17', '2026-06-16'],
      [3, '2026-08-17', '2026-09-16'],
      [4, '2026-11-16', '2026-12-16'],
    ]);
    expect(left).toEqual([]);
    expect(new Set(rows.map(({ group }) => group)).size).toBe(1);
  });

  it('asks A, who paid nothing, for the first instalment from 17/05', () => {
    expect(askedOn(rows, '2026-05-16', [])).toEqual(['unica']);
    expect(askedOn(rows, '2026-05-17', [])).toEqual([1]);
  });

  it('asks B, who paid the whole, for nothing ever again', () => {
    for (let on = day('2026-03-02'); on < '2027-02-01'; on = addDays(on, 1))
      expect(askedOn(rows, on, [unica])).toEqual([]);
  });

  it('does not remind C, who paid the first instalment, of the whole, and asks for the second at its time', () => {
    expect(askedOn(rows, '2026-05-10', [rata(1)])).toEqual([]);
    expect(askedOn(rows, '2026-06-01', [rata(1)])).toEqual([]);
    expect(askedOn(rows, '2026-08-20', [rata(1)])).toEqual([2]);
  });
});

describe('TARI with the whole and the first instalment due on the same day', () => {
  const list = debt('2026/1', '2026-06-16', ['2026-06-16', '2026-09-16']);

  it('cannot wait for the whole: a decision day is asked for', () => {
    expect(planTari(list, options)).toEqual({
      ok: false,
      problem: {
        code: 'decision-day-needed',
        row: 2,
        unicaDue: '2026-06-16',
        rataDue: '2026-06-16',
        debts: 1,
        latest: '2026-06-11',
      },
    });
  });

  it('goes on with a decision day that leaves time', () => {
    const { rows } = windows(list, { decisionDay: day('2026-05-20') });
    expect(rows.map(({ notBefore, notAfter }) => [notBefore, notAfter])).toEqual([
      ['2026-03-02', '2026-05-19'],
      ['2026-05-20', '2026-06-16'],
      ['2026-08-17', '2026-09-16'],
    ]);
  });

  it('goes on with the instalments alone', () => {
    const { rows, left } = windows(list, { scenario: 'rate-only' });
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(left).toEqual([1]);
  });

  it.each([
    ['2026-06-15', 'decision-day-too-late'],
    ['2026-03-02', 'decision-day-too-early'],
  ])('refuses %s: %s', (decided, code) => {
    expect(planTari(list, { ...options, decisionDay: day(decided) })).toMatchObject({ problem: { code } });
  });
});

it('a part that fell due before it could be asked for is told, and not planned', () => {
  const list = debt('1', '2026-02-16', ['2026-02-27', '2026-09-16']);
  const { rows, late } = windows(list, { decisionDay: null });
  expect(late).toEqual([1, 2]);
  expect(rows.map(({ row, notBefore }) => [row, notBefore])).toEqual([[3, '2026-08-17']]);
});

const days = (list: ReturnType<typeof debt>, change: Partial<PlanOptions> = {}) =>
  windows(list, change).rows.map(({ row, notBefore, notAfter }) => [row, notBefore, notAfter]);

describe('the days of the parts of a debt', () => {
  it('follow the instalments, in whatever order the list has them', () => {
    const list = debt('1', '2026-05-16', ['2026-06-16', '2026-09-16', '2026-12-16']);
    expect(days(list.toReversed())).toEqual(days(list));
  });

  it('leave five days to pay the first instalment, not four', () => {
    expect(days(debt('1', '2026-06-10', ['2026-06-16']))[1]).toEqual([2, '2026-06-11', '2026-06-16']);
    expect(planTari(debt('1', '2026-06-11', ['2026-06-16']), options)).toMatchObject({
      problem: { code: 'decision-day-needed', latest: '2026-06-11' },
    });
  });

  it('let the whole be paid until it falls due, whenever instalments begin after that', () => {
    expect(days(debt('1', '2026-05-16', ['2026-06-16']), { decisionDay: day('2026-06-01') })).toEqual([
      [1, '2026-03-02', '2026-05-16'],
      [2, '2026-06-01', '2026-06-16'],
    ]);
    expect(days(debt('1', '2026-05-16', ['2026-06-16']), { decisionDay: day('2026-05-17') })).toEqual([
      [1, '2026-03-02', '2026-05-16'],
      [2, '2026-05-17', '2026-06-16'],
    ]);
  });

  it('end the whole on its own day when nothing comes after it, whatever was decided for the others', () => {
    const list = [...debt('1', '2026-05-16', []), ...debt('2', '2026-05-16', ['2026-06-16'], 2)];
    expect(days(list, { decisionDay: day('2026-04-01') })).toEqual([
      [1, '2026-03-02', '2026-05-16'],
      [2, '2026-03-02', '2026-03-31'],
      [3, '2026-05-17', '2026-06-16'],
    ]);
    expect(days([...debt('1', '2026-05-16', []), ...debt('2', null, ['2026-09-16'], 2)])[0]).toEqual([
      1,
      '2026-03-02',
      '2026-05-16',
    ]);
  });

  it('keep instalments apart that fall due soon after one another', () => {
    expect(days(debt('1', null, ['2026-06-16', '2026-06-26', '2026-06-27']))).toEqual([
      [1, '2026-05-17', '2026-06-16'],
      [2, '2026-06-17', '2026-06-26'],
      [3, '2026-06-27', '2026-06-27'],
    ]);
  });

  it('may be one day alone', () => {
    const { rows, late } = windows(debt('1', '2026-03-02', ['2026-06-16']));
    expect([rows.length, late]).toEqual([2, []]);
  });

  it('are asked for of the debt that is the most urgent', () => {
    const urgent = debt('1', '2026-06-16', ['2026-06-16']);
    const later = debt('2', '2026-07-16', ['2026-07-16'], 3);
    for (const list of [
      [...urgent, ...later],
      [...later, ...urgent],
    ])
      expect(planTari(list, options)).toMatchObject({ problem: { row: 2, debts: 2, latest: '2026-06-11' } });
  });

  it('do not ask when instalments alone were chosen', () => {
    expect(
      days(debt('1', null, ['2026-06-16']), { scenario: 'rate-only', decisionDay: options.from }),
    ).toEqual([[1, '2026-05-17', '2026-06-16']]);
  });
});

it('a debt bears the name that the list gives it, else that of the person with the account', () => {
  const one = recipient({ row: 1, debt: '7', account: 'A' });
  expect([groupOf(one), isNamedDebt(groupOf(one))]).toEqual(['debito 7', true]);
  const unnamed = { ...one, debt: null };
  expect([groupOf(unnamed), isNamedDebt(groupOf(unnamed))]).toEqual([`${one.fiscalCode} A`, false]);
  expect(groupOf({ ...unnamed, account: null })).toBe(one.fiscalCode);
});

describe('what cannot be planned', () => {
  const noDue = [...debt('1', null, ['2026-06-16']), recipient({ row: 9, debt: '1', rata: rata(2) })];
  const twice = [...debt('', null, ['2026-06-16']), ...debt('', null, ['2026-06-16'], 2)].map((one) => ({
    ...one,
    debt: null,
  }));
  it.each([
    [{ code: 'due-missing', row: 9 }, noDue],
    [{ code: 'part-twice', row: 2, otherRow: 1 }, twice],
    [{ code: 'rate-out-of-order', row: 2, otherRow: 1 }, debt('1', null, ['2026-06-16', '2026-06-16'])],
    [{ code: 'no-rate', scenario: 'rate-only' }, debt('1', '2026-06-16', [])],
  ])('%o', (problem, list) => {
    expect(planTari(list, { ...options, scenario: 'rate-only' })).toEqual({ ok: false, problem });
  });

  it('two properties of one person are two debts when the account tells them apart', () => {
    const apart = twice.map((one, at) => ({ ...one, account: String(at) }));
    expect(new Set(windows(apart, { scenario: 'rate-only' }).rows.map(({ group }) => group)).size).toBe(2);
  });
});

it('without instalments each avviso is asked for at once', () => {
  const list = [
    recipient({ row: 1, noticeNumber: '301000000000012373', dueDay: day('2026-06-16') }),
    recipient({ row: 2, noticeNumber: '312202500000001771' }),
  ];
  expect(scenarioOf(list)).toBe('single');
  const { rows } = windows(list, { scenario: 'single' });
  expect(rows.map(({ notBefore, notAfter, group }) => [notBefore, notAfter, group])).toEqual([
    ['2026-03-02', '2026-06-16', '301000000000012373'],
    ['2026-03-02', null, '312202500000001771'],
  ]);
});

describe('a part of a debt', () => {
  it.each([
    [unica, [], null],
    [rata(1), [], null],
    [rata(2), [rata(1)], null],
    [unica, [unica], 'itself-paid'],
    [rata(1), [rata(1)], 'itself-paid'],
    [rata(1), [unica], 'unica-paid'],
    [unica, [rata(3)], 'rata-paid'],
    [rata(2), [unica, rata(1)], 'both-paid'],
    [unica, [unica, rata(1)], 'both-paid'],
    [null, [unica], 'itself-paid'],
  ] as const)('%o, of which %o is paid: %s', (own, paid, reason) => {
    expect(mayStillBeAsked(own, paid)).toBe(reason);
  });
});

const on = (n: number): Day => addDays(day('2026-01-01'), n);
const someDay = integer({ min: 0, max: 400 });

/** Any days at all, the instalments in their order. */
const dates = record({
  from: someDay,
  unica: option(someDay),
  first: someDay,
  steps: array(integer({ min: 1, max: 120 }), { maxLength: 4 }),
  decided: option(someDay),
  daysAhead: integer({ min: 0, max: 90 }),
  scenario: constantFrom('unica-first' as const, 'rate-only' as const),
});

it('whatever the days, never two avvisi of one debt are asked for on one, and none after the whole is paid', () => {
  let planned = 0;
  assert(
    property(dates, subarray([1, 2, 3, 4, 5]), ({ first, steps, ...one }, paidRate) => {
      let at = first;
      const rate = [at, ...steps.map((step) => (at += step))];
      const list = debt('1', one.unica === null ? null : on(one.unica), rate.map(on));
      const decisionDay = one.decided === null ? null : on(one.decided);
      const plan = planTari(list, { ...one, from: on(one.from), decisionDay });
      if (!plan.ok) return;
      planned += 1;
      const { rows, late, left } = plan.value;
      expect([...rows.map(({ row }) => row), ...late, ...left].toSorted((a, b) => a - b)).toEqual(
        list.map(({ row }) => row),
      );
      const paid = paidRate.map(rata);
      for (let n = 0; n < 900; n += 1) {
        expect(askedOn(rows, on(n), paid).length).toBeLessThanOrEqual(1);
        expect(askedOn(rows, on(n), [unica, ...paid])).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  expect(planned).toBeGreaterThan(10);
});
