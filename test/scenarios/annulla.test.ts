import { describe, expect, it } from 'vitest';
import {
  aGiornale,
  anIuf,
  anOffice,
  aSospeso,
  bookedOn,
  causaleOf,
  only,
  threePapers,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const sospeso = aSospeso('1', 10_000, causaleOf(iuf));
const { 'rt.xml': rt, 'fdr.xml': fdr, 'gdc.xml': gdc } = threePapers(1, 10_000);

describe('an import that is taken back', () => {
  it.each([0, 1, 2])('83 leaves the ledger as it would be without it (paper %i)', async (at) => {
    const papers = Object.entries({ 'rt.xml': rt, 'fdr.xml': fdr, 'gdc.xml': gdc });
    const office = await anOffice();
    const without = await anOffice();
    const { documents } = await office.drop(Object.fromEntries(papers));
    await without.drop(Object.fromEntries(papers.filter((_, i) => i !== at)));
    await office.undo(documents[at]?.id ?? 0);
    expect(await office.digest()).toBe(await without.digest());
    expect(await verdicts(office)).toEqual(await verdicts(without));
  });

  it.each([
    { how: 'cut short', causale: causaleOf(iuf).slice(0, -3) },
    { how: 'in lower case', causale: causaleOf(iuf).toLowerCase() },
    { how: 'glued to the next word', causale: `${causaleOf(iuf)}ACCREDITO` },
    { how: 'broken by a blank', causale: causaleOf(iuf).replace('BINVIT9X', 'BIN VIT9X') },
  ])('of a flusso leaves a causale $how to be read as before', async ({ causale }) => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([{ ...sospeso, causale }]) });
    const before = await office.digest();
    const { documents } = await office.drop({ 'fdr.xml': fdr });
    expect(await office.digest()).not.toBe(before);
    await office.undo(documents[0]?.id ?? 0);
    expect(await office.digest()).toBe(before);
  });

  it('83 stays in the history, marked, with the report it had', async () => {
    const office = await anOffice();
    const { id, report } = only((await office.drop({ 'gdc.xml': gdc })).documents);
    await office.undo(id ?? 0);
    const record = only(await office.history());
    expect(record.undoneAt).not.toBeNull();
    expect(record).toMatchObject({ id, name: 'gdc.xml', report, reportToday: null });
  });

  it('cannot be taken back twice', async () => {
    const office = await anOffice();
    const { id } = only((await office.drop({ 'gdc.xml': gdc })).documents);
    await office.undo(id ?? 0);
    await expect(office.undo(id ?? 0)).rejects.toThrow('already-undone');
    await expect(office.undo(99)).rejects.toThrow('no-such-document');
  });

  it('keeps what another giornale tells as well', async () => {
    const office = await anOffice();
    const later = aGiornale([{ ...sospeso, date: bookedOn }], { to: '2026-03-13' });
    const { documents } = await office.drop({ 'a.xml': gdc, 'b.xml': later, 'fdr.xml': fdr, 'rt.xml': rt });
    await office.undo(documents[0]?.id ?? 0);
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    await office.undo(documents[1]?.id ?? 0);
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
  });
});
