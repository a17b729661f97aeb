import { describe, expect, it } from 'vitest';
import { giornale, movimento, pageHead, type GiornaleTexts } from './opi.ts';
import { tell, tellAll } from './reading.ts';
import { zip } from './zip.ts';

const total = `<saldo_complessivo_precedente>1000.00</saldo_complessivo_precedente>
  <totale_complessivo_entrate>300.00</totale_complessivo_entrate>
  <totale_complessivo_uscite>0.00</totale_complessivo_uscite>
  <saldo_complessivo_finale>1300.00</saldo_complessivo_finale>`;

function page(number: number, pages: number, texts: GiornaleTexts = {}): string {
  const movimenti = movimento({ numero_documento: String(number), importo: `${number}00.00` });
  return giornale({ head: pageHead(number, pages), movimenti, totals: total, ...texts });
}

const conto = (amount: string) => `<totale_entrate_conto_evidenza>${amount}</totale_entrate_conto_evidenza>`;

const withConto = (first: string, second: string) =>
  zip([
    { name: '1.xml', content: page(1, 2, { contoTotals: conto(first) }) },
    { name: '2.xml', content: page(2, 2, { contoTotals: conto(second) }) },
  ]);

describe('a giornale in pages', () => {
  it('6 is one document when an archive holds all of them, in whatever order', () => {
    const told = tell(
      zip([
        { name: 'b.xml', content: page(2, 2) },
        { name: 'a.xml', content: page(1, 2) },
      ]),
      'g.zip',
    );
    expect(told.name).toBe('g.zip/a.xml');
    expect(told.movimenti.map(({ numero }) => numero)).toEqual(['1', '2']);
    expect(told.giornali.map((header) => [header.page, header.pages])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(told.readings.map(({ type }) => type)).toEqual([
      'giornale',
      'movimento',
      'giornale-end',
      'giornale',
      'movimento',
      'giornale-end',
    ]);
    expect(told.warnings).toEqual([]);
  });

  it('6 is imported with a word about the missing page, and without checks that need them all', () => {
    const wrong = total.replace('1300.00', '1.00');
    const told = tell(zip([{ name: 'a.xml', content: page(1, 2, { totals: wrong }) }]));
    expect(told.problem).toBeNull();
    expect(told.warnings).toEqual([{ code: 'pages-missing', missing: [2], pages: 2 }]);
  });

  it('is checked as a whole when all the pages are there', () => {
    const wrong = total.replace('1300.00', '1.00');
    const pages = [1, 2].map((n) => ({ name: `${n}.xml`, content: page(n, 2, { totals: wrong }) }));
    expect(tell(zip(pages)).warnings).toEqual([
      { code: 'totals-disagree', field: 'saldo_complessivo_finale', statedCents: 100, foundCents: 130_000 },
    ]);
  });

  it('may count a conto page by page or as a whole', () => {
    expect(tell(withConto('100.00', '200.00')).warnings).toEqual([]);
    expect(tell(withConto('300.00', '300.00')).warnings).toEqual([]);
    expect(tell(withConto('100.00', '250.00')).warnings).toEqual([
      {
        code: 'totals-disagree',
        field: 'totale_entrate_conto_evidenza',
        statedCents: 25_000,
        foundCents: 30_000,
      },
    ]);
  });

  it('numbers its rows over all the pages', () => {
    const bad = movimento({ importo: 'x' }) + movimento();
    const pages = [1, 2].map((n) => ({ name: `${n}.xml`, content: page(n, 2, { movimenti: bad }) }));
    expect(tell(zip(pages)).refusedRows.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('is known by its identifier, even where the bank numbers every page #001#001', () => {
    const pages = [1, 2].map((n) => ({
      name: `${n}.xml`,
      content: page(n, 2, { head: pageHead(n, 2, '#001#001') }),
    }));
    expect(tellAll(zip(pages))).toHaveLength(1);
  });

  it('is known by ente, days and creation where the identifier has no page numbers', () => {
    const pages = [1, 2].map((n) => ({
      name: `${n}.xml`,
      content: page(n, 2, { head: pageHead(n, 2, '') }),
    }));
    const other = page(1, 2, { head: pageHead(1, 2, '').replace('2025-03-10', '2025-03-11') });
    const told = tellAll(zip([...pages, { name: '3.xml', content: other }]));
    expect(told.map(({ movimenti }) => movimenti.length)).toEqual([2, 1]);
  });

  it('counts a page once when it is there twice, also in an inner archive', () => {
    const first = { name: '1.xml', content: page(1, 2) };
    const inner = { name: 'altre.zip', content: zip([{ name: '2.xml', content: page(2, 2) }, first]) };
    const told = tell(zip([first, inner]), 'g.zip');
    expect(told.problem).toBeNull();
    expect(told.movimenti.map(({ numero }) => numero)).toEqual(['1', '2']);
  });

  it('is refused when two pages contradict each other', () => {
    const content = [page(1, 2), page(1, 2, { movimenti: movimento() })];
    expect(tell(zip(content.map((text, i) => ({ name: `${i}.xml`, content: text })))).problem).toEqual({
      code: 'pages-disagree',
      detail: 'due file diversi per la pagina 1',
    });
    const three = [page(1, 2), page(2, 3)];
    expect(tell(zip(three.map((text, i) => ({ name: `${i}.xml`, content: text })))).problem).toEqual({
      code: 'pages-disagree',
      detail: 'un file dice 2 pagine in tutto, un altro 3',
    });
  });

  it('is loose when its pages are dropped one by one: each is a document, without warnings of its own', () => {
    const told = tell(page(2, 3));
    expect(told.giornali[0]).toMatchObject({ page: 2, pages: 3 });
    expect(told.warnings).toEqual([]);
  });

  it('may claim millions of pages without being believed', () => {
    const told = tell(zip([{ name: 'a.xml', content: page(1, 9_999_999) }]));
    expect(told.warnings).toMatchObject([{ code: 'pages-missing', pages: 9_999_999 }]);
    expect(JSON.stringify(told.warnings).length).toBeLessThan(1000);
  });
});
