import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import type { Input, Output } from '../../src/shared/contract/api.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { paymentSteps, stepGapNames, stepGaps } from '../../src/shared/domain/quadratura.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { dropPositions } from '../helpers/positions.ts';
import { createDesk, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

type Quadratura = Output<'quadratura.read'>;
type PaymentFilter = NonNullable<Input<'payments.list'>['filter']>;
type Period = Input<'quadratura.read'>;

const wide: Period = { from: '2025-01-01', to: '2027-12-31' };

describe('money of pagoPA, split into reversali', () => {
  it('is worth its parts to the cent, in a random office and in the invented Comune', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(officeArbitrary({ distinctMoments: false }), ({ papers }) =>
        desk(async (office) => {
          await drop(office, papers);
          expect(await notWhole(office)).toEqual([]);
          await expectSameAsLists(office, wide);
        }),
      ),
      runs(25),
    );
  }, 180_000);
});

describe('the quadratura', () => {
  it('tells what the lists tell under the same filter', async () => {
    const comune = demoComune('2026-03-31' as Day);
    const office = await openOffice({ settings: comune.settings });
    await office.drop(Object.fromEntries(comune.files.map(({ path, bytes }) => [path, bytes])));
    const { rows } = await office.ask('payments.list', { limit: 60 });
    dropPositions(
      office,
      'posizioni.csv',
      rows.map(({ iuv, cents }, i) => ({
        iuv: i % 3 === 0 ? iuv.replace(/^\d\d/, '88') : iuv,
        cents: cents + (i % 5),
        dueDay: (i % 2 === 0 ? '2026-02-28' : '2026-03-31') as Day,
        action: i % 7 === 0 ? ('cancel' as const) : ('keep' as const),
      })),
    );
    expect(await notWhole(office)).toEqual([]);
    for (const [from, to] of [
      ['2026-03-01', '2026-03-31'],
      ['2026-01-01', '2026-12-31'],
    ] as const)
      await expectSameAsLists(office, { from, to });
    const { total } = await office.ask('quadratura.read', { from: '2026-01-01', to: '2026-12-31' });
    expect(total.due.unpaid.count).toBeGreaterThan(0);
    expect(total.settled.count).toBeGreaterThan(0);
    expect(total.regularised.count).toBeGreaterThan(0);
  }, 120_000);
});

/** The provvisori whose parts are not worth them; the totals of the list are those of its rows. */
async function notWhole(office: Office): Promise<readonly string[]> {
  const { rows } = await office.ask('regularisation.list', {});
  const count = await office.ask('regularisation.count', {});
  const openCents = sumOf(rows.map((row) => row.openCents));
  expect(count).toMatchObject({
    count: rows.length,
    cents: sumOf(rows.map(({ cents }) => cents)),
    openCents,
  });
  const { parts: together } = await office.ask('regularisation.totals', {});
  expect(sumOf(together.map(({ cents }) => cents))).toBe(count.cents);
  expect(sumOf(count.byAge.map((age) => age.openCents))).toBe(openCents);
  return rows
    .filter(({ cents, parts }) => sumOf(parts.map((part) => part.cents)) !== cents)
    .map(({ numero }) => numero);
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, cents) => sum + cents, 0);
}

async function expectSameAsLists(office: Office, period: Period): Promise<void> {
  const told = await office.ask('quadratura.read', period);
  for (const service of told.services) {
    const services = [service.service];
    await expectSteps(office, service, { ...period, services });
    for (const conto of service.conti)
      await expectSteps(office, conto, { ...period, services, conti: [conto.conto] });
    const due = await office.ask('positions.count', {
      filter: { ...period, services, statuses: ['overdue', 'unpaid', 'without-iuv', 'paid'] },
    });
    expect(service.due.all).toEqual(due);
    const unpaid = await office.ask('positions.count', {
      filter: { ...period, services, statuses: ['overdue', 'unpaid', 'without-iuv'] },
    });
    expect(service.due.unpaid).toEqual(unpaid);
  }
  await expectSteps(office, told.total, period);
  await expectDots(office, told, period);
}

async function expectSteps(
  office: Office,
  told: Pick<Quadratura['total'], 'gaps' | (typeof paymentSteps)[number]>,
  filter: PaymentFilter,
): Promise<void> {
  for (const step of paymentSteps) {
    const found = await office.ask('payments.count', { filter: { ...filter, has: [step] } });
    expect({ step, ...found }).toEqual({ step, ...told[step] });
  }
  for (const name of stepGapNames) {
    const found = await office.ask('payments.count', { filter: { ...filter, ...stepGaps[name] } });
    expect({ name, ...found }).toEqual({ name, ...told.gaps[name] });
  }
}

/** What is settled has its third dot, and nothing else of ours has. */
async function expectDots(office: Office, { total }: Quadratura, { from, to }: Period): Promise<void> {
  const settled = (await office.payments()).filter(
    ({ paidOn, dots }) => paidOn !== null && paidOn >= from && paidOn <= to && dots.riconciliazione === 'yes',
  );
  expect(total.settled).toEqual({
    count: settled.length,
    cents: settled.reduce((sum, { cents }) => sum + cents, 0),
  });
}
