import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayDocumentProblem } from '../../src/shared/wording/document-problems.ts';
import { aZip, anOffice, only, outcomes, verdicts, warnings } from './papers.ts';

const sample = (path: string): Buffer => readFileSync(new URL(`../main/importers/${path}`, import.meta.url));

const receipts = {
  'rendicontazione.csv': sample('govpay-rendicontazione/sample.csv'),
  'ricevute.csv': sample('ricevute-p4pa/sample.csv'),
  'pagati.csv': sample('pagati/sample.csv'),
  'RENDICONTAZIONE_AV20_90901230376_20260312_001.csv': sample('hypersic-av20/sample.csv'),
  'secim.txt': sample('secim/sample.txt'),
};
const positions = {
  'posizioni.csv': sample('posizioni-p4pa/sample.csv'),
  'piemonte.csv': sample('posizioni-piemonte/sample.csv'),
  'avvisi.csv': sample('elenco-posizioni/sample.csv'),
};

describe('lists of receipts and of positions', () => {
  it('are kept, found again to the letter, and the same in any order', async () => {
    const papers = Object.entries({ ...receipts, ...positions });
    const digests = new Set<string>();
    for (const order of [papers, papers.toReversed()]) {
      const office = await anOffice();
      const dropped = await office.drop(Object.fromEntries(order));
      expect(outcomes(dropped)).toEqual(papers.map(() => 'imported'));
      digests.add(await office.digest());
      expect(outcomes(await office.drop({ 'tutto.zip': aZip(Object.fromEntries(order)) }))).toEqual(
        papers.map(() => 'already-imported'),
      );
    }
    expect(digests.size).toBe(1);
  });

  it('are ours where they do not tell whose they are', async () => {
    const office = await anOffice('2026-03-11');
    await office.drop({ 'pagati.csv': receipts['pagati.csv'] });
    expect((await office.payments()).map(({ cents }) => cents)).toEqual([10_000, 750]);
    expect(await verdicts(office)).toEqual([
      'awaiting-report yes/waiting/waiting',
      'awaiting-report yes/waiting/waiting',
    ]);
  });

  it('leave nothing behind when they are taken back', async () => {
    const office = await anOffice();
    const before = await office.digest();
    const { documents } = await office.drop({ ...receipts, ...positions });
    for (const { id } of documents) await office.undo(id ?? 0);
    expect(await office.digest()).toBe(before);
  });

  it('say on which of their rows each thing stands, titles and totals among them', async () => {
    const office = await anOffice();
    const [header = '', ...lines] = receipts['pagati.csv'].toString().trimEnd().split('\n');
    const list = `Comune di prova\n\n${[header, ...lines].join('\n')}\n`;
    await office.drop({ 'pagati.csv': list });
    const [payment] = await office.payments();
    if (payment === undefined) throw new Error('no payment');
    const { iuv, iur, index } = payment;
    const { receipt } = await office.ask('payments.read', { iuv, iur, index });
    const at = list.split('\n').findIndex((line) => line.includes(iuv));
    expect(receipt?.source).toMatchObject({ document: { name: 'pagati.csv' }, row: at + 1 });
  });

  it('tell what they left out', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ 'secim.txt': receipts['secim.txt'] });
    expect(warnings(dropped)).toEqual(['rows-left-aside']);
    expect(only(dropped.documents).refusedRows).toMatchObject([{ row: 4 }]);
  });

  it('that say nothing are refused: there would be nothing to keep', async () => {
    const office = await anOffice();
    const [header = ''] = receipts['pagati.csv'].toString().split('\n');
    const { documents } = await office.drop({ 'vuoto.csv': `${header}\n` });
    const { problem } = only(documents);
    expect(problem).toMatchObject({ code: 'no-usable-rows', refused: 0 });
    expect(sayDocumentProblem({ code: 'no-usable-rows', refused: 0 })).toContain('alcuna riga');
    await office.digest();
  });
});
