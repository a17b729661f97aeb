import { describe, expect, it } from 'vitest';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  aZip,
  again,
  anIuf,
  anOffice,
  causaleOf,
  only,
  outcomes,
  reportOf,
  threePapers,
  verdicts,
  warnings,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const sospeso = aSospeso('1', 10_000, causaleOf(iuf));
const { 'rt.xml': rt, 'fdr.xml': fdr, 'gdc.xml': gdc } = threePapers(1, 10_000);

describe('the same paper dropped again', () => {
  it.each([
    { how: 'under another name', name: 'copia di gdc.txt', paper: gdc },
    { how: 'in an archive', name: 'gdc.zip', paper: aZip({ 'x.xml': gdc }) },
    {
      how: 'in an archive inside an archive',
      name: 'a.zip',
      paper: aZip({ 'b.zip': aZip({ 'x.xml': gdc }) }),
    },
    { how: 'with a byte order mark', name: 'gdc.xml', paper: `\uFEFF${gdc}` },
    { how: 'in another encoding', name: 'gdc.xml', paper: Buffer.from(`\uFEFF${gdc}`, 'utf16le') },
    { how: 'on one line', name: 'gdc.xml', paper: aGiornale([sospeso], { indent: false }) },
    { how: 'with a prefix', name: 'gdc.xml', paper: aGiornale([sospeso], { prefix: 'opi' }) },
    {
      how: 'with the signature in the other place',
      name: 'gdc.xml',
      paper: aGiornale([sospeso], { signature: 'first' }),
    },
  ])('$how was imported already', async ({ name, paper }) => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': gdc });
    const before = await office.digest();
    expect(outcomes(await office.drop({ [name]: paper }))).toEqual(['already-imported']);
    expect(await office.digest()).toBe(before);
    expect(await office.history()).toHaveLength(1);
  });

  it('twice in one archive is imported once', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({
      'a.zip': aZip({ 'uno.xml': rt, 'due.xml': rt, 'tre.xml': fdr }),
    });
    expect(documents.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['a.zip/uno.xml', 'imported'],
      ['a.zip/due.xml', 'already-imported'],
      ['a.zip/tre.xml', 'imported'],
    ]);
    expect(documents[1]?.id).toBe(documents[0]?.id);
  });

  it('after its import was taken back is imported as if for the first time', async () => {
    const office = await anOffice();
    const first = only((await office.drop({ 'gdc.xml': gdc })).documents);
    const before = await office.digest();
    await office.undo(first.id ?? 0);
    expect(await office.provvisori()).toEqual([]);
    const second = await office.drop({ 'gdc.xml': gdc });
    expect(outcomes(second)).toEqual(['imported']);
    expect(reportOf(second)).toMatchObject({ new: 1, alreadyKnown: 0 });
    expect(await office.digest()).toBe(before);
  });
});

describe('a provvisorio told differently by two giornali', () => {
  const early = { 'early.xml': aGiornale([sospeso], { createdAt: '2026-03-12T22:15:00+01:00' }) };
  const late = {
    'late.xml': aGiornale([{ ...sospeso, cents: 9_000 }], { createdAt: '2026-03-12T21:30:00Z' }),
  };

  it('is as the one made later says, in any order, and the clerk is told', async () => {
    const office = await anOffice();
    const other = await anOffice();
    await office.drop(early);
    const told = only((await office.drop(late)).documents);
    expect(told.warnings).toEqual([
      { code: 'provvisorio-changed', esercizio: 2026, numero: '1', kept: 'this' },
    ]);
    expect(told.report).toMatchObject({ new: 0, alreadyKnown: 1, cents: { total: 0 } });
    await other.drop(late);
    const toldOther = only((await other.drop(early)).documents);
    expect(toldOther.warnings).toMatchObject([{ code: 'provvisorio-changed', kept: 'other' }]);
    for (const one of [office, other]) expect(await one.flussi()).toMatchObject([{ receivedCents: 9_000 }]);
    expect(await office.digest()).toBe(await other.digest());
  });

  it('of the same moment is the same in any order, and the clerk is told', async () => {
    const office = await anOffice();
    const other = await anOffice();
    const a = { 'a.xml': aGiornale([sospeso]) };
    const b = { 'b.xml': aGiornale([{ ...sospeso, causale: causaleOf(anIuf(2)) }]) };
    await office.drop(a);
    expect(warnings(await office.drop(b))).toEqual(['provvisorio-changed']);
    await other.drop({ ...b });
    await other.drop(a);
    expect(await office.digest()).toBe(await other.digest());
    expect(await office.flussi()).toHaveLength(1);
  });

  it('is again as it was when the later giornale is taken back', async () => {
    const office = await anOffice();
    await office.drop({ ...early, 'rt.xml': rt, 'fdr.xml': fdr });
    const before = await office.digest();
    const told = only((await office.drop(late)).documents);
    expect(await verdicts(office)).toEqual(['partly-settled yes/yes/warning']);
    await office.undo(told.id ?? 0);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.digest()).toBe(before);
  });

  it('in nothing that matters is no news', async () => {
    const office = await anOffice();
    await office.drop(early);
    const later = aGiornale([sospeso], { createdAt: '2026-03-13T07:00:00' });
    expect(warnings(await office.drop({ 'again.xml': later }))).toEqual([]);
  });
});

it('one drop and many drops of the same papers leave the same ledger', async () => {
  const one = await anOffice();
  const many = await anOffice();
  const papers = {
    'rt.xml': aRicevuta(payment),
    'r2.xml': aFlusso(iuf, [payment, aPayment(2, 500)], { revision: 2 }),
    'r1.xml': fdr,
    'gdc.xml': aGiornale([sospeso, again(sospeso, 'STORNATO', { cents: 1 })]),
  };
  await one.drop({ 'tutto.zip': aZip(papers) });
  for (const file of Object.entries(papers)) await many.drop(Object.fromEntries([file]));
  expect(await many.digest()).toBe(await one.digest());
});
