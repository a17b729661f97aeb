import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { flussoXml } from '../../src/main/demo/write-flusso.ts';
import { zip } from '../../src/main/demo/zip.ts';
import { importedDocuments } from '../../src/shared/contract/imported-documents.ts';
import type { Office } from '../helpers/office.ts';
import { createDesk, deal, runs } from './desk.ts';
import { officeArbitrary, type Paper } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });

const strangers: readonly Paper[] = [
  { name: 'lettera.txt', content: 'Gentile collega' },
  {
    name: 'altrui.xml',
    content: flussoXml({
      iuf: '2026-01-15BINVIT9X-ALTRUI',
      righe: [{ iuv: '01000000000000144', iur: 'A', cents: 100 }],
      enteCodiceFiscale: inventedProvincia.codiceFiscale,
    }),
  },
];

const words = { new: 'imported', 'already-imported': 'already-imported', refused: 'refused' } as const;

/** What a preview says of each document, and what the import of the same files then answers. */
async function bothOf(ledger: Office, papers: readonly Paper[], form: 'loose' | 'zipped') {
  // Some papers come twice, under another name.
  const all = [
    ...papers,
    ...strangers,
    ...papers.slice(0, 2).map((paper) => ({ ...paper, name: `copia-${paper.name}` })),
  ];
  const files =
    form === 'loose'
      ? Object.fromEntries(all.map(({ name, content }) => [name, content]))
      : { 'carte.zip': zip(all.map(({ name, content }) => ({ name, bytes: Buffer.from(content) }))) };
  const parcels = ledger.handOver(files);
  const { shown, documents } = await ledger.ask('documents.preview', { parcels });
  const told = await ledger.ask('documents.import', { parcels });
  const imported = [];
  for await (const page of importedDocuments(ledger.core.call, told.documents)) {
    if (!page.ok) throw new Error(page.problem.code);
    imported.push(...page.value);
  }
  const seen = shown.map(({ name, kind, outcome, problem, refusedRows }) => ({
    name,
    kind,
    outcome: words[outcome],
    problem,
    refusedRows,
  }));
  const became = imported.map(({ name, kind, outcome, problem, refusedRows }) => ({
    name,
    kind,
    outcome,
    problem,
    refusedRows: refusedRows.length,
  }));
  const news = told.documents.flatMap((one) => ('report' in one && one.report !== null ? [one] : []));
  const giornali = news.flatMap(({ name, report, outcome }) => {
    const found = shown.find((document) => document.name === name);
    if (report === null || found === undefined || outcome === 'refused') return [];
    return [{ name, seen: found.knownRows, known: report.alreadyKnown }];
  });
  return { seen, became, documents, giornali };
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

describe('a preview', () => {
  it('says of each document what the import then does with it', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, async ({ papers }, order) => {
        await desk(async (ledger) => {
          for (const dealt of deal(papers, order)) {
            const { seen, became, documents, giornali } = await bothOf(ledger, dealt.papers, dealt.form);
            expect(seen.toSorted(byName)).toEqual(became.toSorted(byName));
            expect(documents.new).toBe(became.filter(({ outcome }) => outcome === 'imported').length);
            expect(giornali.map(({ name, seen: rows }) => [name, rows])).toEqual(
              giornali.map(({ name, known }) => [name, known]),
            );
          }
        });
      }),
      runs(30),
    );
  }, 180_000);
});
