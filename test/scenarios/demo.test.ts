import { describe, expect, it } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import { statuses } from '../../src/shared/domain/verdict.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { openOffice, type Office } from '../helpers/office.ts';

describe('the invented Comune', () => {
  it.each(['2026-03-31', '2026-04-07', '2026-12-28', '2027-01-07', '2026-08-17'] as Day[])(
    'seen on %s, every payment has the status it was invented for',
    async (today) => {
      const comune = demoComune(today);
      const office = await openOffice({ today, settings: comune.settings });
      const { documents } = await dropAll(office, comune.files);
      expect(documents.filter((document) => document.outcome !== 'imported')).toEqual([]);
      const payments = await office.payments();
      const found = Object.fromEntries(payments.map((payment) => [key(payment), payment.status]));
      expect(found).toEqual(Object.fromEntries(comune.intended.map((meant) => [key(meant), meant.status])));
      expect(new Set(payments.map((payment) => payment.status))).toEqual(new Set(statuses));
    },
  );

  it('adds up: the dashboard counts what the list shows, and the report loses no cent', async () => {
    const comune = demoComune('2026-03-31' as Day);
    const office = await openOffice({ settings: comune.settings });
    const { documents, report } = await dropAll(office, comune.files);
    const payments = await office.payments();
    const dashboard = await office.dashboard();
    for (const status of statuses) {
      const of = payments.filter((payment) => payment.status === status);
      const cents = of.reduce((sum, payment) => sum + payment.cents, 0);
      expect(dashboard.byStatus[status]).toEqual({ count: of.length, cents });
    }
    expect(dashboard.payments.count).toBe(payments.length);
    for (const one of [report, ...documents.map((document) => document.report)])
      if (one !== null) expectToAddUp(one);
    await office.digest();
  });

  it('dropped again, it changes nothing', async () => {
    const comune = demoComune('2026-03-31' as Day);
    const office = await openOffice({ settings: comune.settings });
    await dropAll(office, comune.files);
    const before = await office.digest();
    const { documents, report } = await dropAll(office, comune.files);
    expect(new Set(documents.map((document) => document.outcome))).toEqual(new Set(['already-imported']));
    expect(report).toMatchObject({ new: 0, cents: { total: 0 } });
    expect(await office.digest()).toBe(before);
  });
});

type Comune = ReturnType<typeof demoComune>;

function dropAll(office: Office, files: Comune['files']) {
  return office.drop(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
}

function key(payment: { iuv: string; iur: string; index: number }): string {
  return `${payment.iuv}/${payment.iur}/${payment.index}`;
}

function expectToAddUp({
  flussi,
  cents,
  notPagoPa,
  ...counts
}: NonNullable<Awaited<ReturnType<typeof dropAll>>['report']>) {
  const { reconciled, partial, notReported, otherPartner, inError } = flussi;
  expect(reconciled + partial + notReported + otherPartner + inError).toBe(flussi.imported);
  expect(
    cents.reconciled +
      cents.partial +
      cents.notReported +
      cents.otherPartner +
      cents.inError +
      cents.notPagoPa,
  ).toBe(cents.total);
  expect(flussi.imported + notPagoPa.count).toBeLessThanOrEqual(counts.new);
}
