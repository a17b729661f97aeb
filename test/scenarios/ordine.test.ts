import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aSospeso,
  again,
  anIuf,
  anOffice,
  causaleOf,
  digestsOfAllOrders,
  only,
  states,
  threePapers,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const sospeso = aSospeso('1', 10_000, causaleOf(iuf), { bolletta: '555' });
const byBolletta = again(sospeso, 'STORNATO', { numero: '900', bolletta: '5900', bollettaStorno: '555' });
const on = (to: string, ...movimenti: Parameters<typeof aGiornale>[0]) => aGiornale(movimenti, { to });

describe('the order of arrival decides nothing', { timeout: 40_000 }, () => {
  it('82 of receipt, flusso and giornale', async () => {
    const papers = threePapers(1, 10_000);
    const office = await anOffice();
    await office.drop(papers);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await digestsOfAllOrders(papers)).toEqual(new Set([await office.digest()]));
  });

  it.each([
    {
      what: 'storno, cover and original',
      papers: {
        a: on('2026-03-12', sospeso),
        b: on('2026-03-13', again(sospeso, 'STORNATO', { cents: 4_000 })),
        c: on('2026-03-14', again(sospeso, 'REGOLARIZZATO', { cents: 1_000 })),
      },
    },
    {
      what: 'a storno by bolletta alone',
      papers: {
        a: on('2026-03-12', sospeso),
        b: on('2026-03-13', byBolletta),
        c: on('2026-03-14', aSospeso('900', 700, 'ALTRO')),
      },
    },
    {
      what: 'a reversale among two conti',
      papers: {
        a: on('2026-03-12', { ...sospeso, conto: '0000200' }),
        b: on('2026-03-13', aReversale('77', 10_000, [{ numero: '1', cents: 10_000 }])),
        c: on('2026-03-14', { ...sospeso, cents: 700 }),
      },
    },
    {
      what: 'an IUF inside a longer one',
      papers: {
        a: on('2026-03-12', aSospeso('1', 10_000, `${causaleOf(iuf)} 23`)),
        b: aFlusso(iuf, [payment]),
        c: aFlusso(`${iuf}23`, [aPayment(2, 10_000)]),
      },
    },
    {
      what: 'two IUFs in one causale',
      papers: {
        a: on('2026-03-12', aSospeso('1', 10_000, `${causaleOf(iuf)} ${anIuf(2).replace('-0', '- 0')}`)),
        b: aFlusso(iuf, [payment]),
        c: aFlusso(anIuf(2), [aPayment(2, 10_000)]),
      },
    },
    {
      what: 'two causali of one provvisorio',
      papers: {
        a: on('2026-03-12', sospeso),
        b: aGiornale([{ ...sospeso, causale: causaleOf(anIuf(2)) }], { createdAt: '2026-03-15T10:00:00' }),
        c: aFlusso(anIuf(2), [payment]),
      },
    },
    {
      what: 'revision and money',
      papers: {
        a: aFlusso(iuf, [aPayment(3, 500, '05')]),
        b: aFlusso(iuf, [aPayment(3, 500, '05'), payment], { revision: 2 }),
        c: on('2026-03-12', aSospeso('1', 500, causaleOf(iuf))),
      },
    },
  ])('of $what', async ({ papers }) => {
    expect(await digestsOfAllOrders(papers)).toHaveProperty('size', 1);
  });
});

describe('a storno by bolletta', () => {
  it('that is taken back opens its original again', async () => {
    const office = await anOffice();
    const before = { 'a.xml': on('2026-03-12', sospeso) };
    const { documents } = await office.drop({ ...before, 'b.xml': on('2026-03-13', byBolletta) });
    expect(await states(office)).toEqual({ '1': 'cancelled' });
    await office.undo(documents[1]?.id ?? 0);
    expect(await states(office)).toEqual({ '1': 'open' });
  });

  it('in the drop after its original cancels it', async () => {
    const office = await anOffice();
    await office.drop({ 'a.xml': on('2026-03-12', sospeso) });
    const told = only((await office.drop({ 'b.xml': on('2026-03-13', byBolletta) })).documents);
    expect(told.warnings).toEqual([]);
    expect(await states(office)).toEqual({ '1': 'cancelled' });
  });
});
