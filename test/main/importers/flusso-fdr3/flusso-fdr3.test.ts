import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../../../src/main/importers/bytes.ts';
import { openDocuments } from '../../../../src/main/importers/documents.ts';
import { createDrop } from '../../../../src/main/importers/drop.ts';
import { sayDocumentProblem } from '../../../../src/shared/wording/document-problems.ts';
import { openOffice, type Paper } from '../../../helpers/office.ts';
import { flussoXml } from '../../../../src/main/demo/write-flusso.ts';
import { tell, tellAll } from '../reading.ts';
import { base64, gz, p7m } from '../wrap.ts';
import { zip } from '../zip.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const flow = read('flow.json');
const pages = [read('page-1.json'), read('page-2.json')] as const;
const rowsOf = (page: string) => /"data": (\[[\s\S]*\])/.exec(page)?.[1] ?? '';
const rows = `${rowsOf(pages[0]).slice(0, -1)},${rowsOf(pages[1]).slice(1)}`;

/** A file with everything in it. */
const whole = (member: string) => `${flow.trimEnd().slice(0, -1)}, ${member}}`;
const usual = whole(`"payments": ${rows}`);
const one = (from: string | RegExp, to: string) => tell(usual.replace(from, to));

const archive = (names: Readonly<Record<string, string>>) =>
  zip(Object.entries(names).map(([name, content]) => ({ name, content })));

/** Drops loose files and says what becomes of them. */
function drop(names: Readonly<Record<string, string>>): unknown[] {
  const files = Object.entries(names).map(([name, content]) => ({
    name,
    source: bytesInMemory(Buffer.from(content)),
  }));
  const looked = createDrop(files);
  return files.flatMap(({ name, source }, index) =>
    Array.from(openDocuments(name, source, { loose: looked.file(index) }), (opened) => {
      if (opened.type === 'refused') return [opened.name, opened.problem];
      let count = 0;
      const done = opened.read({
        reading: ({ type }) => void (type === 'riga' && count++),
        warning: () => {},
        refusedRow: () => {},
      });
      return [opened.name, done.ok ? count : done.problem];
    }),
  );
}

describe('a whole flow in one file', () => {
  const expected = tell(usual);

  it('56, 57 tells what an FDR-1 would', () => {
    expect(expected.problem).toBeNull();
    expect(expected.flussi).toEqual([
      {
        iuf: '2025-04-1688888888888-183534458123',
        revision: 2,
        createdAt: '2025-04-16T21:05:09.123',
        regolamento: '0599928448796710489999999999IT',
        date: '2025-04-16',
        pspCode: '88888888888',
        pspName: null,
        enteCodiceFiscale: '00000000018',
        enteDenominazione: 'Comune di Valfinta',
        declaredCount: 3,
        declaredCents: 6500,
      },
    ]);
    // The index is that of the transfer; the evening of the 14th in Greenwich is the 15th here.
    expect(expected.righe.map(({ index, cents, esito, date }) => [index, cents, esito, date])).toEqual([
      [1, 5000, 4, '2025-04-15'],
      [3, 1000, 8, '2025-04-15'],
      [1, 500, 9, '2025-04-15'],
    ]);
  });

  it('is the same content as the FDR-1 of the same flow, written in Italian time', () => {
    const xml = readFileSync(new URL('../flusso-fdr1/fdr-2025.xml', import.meta.url), 'utf8')
      .replace('09.123+02:00', '09.123')
      .replace(
        '</identificativoUnivocoRicevente>',
        '$&<denominazioneRicevente>Comune di Valfinta</denominazioneRicevente>',
      )
      // The third row of the sample has no index, which an FDR-3 always has.
      .replace('<singoloImportoPagato>5.00', '<indiceDatiSingoloPagamento>1</indiceDatiSingoloPagamento>$&');
    expect(tell(xml).canonical).toBe(expected.canonical);
  });

  it.each([
    ['payments under the other name', whole(`"data": ${rows}`)],
    ['payments before the head', `{"payments": ${rows}, ${flow.trimStart().slice(1)}`],
    ['a page as the payments', whole(`"payments": ${pages[0].replace(rowsOf(pages[0]), rows)}`)],
    ['a list of pages as the payments', whole(`"payments": [${pages.join()}]`)],
    ['the head beside the payments', `{"flow": ${flow}, "payments": ${rows}}`],
    ['numbers as texts', usual.replace('"pay": 50.0', '"pay": "50.00"')],
    ['a list of head and pages', `[${flow}, ${pages[1]}, ${pages[0]}]`],
    ['base64', base64(usual)],
    ['p7m of gzip', p7m(gz(usual))],
    ['UTF-16', Buffer.from(`\uFEFF${usual}`, 'utf16le')],
  ])('may come with %s', (_, content) => {
    expect(tell(content).problem).toBeNull();
    expect(tell(content).canonical).toBe(expected.canonical);
  });

  it('56 stores the index of the transfer, not the number of the row', () => {
    expect(one('"index": 1,', '"index": 27,').righe[0]?.index).toBe(1);
  });

  it('57 is of the Italian day: the last evening of 2024 in Greenwich is 2025 here', () => {
    const night = one('"payDate": "2025-04-15T10:20:30.900000Z"', '"payDate": "2024-12-31T23:30:00Z"');
    expect(night.righe[0]?.date).toBe('2025-01-01');
  });

  it.each([
    ['EXECUTED', 0],
    ['REVOKED', 3],
    ['STAND_IN', 4],
    ['STAND_IN_NO_RPT', 8],
    ['NO_RPT', 9],
  ])('%s is esito %i', (status, esito) => {
    expect(one('"STAND_IN"', `"${status}"`).righe[0]?.esito).toBe(esito);
  });

  it.each([
    ['100.9', 10_090],
    ['0.01', 1],
    ['4035.57', 403_557],
    ['999999999.99', 99_999_999_999],
    ['-22', -2_200],
    ['8.000', 800],
  ])('43 pays exactly %s', (pay, cents) => {
    expect(one('"pay": 50.0', `"pay": ${pay}`).righe[0]?.cents).toBe(cents);
  });

  it.each([
    ['"pay": 50.0', '"pay": 5e1', { row: 1, code: 'invalid-amount', field: 'pay', value: '5e1' }],
    ['"pay": 50.0', '"pay": 50.001', { row: 1, code: 'invalid-amount', field: 'pay', value: '50.001' }],
    ['"pay": 50.0', '"pay": null', { row: 1, code: 'missing-value', field: 'pay', value: '' }],
    ['"STAND_IN"', '"PAID"', { row: 1, code: 'invalid-value', field: 'payStatus', value: 'PAID' }],
    [
      '"payDate": "2025-04-15T',
      '"payDate": "2025-04-31T',
      { row: 1, code: 'invalid-day', field: 'payDate', value: '2025-04-31T10:20:30.900000Z' },
    ],
  ])('H14 refuses a row with %s made %s', (from, to, row) => {
    expect(one(from, to).refusedRows).toEqual([row]);
    expect(one(from, to).righe).toHaveLength(2);
  });

  it.each([
    [/"regulation": .*/, '', { code: 'missing-field', field: 'regulation' }],
    [
      '"totPayments": 3,\n',
      '"totPayments": 3.5,\n',
      { code: 'invalid-field', field: 'totPayments', value: '3.5' },
    ],
    [
      '"regulationDate": "2025-04-16"',
      '"regulationDate": "ieri"',
      { code: 'invalid-field', field: 'regulationDate', value: 'ieri' },
    ],
    ['"organizationId": "00000000018",', '"organizationId": {"id": ', { code: 'incomplete-file' }],
    ['"pay": 50.0', '"pay": 050', { code: 'malformed-json', line: 34 }],
  ])('is nothing with %s made %s', (from, to, problem) => {
    expect(one(from, to).problem).toEqual(problem);
  });
});

const missing = (missed: readonly number[], found: number) => ({
  code: 'pages-incomplete',
  rows: found,
  declared: 3,
  missing: missed,
  pages: found === 0 ? 0 : 2,
});

describe('55 a flow in pages', () => {
  const names = { 'testata.json': flow, 'p1.json': pages[0], 'p2.json': pages[1] };

  it('is one document in an archive, in whatever order', () => {
    const told = tell(archive({ 'b.json': pages[1], 'testata.json': flow, 'a.json': pages[0] }), 'f.zip');
    expect([told.name, told.problem, told.canonical]).toEqual([
      'f.zip/testata.json',
      null,
      tell(usual).canonical,
    ]);
  });

  it.each([
    [['testata.json', 'p1.json', 'p2.json']],
    [['p2.json', 'testata.json', 'p1.json']],
    [['p1.json', 'p2.json', 'testata.json']],
  ])('is one document when its files are dropped together: %s', (order) => {
    expect(drop(Object.fromEntries(order.map((name) => [name, names[name as keyof typeof names]])))).toEqual([
      ['testata.json', 3],
    ]);
  });

  it('is refused as long as a page is missing, and says which', () => {
    expect(drop({ 'testata.json': flow, 'p1.json': pages[0] })).toEqual([['testata.json', missing([2], 2)]]);
    expect(drop({ 'testata.json': flow, 'p2.json': pages[1] })).toEqual([['testata.json', missing([1], 1)]]);
    expect(tell(flow).problem).toEqual(missing([], 0));
  });

  it('says in a sentence what is missing and what to do', () => {
    expect(
      sayDocumentProblem({ code: 'pages-incomplete', rows: 2, declared: 3, missing: [2], pages: 2 }),
    ).toBe(
      'Il flusso è incompleto: dichiara 3 pagamenti, nei file ce ne sono 2 (manca la pagina 2 di 2). Scaricare tutte le pagine dei pagamenti e importarle insieme alla testata del flusso. Nel registro non è cambiato nulla.',
    );
  });

  it('is known by the count, whatever the files are called', () => {
    const other = flow.replaceAll('183534458123', '999').replaceAll('ayments": 3', 'ayments": 4');
    expect(drop({ ...names, 'x.json': other })).toEqual([
      ['testata.json', 3],
      ['x.json', { ...missing([], 0), declared: 4 }],
    ]);
  });

  it('is known by its name where two have the same count', () => {
    const other = flow.replaceAll('183534458123', '999');
    const named = {
      'a.json': flow,
      'b.json': other,
      '2025-04-16_88888888888-183534458123_pagina1.json': pages[0],
      '2025-04-16_88888888888-183534458123_pagina2.json': pages[1],
    };
    expect(drop(named)).toEqual([
      ['a.json', 3],
      ['b.json', missing([], 0)],
    ]);
    expect(drop({ 'a.json': flow, 'b.json': other, 'p1.json': pages[0] })).toEqual([
      ['a.json', missing([], 0)],
      ['b.json', missing([], 0)],
      ['p1.json', { code: 'page-without-flow', reason: 'ambiguous' }],
    ]);
  });

  it('may count in each page the payments of that page', () => {
    const own = {
      'p1.json': pages[0].replace('"count": 3', '"count": 2'),
      'p2.json': pages[1].replace('"count": 3', '"count": 1'),
    };
    expect(drop({ 'testata.json': flow, ...own })).toEqual([['testata.json', 3]]);
  });

  it('counts the same page once, and refuses two that differ', () => {
    expect(drop({ ...names, 'copia.json': pages[0] })).toEqual([['testata.json', 3]]);
    expect(drop({ ...names, 'copia.json': pages[0].replace('50.0', '51.0') })).toEqual([
      ['testata.json', { code: 'pages-disagree', detail: 'due file diversi per la pagina 1' }],
    ]);
  });

  it('is nothing without its head', () => {
    const alone = { code: 'page-without-flow', reason: 'alone' };
    expect(drop({ 'p1.json': pages[0], 'p2.json': pages[1] })).toEqual([
      ['p1.json', alone],
      ['p2.json', alone],
    ]);
    expect(tell(pages[0]).problem).toEqual(alone);
  });
});

describe('other JSON', () => {
  it('58 an error of the service is explained', () => {
    expect(tell('{"httpStatusCode":404,"appErrorCode":"FDR-3001","errors":[]}').problem).toEqual({
      code: 'not-importable',
      what: 'soap-fault',
    });
  });

  it.each<[string, string, unknown]>([
    ['unknown', '{"a": 1}', { code: 'unknown-format', saw: 'un testo JSON' }],
    ['a list of unknown things', '[{"a": 1}, {"b": 2}]', { code: 'unknown-format', saw: 'un testo JSON' }],
    ['cut', usual.slice(0, 1_200), { code: 'incomplete-file' }],
    ['with something after it', `${usual} x`, { code: 'malformed-json', line: 57 }],
    [
      '10,000 levels deep',
      `{"fdr":"x","fdrDate":"y","a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      { code: 'over-ceiling', ceiling: 'depth', max: 64 },
    ],
    [
      'a text without end',
      `{"fdr":"x","fdrDate":"${'y'.repeat(2_000_000)}"}`,
      { code: 'over-ceiling', ceiling: 'text-length', max: 1_048_576 },
    ],
    [
      'too large',
      `{"fdr":"x","fdrDate":"y"}${' '.repeat(64 * 1024 * 1024)}`,
      { code: 'over-ceiling', ceiling: 'size', max: 64 * 1024 * 1024 },
    ],
  ])('%s is refused', (_, content, problem) => {
    expect(tellAll(content).map((told) => told.problem)).toEqual([problem]);
  });
});

const outcomes = (dropped: {
  readonly documents: readonly { readonly name: string; readonly outcome: string }[];
}) => dropped.documents.map(({ name, outcome }) => [name, outcome]);

describe('in the office', () => {
  const iuf = '2026-03-02BINVIT9X-S2026030201';
  const righe = [
    { iuv: '01000000000000158', iur: 'a', cents: 5_000 },
    { iuv: '01000000000000259', iur: 'b', cents: 1_590 },
  ];
  const xml = flussoXml({ iuf, createdAt: '2026-03-02T22:14:05', righe });
  const header = tell(xml).flussi[0];
  const head = JSON.stringify({
    fdr: iuf,
    fdrDate: '2026-03-02T21:14:05Z',
    revision: 1,
    regulation: header?.regolamento,
    regulationDate: '2026-03-02',
    sender: { id: header?.pspCode, pspName: header?.pspName },
    receiver: { organizationId: header?.enteCodiceFiscale, organizationName: header?.enteDenominazione },
    totPayments: 2,
    sumPayments: 65.9,
  });
  const page = (n: number) => {
    const riga = righe[n - 1];
    const data = [
      {
        index: n,
        iuv: riga?.iuv,
        iur: riga?.iur,
        idTransfer: 1,
        pay: (riga?.cents ?? 0) / 100,
        payStatus: 'EXECUTED',
        payDate: '2026-03-02T10:00:00Z',
      },
    ];
    return JSON.stringify({ metadata: { pageSize: 1, pageNumber: n, totPage: 2 }, count: 2, data });
  };
  const papers: Readonly<Record<string, Paper>> = {
    'p2.json': page(2),
    'testata.json': head,
    'p1.json': page(1),
  };

  it('loose files make one document, and the same again changes nothing', async () => {
    const office = await openOffice();
    expect(outcomes(await office.drop(papers))).toEqual([['testata.json', 'imported']]);
    const digest = await office.digest();
    expect(outcomes(await office.drop(papers))).toEqual([['testata.json', 'already-imported']]);
    expect(await office.digest()).toBe(digest);
    expect((await office.flussi()).map(({ rows: count, cents }) => [count, cents])).toEqual([[2, 6_590]]);
  });

  it('a page that is missing can be dropped later, with all the others', async () => {
    const office = await openOffice();
    const first = await office.drop({ 'testata.json': head, 'p1.json': page(1) });
    expect(first.documents[0]?.problem).toMatchObject({ code: 'pages-incomplete', missing: [2] });
    expect(outcomes(await office.drop(papers))).toEqual([['testata.json', 'imported']]);
  });

  it('40 the FDR-1 of the same flow is the same document', async () => {
    const office = await openOffice();
    await office.drop(papers);
    expect(outcomes(await office.drop({ 'flusso.xml': xml }))).toEqual([['flusso.xml', 'already-imported']]);
  });
});
