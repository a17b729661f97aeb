import { expect, it } from 'vitest';
import { aPayment, aRicevuta, aZip, anOffice, outcomes, warnings } from './papers.ts';

const receipt = (n: number, cents = 100 * n): string => aRicevuta({ ...aPayment(n, 100 * n), cents });

it('a receipt of an archive of which only the ledger knows something to say is told apart from the others', async () => {
  const office = await anOffice();
  await office.drop({ 'prima.xml': receipt(3) });
  const dropped = await office.drop({
    'rt.zip': aZip({
      '1.xml': receipt(1),
      '2.xml': receipt(2),
      '3.xml': receipt(3, 999),
      '4.xml': receipt(4),
    }),
  });
  expect(outcomes(dropped)).toEqual(['imported', 'imported', 'imported', 'imported']);
  expect(dropped.documents.map(({ name }) => name)).toEqual([
    'rt.zip/1.xml',
    'rt.zip/2.xml',
    'rt.zip/3.xml',
    'rt.zip/4.xml',
  ]);
  expect(dropped.documents.map((document) => document.warnings.map(({ code }) => code))).toEqual([
    [],
    [],
    ['receipts-disagree'],
    [],
  ]);
  expect(warnings(dropped)).toEqual(['receipts-disagree']);
});
