import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aRicevuta,
  aSospeso,
  again,
  anIuf,
  anOffice,
  causaleOf,
  reportOf,
  states,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const sospeso = aSospeso('1', 10_000, causaleOf(iuf));
const papers = {
  'rt.xml': aRicevuta(payment),
  'fdr.xml': aFlusso(iuf, [payment]),
  'gdc.xml': aGiornale([sospeso]),
};
const next = { to: '2026-03-13' };
const covered = again(sospeso, 'REGOLARIZZATO');
const uncovered = again(sospeso, 'RIPRISTINATO');

describe('a provvisorio covered by a reversale', () => {
  it('18 is regularised, and neither its dots nor its money change', async () => {
    const office = await anOffice();
    await office.drop(papers);
    const before = await office.flussi();
    const dropped = await office.drop({ 'b.xml': aGiornale([covered], next) });
    expect(reportOf(dropped)).toMatchObject({ movements: 1, new: 0, alreadyKnown: 0, reversals: 0 });
    expect(await states(office)).toEqual({ '1': 'regularised' });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.flussi()).toEqual(before);
  });

  it('in part is partly regularised', async () => {
    const office = await anOffice();
    await office.drop({ ...papers, 'b.xml': aGiornale([{ ...covered, cents: 4_000 }], next) });
    expect(await states(office)).toEqual({ '1': 'partly-regularised' });
    await office.drop({ 'c.xml': aGiornale([{ ...covered, cents: 6_000 }], { to: '2026-03-16' }) });
    expect(await states(office)).toEqual({ '1': 'regularised' });
    expect(await office.provvisori()).toMatchObject([{ cents: 10_000 }]);
  });

  it('18 and uncovered again is open', async () => {
    const office = await anOffice();
    await office.drop({ ...papers, 'b.xml': aGiornale([covered], next) });
    await office.drop({ 'c.xml': aGiornale([uncovered], { to: '2026-03-16' }) });
    expect(await states(office)).toEqual({ '1': 'open' });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
  });

  it('before its own giornale arrives is regularised when it does', async () => {
    const office = await anOffice();
    const other = await anOffice();
    const later = aGiornale([covered], next);
    await office.drop({ 'b.xml': later });
    expect(await office.provvisori()).toEqual([]);
    await office.drop(papers);
    await other.drop({ ...papers, 'b.xml': later });
    expect(await states(office)).toEqual({ '1': 'regularised' });
    expect(await office.digest()).toBe(await other.digest());
  });

  it('and called back is cancelled', async () => {
    const office = await anOffice();
    await office.drop({
      ...papers,
      'b.xml': aGiornale([covered, uncovered, again(sospeso, 'STORNATO')], next),
    });
    expect(await states(office)).toEqual({ '1': 'cancelled' });
  });
});

describe('a reversale that names provvisori', () => {
  const three = [sospeso, aSospeso('2', 2_000, 'MENSA'), aSospeso('3', 3_000, 'ALTRO')];
  const giornale = { 'gdc.xml': aGiornale(three) };
  const all = [
    { numero: '1', cents: 10_000 },
    { numero: '2', cents: 2_000 },
    { numero: '3', cents: 1_000 },
  ];

  it('19 covers each of them for what it says', async () => {
    const office = await anOffice();
    await office.drop(giornale);
    const dropped = await office.drop({ 'b.xml': aGiornale([aReversale('77', 13_000, all)], next) });
    expect(reportOf(dropped)).toMatchObject({ movements: 1, new: 0, alreadyKnown: 0 });
    expect(await states(office)).toEqual({
      '1': 'regularised',
      '2': 'regularised',
      '3': 'partly-regularised',
    });
  });

  it('by number alone, as in OPI 1.4, covers them whole', async () => {
    const office = await anOffice();
    const numbers = all.map(({ numero }) => ({ numero }));
    await office.drop(giornale);
    await office.drop({
      'b.xml': aGiornale([aReversale('77', 15_000, numbers)], { ...next, version: '1.4' }),
    });
    expect(await states(office)).toEqual({ '1': 'regularised', '2': 'regularised', '3': 'regularised' });
  });

  it('and the line of the sospeso that says the same are one cover', async () => {
    const office = await anOffice();
    const part = { ...covered, cents: 5_000 };
    const reversale = aReversale('77', 5_000, [{ numero: '1', cents: 5_000 }]);
    await office.drop({ ...giornale, 'b.xml': aGiornale([reversale, part], next) });
    expect(await states(office)).toMatchObject({ '1': 'partly-regularised' });
  });

  it('and is called back uncovers them', async () => {
    const office = await anOffice();
    const reversale = aReversale('77', 13_000, all);
    await office.drop({ ...giornale, 'b.xml': aGiornale([reversale], next) });
    await office.drop({
      'c.xml': aGiornale([{ ...reversale, operazione: 'STORNATO' }], { to: '2026-03-16' }),
    });
    expect(await states(office)).toEqual({ '1': 'open', '2': 'open', '3': 'open' });
  });

  it('and whose cover the bank then undoes on the sospeso leaves it open', async () => {
    const office = await anOffice();
    const reversale = aReversale('77', 10_000, [{ numero: '1', cents: 10_000 }]);
    await office.drop({ ...papers, 'b.xml': aGiornale([reversale], next) });
    expect(await states(office)).toEqual({ '1': 'regularised' });
    await office.drop({ 'c.xml': aGiornale([uncovered], { to: '2026-03-16' }) });
    expect(await states(office)).toEqual({ '1': 'open' });
  });

  it('in one conto does not cover the provvisorio of that number in another conto', async () => {
    const office = await anOffice();
    const elsewhere = { ...sospeso, cents: 700, conto: '0000200' };
    const reversale = aReversale('77', 10_000, [{ numero: '1', cents: 10_000 }]);
    await office.drop({ 'gdc.xml': aGiornale([sospeso, elsewhere, reversale]) });
    expect((await office.provvisori()).map(({ cents, state }) => [cents, state])).toEqual([
      [10_000, 'regularised'],
      [700, 'open'],
    ]);
  });

  it('and is undone with its import leaves them open again', async () => {
    const office = await anOffice();
    await office.drop(giornale);
    const before = await office.digest();
    const { documents } = await office.drop({ 'b.xml': aGiornale([aReversale('77', 13_000, all)], next) });
    await office.undo(documents[0]?.id ?? 0);
    expect(await states(office)).toEqual({ '1': 'open', '2': 'open', '3': 'open' });
    expect(await office.digest()).toBe(before);
  });
});
