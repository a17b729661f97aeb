import { describe, expect, it } from 'vitest';
import { flussoXml, type RigaDraft } from '../../../src/main/demo/write-flusso.ts';
import {
  giornaleXml,
  type GiornaleDraft,
  type MovimentoDraft,
} from '../../../src/main/demo/write-giornale.ts';
import { zip } from '../../../src/main/demo/zip.ts';
import { openOffice, type Office } from '../../helpers/office.ts';
import { deskSettings } from '../../properties/desk.ts';

const iuf = '2026-01-15BINVIT9X-S1';
const otherIuf = '2026-01-16BINVIT9X-S2';
const paid: RigaDraft = { iuv: '01000000000000144', iur: 'A', cents: 100 };

const anOffice = (): Promise<Office> => openOffice({ settings: deskSettings });

function giornale(movimenti: readonly MovimentoDraft[], more: Partial<GiornaleDraft> = {}): string {
  return giornaleXml({ to: '2026-02-03', movimenti, totals: 'none', ...more });
}

/** One of the two pages of a giornale. */
function pageOf(page: number, movimenti: readonly MovimentoDraft[]): string {
  return giornale(movimenti, { page, pages: 2, flussoBt: `GDC-20260203PROVA00000#00${page}#002` });
}

function zipped(pages: readonly string[]): Uint8Array {
  return zip(pages.map((content, index) => ({ name: `${index + 1}.xml`, bytes: Buffer.from(content) })));
}

function money(numero: string, more: Partial<MovimentoDraft> = {}): MovimentoDraft {
  return { numero, cents: 100, causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf}`, ...more };
}

/** The bolletta of the money, unless told, is the numero provvisorio and 9642. */
const stornoByBolletta: MovimentoDraft = {
  numero: '2',
  operazione: 'STORNATO',
  cents: 100,
  bolletta: null,
  bollettaStorno: '9643',
};

async function statesOf(office: Office): Promise<string[]> {
  return (await office.provvisori()).map(({ numero, conto, state }) => `${numero} of ${conto}: ${state}`);
}

async function idOf(dropped: ReturnType<Office['drop']>): Promise<number> {
  const [document] = (await dropped).documents;
  return document?.id ?? 0;
}

describe('a storno that names its money by bolletta alone', () => {
  it('calls it back when it comes later, and gives it back when it is undone', async () => {
    const office = await anOffice();
    await office.drop({ 'giornale.xml': giornale([money('1')]) });
    const digest = await office.digest();
    const id = await idOf(office.drop({ 'storno.xml': giornale([stornoByBolletta]) }));
    expect(await statesOf(office)).toEqual(['1 of 0000100: cancelled']);
    await office.digest();
    await office.undo(id);
    expect(await statesOf(office)).toEqual(['1 of 0000100: open']);
    expect(await office.digest()).toBe(digest);
  });

  it('lets it go when money comes under the numero of the storno', async () => {
    const office = await anOffice();
    await office.drop({ 'giornale.xml': giornale([money('1'), stornoByBolletta]) });
    await office.drop({ 'later.xml': giornale([money('2')], { createdAt: '2026-02-05T10:00:00' }) });
    expect(await statesOf(office)).toEqual(['1 of 0000100: open', '2 of 0000100: cancelled']);
    await office.digest();
  });

  it('keeps the money out of the report, as any storno does', async () => {
    const office = await anOffice();
    const { report } = await office.drop({ 'giornale.xml': giornale([money('1'), stornoByBolletta]) });
    expect(report).toMatchObject({ movements: 2, new: 0, reversals: 1, cents: { total: 0 } });
  });
});

describe('a payment reported in two flussi', () => {
  it('is no longer double when either of them is undone', async () => {
    const office = await anOffice();
    const first = await idOf(office.drop({ 'first.xml': flussoXml({ iuf, righe: [paid] }) }));
    const second = await idOf(office.drop({ 'second.xml': flussoXml({ iuf: otherIuf, righe: [paid] }) }));
    expect((await office.payments()).map(({ status }) => status)).toEqual(['double-payment']);
    for (const [id, again] of [
      [first, { 'first.xml': flussoXml({ iuf, righe: [paid] }) }],
      [second, {}],
    ] as const) {
      await office.undo(id);
      expect((await office.payments()).map(({ status }) => status)).toEqual(['receipt-missing']);
      await office.digest();
      await office.drop(again);
    }
  });
});

describe('a payment that the newer version of its flusso leaves out', () => {
  it('is there again when that version is undone', async () => {
    const office = await anOffice();
    const other: RigaDraft = { iuv: '01000000000000245', iur: 'B', cents: 100 };
    await office.drop({
      'first.xml': flussoXml({ iuf, righe: [paid, other], createdAt: '2026-01-15T18:00:00' }),
    });
    const digest = await office.digest();
    const newer = flussoXml({ iuf, righe: [paid], createdAt: '2026-01-16T18:00:00' });
    const id = await idOf(office.drop({ 'second.xml': newer }));
    expect(await office.payments()).toHaveLength(1);
    await office.undo(id);
    expect(await office.payments()).toHaveLength(2);
    expect(await office.digest()).toBe(digest);
  });
});

describe('a causale that was clear', () => {
  it('is for a person to share out when the second IUF in it becomes known', async () => {
    const office = await anOffice();
    await office.drop({ 'flusso.xml': flussoXml({ iuf, righe: [paid] }) });
    const causale = `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf} ${otherIuf}`;
    await office.drop({ 'giornale.xml': giornale([money('1', { causale })]) });
    const righe = [{ ...paid, iur: 'B' }];
    await office.drop({ 'other.xml': flussoXml({ iuf: otherIuf, righe }) });
    expect((await office.provvisori()).map(({ bucket }) => bucket)).toEqual(['inError']);
    await office.digest();
  });

  it('is read again when the longer IUF that it names becomes known', async () => {
    const office = await anOffice();
    await office.drop({ 'flusso.xml': flussoXml({ iuf, righe: [paid] }) });
    const causale = `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf} 2`;
    await office.drop({ 'giornale.xml': giornale([money('1', { causale })]) });
    await office.drop({ 'other.xml': flussoXml({ iuf: `${iuf}2`, righe: [{ ...paid, iur: 'B' }] }) });
    expect((await office.provvisori()).map(({ extraction }) => extraction.iuf)).toEqual([`${iuf}2`]);
    await office.digest();
  });
});

describe('a reversale', () => {
  it('covers the provvisorio of another conto until its own conto has one of that numero', async () => {
    const office = await anOffice();
    const reversale: MovimentoDraft = {
      documento: 'REVERSALE',
      numero: '77',
      cents: 100,
      conto: '0000100',
      sospesi: [{ numero: '1' }],
    };
    await office.drop({ 'giornale.xml': giornale([money('1', { conto: '0000200' }), reversale]) });
    expect(await statesOf(office)).toEqual(['1 of 0000200: regularised']);
    await office.drop({ 'later.xml': giornale([money('1')]) });
    expect(await statesOf(office)).toEqual(['1 of 0000100: regularised', '1 of 0000200: open']);
    await office.digest();
  });
});

describe('the pages of one giornale', () => {
  it('say the same when one of them comes loose first, and then all of them in an archive', async () => {
    const pages = [pageOf(1, [money('1')]), pageOf(2, [money('2')])];
    const whole = await anOffice();
    await whole.drop({ 'giornale.zip': zipped(pages) });
    const inPieces = await anOffice();
    await inPieces.drop({ '1.xml': pages[0] ?? '' });
    await inPieces.drop({ 'giornale.zip': zipped(pages) });
    expect(await inPieces.digest()).toBe(await whole.digest());
  });

  it('tell a line once when it stands on two of them, loose or in an archive', async () => {
    const storno: MovimentoDraft = { numero: '1', operazione: 'STORNATO', cents: 50, numeroMovimento: '4' };
    const pages = [pageOf(1, [money('1'), storno]), pageOf(2, [storno])];
    const whole = await anOffice();
    await whole.drop({ 'giornale.zip': zipped(pages) });
    const loose = await anOffice();
    await loose.drop({ '1.xml': pages[0] ?? '', '2.xml': pages[1] ?? '' });
    expect((await whole.provvisori()).map(({ cents }) => cents)).toEqual([50]);
    expect(await loose.digest()).toBe(await whole.digest());
  });
});

describe('the report of a giornale', () => {
  it('counts two equal partial storni of one day as the provvisorio does: nothing is left', async () => {
    const office = await anOffice();
    const storno: MovimentoDraft = { numero: '1', operazione: 'STORNATO', cents: 50 };
    const { report } = await office.drop({
      'giornale.xml': giornale([money('1'), storno, storno], { version: '1.4' }),
    });
    expect(await statesOf(office)).toEqual(['1 of 0000100: cancelled']);
    expect(report).toMatchObject({ new: 0, reversals: 2, cents: { total: 0 } });
  });
});
