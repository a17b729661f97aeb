import { describe, expect, it } from 'vitest';
import { giornalePages } from '../../src/main/demo/write-giornale.ts';
import {
  aGiornale,
  anIuf,
  anOffice,
  aSospeso,
  aZip,
  bookedOn,
  causaleOf,
  only,
  outcomes,
  reportOf,
  warnings,
} from './papers.ts';

describe('the pages of a giornale', () => {
  const movimenti = ['1', '2', '3', '4'].map((n) => aSospeso(n, 1_000, causaleOf(anIuf(Number(n)))));
  const [one = '', two = ''] = giornalePages({ to: bookedOn, movimenti }, 2);

  it('6 in one archive are one document, whose totals hold', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({ 'gdc.zip': aZip({ 'p2.xml': two, 'p1.xml': one }) });
    expect(documents).toMatchObject([
      { name: 'gdc.zip/p1.xml', outcome: 'imported', warnings: [], report: { movements: 4, new: 4 } },
    ]);
  });

  it('6 are imported also when one is missing, and the clerk is told which', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({ 'gdc.zip': aZip({ 'p1.xml': one }) });
    expect(only(documents).warnings).toEqual([{ code: 'pages-missing', missing: [2], pages: 2 }]);
    expect(warnings(await office.drop({ 'p2.xml': two }))).toEqual([]);
    expect(await office.provvisori()).toHaveLength(4);
  });

  it('first one by itself and then all together, or the other way round, leave the same ledger', async () => {
    const all = aZip({ 'p1.xml': one, 'p2.xml': two });
    const office = await anOffice();
    const other = await anOffice();
    await office.drop({ 'p1.xml': one });
    const second = reportOf(await office.drop({ 'gdc.zip': all }));
    expect(second).toMatchObject({ movements: 4, new: 2, alreadyKnown: 2, cents: { total: 2_000 } });
    await other.drop({ 'gdc.zip': all });
    expect(outcomes(await other.drop({ 'p1.xml': one }))).toEqual(['already-imported']);
    expect(await office.digest()).toBe(await other.digest());
  });

  it('9 with page number 0 are taken as whole, with a warning', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'gdc.xml': aGiornale(movimenti, { page: 0, pages: 1 }) });
    expect(warnings(dropped)).toEqual(['page-number-invalid']);
    expect(await office.provvisori()).toHaveLength(4);
  });

  it('7 travel well with what macOS leaves in an archive', async () => {
    const office = await anOffice();
    const dropped = await office.drop({
      'gdc.zip': aZip({
        '__MACOSX/._gdc.xml': Buffer.from([0, 5, 22, 7]),
        '.DS_Store': Buffer.from([0, 0, 0, 1]),
        'gdc.xml': aGiornale(movimenti),
      }),
    });
    expect(dropped.documents).toMatchObject([{ name: 'gdc.zip/gdc.xml', outcome: 'imported', warnings: [] }]);
  });
});
