import { expect, it, vi } from 'vitest';
import type { Row, Sheet, Workbook } from '../../src/main/exports/workbook/model.ts';
import type * as WriteWorkbook from '../../src/main/exports/workbook/write-workbook.ts';
import { aFlusso, aGiornale, anIuf, anOffice, aPayment, aSospeso, causaleOf } from './papers.ts';

const pages: number[] = [];

vi.mock('../../src/main/exports/workbook/write-workbook.ts', async (actual) => {
  const { writeWorkbook } = await actual<typeof WriteWorkbook>();
  return {
    writeWorkbook: (workbook: Workbook, sink: Parameters<typeof writeWorkbook>[1]) =>
      writeWorkbook({ ...workbook, sheets: workbook.sheets.map(counted) }, sink),
  };
});

function counted(sheet: Sheet): Sheet {
  async function* rows(): AsyncGenerator<readonly Row[]> {
    for await (const page of sheet.rows) {
      pages.push(page.length);
      yield page;
    }
  }
  return { ...sheet, rows: rows() };
}

it('the workbook of the treasurer is made of short pages, however long its lists are', async () => {
  const payments = Array.from({ length: 2_500 }, (_, n) => aPayment(n, 100));
  const office = await anOffice('2026-03-31');
  await office.drop({
    'fdr.xml': aFlusso(anIuf(1), payments),
    'gdc.xml': aGiornale([aSospeso('1', 250_000, causaleOf(anIuf(1)))]),
  });
  await office.ask('exports.make', { name: 'tesoriere' });
  // Each payment stands in its own list and behind what is still to be regularised.
  expect(pages.reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(2 * payments.length);
  expect(Math.max(...pages)).toBeLessThanOrEqual(200);
});
