import { describe, expect, it } from 'vitest';
import type { Office } from '../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aSospeso,
  anIuf,
  anOffice,
  causaleOf,
  flowBuckets,
  moneyBuckets,
} from './papers.ts';

const iuf = anIuf();
const flusso = { 'fdr.xml': aFlusso(iuf, [aPayment(1, 10_000)]) };
const illegible = '/PUR/LGPE-RIVERSAMENTO/URI/ILLEGGIBILE';
const conto = '0000100';

async function forProvvisorio(office: Office, numero: string) {
  const { suggestions } = await office.ask('provvisori.read', { esercizio: 2026, numero, conto });
  return suggestions.map(({ iuf: proposed, reasons, rivals }) => ({
    iuf: proposed,
    reasons: reasons.map(({ code }) => code),
    rivals,
  }));
}

async function forFlusso(office: Office, of = iuf) {
  const { suggestions } = await office.ask('flussi.read', { iuf: of });
  return suggestions.map(({ provvisorio, reasons, rivals }) => ({
    numero: provvisorio.numero,
    reasons: reasons.map(({ code }) => code),
    rivals,
  }));
}

describe('a provvisorio whose causale cannot be read', () => {
  it('31 is proposed for the flusso of its amount, and the flusso for it, with the day and the amount of the other', async () => {
    const office = await anOffice();
    await office.drop({ ...flusso, 'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible)]) });
    const reasons = ['same-amount', 'same-psp', 'days-apart'];
    expect(await forProvvisorio(office, '1')).toEqual([{ iuf, reasons, rivals: 0 }]);
    expect(await forFlusso(office)).toEqual([{ numero: '1', reasons, rivals: 0 }]);
    expect(await office.ask('flussi.read', { iuf })).toMatchObject({
      suggestions: [{ date: '2026-03-12', cents: 10_000, causale: illegible, bucket: 'missing' }],
    });
  });

  it('85 is never linked by itself: two of one amount on one day are rivals, and stay in error', async () => {
    const office = await anOffice();
    await office.drop({
      ...flusso,
      'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible), aSospeso('2', 10_000, illegible)]),
    });
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError', '2': 'inError' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing' });
    expect(await forProvvisorio(office, '1')).toMatchObject([{ iuf, rivals: 1 }]);
    expect(await forFlusso(office)).toMatchObject([
      { numero: '1', rivals: 1 },
      { numero: '2', rivals: 1 },
    ]);
  });

  it('is not proposed beside one that names the flusso itself', async () => {
    const office = await anOffice();
    const movimenti = [aSospeso('1', 10_000, causaleOf(iuf)), aSospeso('2', 10_000, illegible)];
    await office.drop({ ...flusso, 'gdc.xml': aGiornale(movimenti) });
    expect(await forProvvisorio(office, '2')).toEqual([]);
    expect(await forFlusso(office)).toEqual([]);
  });

  it('is proposed for what is left of a flusso that came in part', async () => {
    const office = await anOffice();
    const movimenti = [aSospeso('1', 4_000, causaleOf(iuf)), aSospeso('2', 6_000, illegible)];
    await office.drop({ ...flusso, 'gdc.xml': aGiornale(movimenti) });
    expect(await forProvvisorio(office, '2')).toMatchObject([
      { iuf, reasons: ['residual-amount', 'same-psp', 'days-apart'] },
    ]);
    expect(await forFlusso(office)).toMatchObject([{ numero: '2' }]);
  });

  it('cut in its IUF is proposed for the flusso that begins so, also with another amount', async () => {
    const office = await anOffice();
    const cut = causaleOf(iuf).slice(0, -4);
    await office.drop({ ...flusso, 'gdc.xml': aGiornale([aSospeso('1', 700, cut)]) });
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError' });
    expect(await forProvvisorio(office, '1')).toMatchObject([
      { iuf, reasons: ['truncated-iuf', 'same-psp', 'days-apart'] },
    ]);
    expect(await forFlusso(office)).toMatchObject([
      { numero: '1', reasons: ['truncated-iuf', 'same-psp', 'days-apart'] },
    ]);
  });

  it('is proposed for nothing once a person decided, or when its flusso has all its money', async () => {
    const office = await anOffice();
    const movimenti = [aSospeso('1', 10_000, illegible), aSospeso('2', 10_000, illegible)];
    await office.drop({ ...flusso, 'gdc.xml': aGiornale(movimenti) });
    await office.ask('decisions.make', {
      decision: { kind: 'exclude', provvisorio: { esercizio: 2026, numero: '2', conto }, note: 'altro' },
    });
    expect(await forProvvisorio(office, '2')).toEqual([]);
    expect(await forFlusso(office)).toMatchObject([{ numero: '1', rivals: 0 }]);
    await office.ask('decisions.make', {
      decision: { kind: 'link', provvisorio: { esercizio: 2026, numero: '1', conto }, iuf },
    });
    expect(await forProvvisorio(office, '1')).toEqual([]);
    expect(await forFlusso(office)).toEqual([]);
  });
});

describe('a provvisorio whose IUF nobody reported', () => {
  it('34 is proposed for a flusso of its amount: the bank may have written another IUF', async () => {
    const office = await anOffice();
    await office.drop({ ...flusso, 'gdc.xml': aGiornale([aSospeso('1', 10_000, causaleOf(anIuf(9)))]) });
    expect(await moneyBuckets(office)).toEqual({ '1': 'notReported' });
    expect(await forProvvisorio(office, '1')).toMatchObject([{ iuf }]);
  });

  it('whose text says nothing is proposed all the same when the amount and the day agree', async () => {
    const office = await anOffice();
    await office.drop({ ...flusso, 'gdc.xml': aGiornale([aSospeso('1', 10_000, 'BONIFICO')]) });
    expect(await forFlusso(office)).toMatchObject([{ numero: '1' }]);
  });
});
