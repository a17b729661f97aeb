import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  again,
  anIuf,
  anOffice,
  causaleOf,
  only,
} from './papers.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };
const iuf = anIuf();
const one = aPayment(1, 10_000);
const two = aPayment(2, 2_500);
const sospeso = aSospeso('1', 10_000, causaleOf(iuf));

describe('the quadratura of a service', () => {
  it('tells how far its payments have come, conto by conto', async () => {
    const office = await anOffice();
    await office.drop({
      'a.xml': aRicevuta(one),
      'b.xml': aRicevuta(two),
      'fdr.xml': aFlusso(iuf, [one]),
      'gdc.xml': aGiornale([sospeso]),
    });
    const tari = only((await office.ask('quadratura.read', march)).services);
    expect(tari).toMatchObject({
      service: 'tari',
      paid: { count: 2, cents: 12_500 },
      reported: { count: 1, cents: 10_000 },
      settled: { count: 1, cents: 10_000 },
      regularised: { count: 0, cents: 0 },
      gaps: { 'not-reported': { count: 1, cents: 2_500 }, 'not-regularised': { count: 1, cents: 10_000 } },
      declared: null,
      difference: null,
    });
    expect(tari.conti.map(({ conto, paid }) => [conto !== '-', paid.cents])).toEqual([
      [false, 2_500],
      [true, 10_000],
    ]);
    await office.drop({ 'c.xml': aGiornale([again(sospeso, 'REGOLARIZZATO')], { to: '2026-03-13' }) });
    expect(only((await office.ask('quadratura.read', march)).services).regularised).toEqual({
      count: 1,
      cents: 10_000,
    });
    const before = await office.ask('quadratura.read', { from: '2026-01-01', to: '2026-02-28' });
    expect(before.total.paid).toEqual({ count: 0, cents: 0 });
  });

  it('stands beside what its program declares, in that period alone, until it is taken away', async () => {
    const office = await anOffice();
    await office.drop({ 'a.xml': aRicevuta(one) });
    const digest = await office.digest();
    const declare = async (cents: number | null, count: number | null = null) =>
      only((await office.ask('quadratura.declare', { service: 'tari', ...march, cents, count })).services);
    await declare(9_000);
    expect(await declare(12_000, 2)).toMatchObject({
      declared: { count: 2, cents: 12_000, author: 'impiegata', madeAt: '2026-03-31T10:00:00.000Z' },
      difference: { count: 1, cents: 2_000 },
    });
    const other = await office.ask('quadratura.read', { ...march, to: '2026-06-30' });
    expect(only(other.services).declared).toBeNull();
    expect(await office.digest()).toBe(digest);
    expect(await declare(null)).toMatchObject({ declared: null, difference: null });
  });

  it('is asked of a period that there is', async () => {
    const office = await anOffice();
    await expect(office.ask('quadratura.read', { from: '2026-02-30', to: '2026-03-31' })).rejects.toThrow(
      /2026-02-30/,
    );
    await expect(office.ask('quadratura.read', { from: '2026-04-01', to: '2026-03-31' })).rejects.toThrow(
      /prima/,
    );
  });
});
