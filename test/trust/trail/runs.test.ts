import { expect, it } from 'vitest';
import { trailLabels } from '../../../src/shared/wording/trail.ts';
import { found } from '../figures.ts';
import { aFlusso, aPayment, aRicevuta, aZip, anIuf, anOffice } from '../../scenarios/papers.ts';

const receipt = (n: number): string => aRicevuta(aPayment(n, 100 * n));

it('R31 documents of an archive that were accepted one after the other are one entry, and every other has its own', async () => {
  const office = await anOffice();
  await office.drop({ 'prima.xml': receipt(3) });
  await office.drop({
    'rt.zip': aZip({
      '1.xml': receipt(1),
      '2.xml': receipt(2),
      '3.xml': receipt(3),
      '4.xml': receipt(4),
      '5.xml': 'nessuno lo conosce',
      '6.xml': receipt(6),
      '7.xml': aFlusso(anIuf(1), [aPayment(1, 100)]),
      '8.xml': receipt(8),
      '9.xml': receipt(9),
    }),
  });
  const told = (await office.ask('trail.list', {})).rows
    .toReversed()
    .filter(({ operation }) => operation.startsWith('document'))
    .slice(1)
    .map(({ operation, subject, details }) => ({
      operation,
      subject,
      first: details['first'] ?? details['document'],
      last: details['last'] ?? details['document'],
      rows: details['rows'],
    }));
  expect(told).toEqual([
    { operation: 'documents-accepted', subject: 'rt.zip', first: 2, last: 3, rows: { ricevute: 2 } },
    { operation: 'document-known', subject: 'rt.zip/3.xml', first: 1, last: 1 },
    { operation: 'document-accepted', subject: 'rt.zip/4.xml', first: 4, last: 4, rows: { ricevute: 1 } },
    { operation: 'document-refused', subject: 'rt.zip/5.xml', first: null, last: null },
    { operation: 'document-accepted', subject: 'rt.zip/6.xml', first: 5, last: 5, rows: { ricevute: 1 } },
    {
      operation: 'document-accepted',
      subject: 'rt.zip/7.xml',
      first: 6,
      last: 6,
      rows: { flussi: 1, righe: 1 },
    },
    { operation: 'documents-accepted', subject: 'rt.zip', first: 7, last: 8, rows: { ricevute: 2 } },
  ]);
});

it('R31 documents that were known already are one entry of their file, under whatever name and wrapping it comes', async () => {
  const office = await anOffice();
  const receipts = { '1.xml': receipt(1), '2.xml': receipt(2), '3.xml': receipt(3) };
  await office.drop({ 'rt.zip': aZip(receipts) });
  const again = {
    'rt.zip': aZip(receipts),
    'rt (1).zip': aZip(receipts),
    'tutte.zip': aZip({ ...receipts, '4.xml': receipt(4) }),
  };
  const told = await office.ask('documents.import', { parcels: office.handOver(again) });
  expect(told.documents).toEqual([
    { from: 1, to: 3, known: { was: '', now: '' } },
    { from: 1, to: 3, known: { was: 'rt.zip/', now: 'rt (1).zip/' } },
    { from: 1, to: 3, known: { was: 'rt.zip/', now: 'tutte.zip/' } },
    { from: 4, to: 4, known: null },
  ]);
  const { documents } = await office.drop(again);
  expect(documents.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual(
    Object.entries({ 'rt.zip': 3, 'rt (1).zip': 3, 'tutte.zip': 4 }).flatMap(([name, count]) =>
      Array.from({ length: count }, (_, n) => `${name}/${n + 1}.xml already-imported`),
    ),
  );
  const entries = (await office.ask('trail.list', {})).rows.filter(({ operation }) =>
    operation.startsWith('document'),
  );
  expect(entries.map(({ operation, subject }) => `${operation} ${subject}`).toReversed()).toEqual([
    'documents-accepted rt.zip',
    'documents-known rt.zip',
    'documents-known rt (1).zip',
    'documents-known tutte.zip',
    'document-accepted tutte.zip/4.xml',
    'documents-known rt.zip',
    'documents-known rt (1).zip',
    'documents-known tutte.zip',
    'document-known tutte.zip/4.xml',
  ]);
  const [, rt] = entries.toReversed();
  expect(rt?.details).toMatchObject({ documents: 3, first: 1, last: 3, kind: 'ricevuta' });
  found('R31', 'i documenti già presenti di un file sono una voce sola, con ogni nome e ogni involucro');
});

it('R31 what is undone with its drop is told with the content it had when it came', async () => {
  const office = await anOffice();
  await office.drop({ 'rt.zip': aZip({ '1.xml': receipt(1), '2.xml': receipt(2), '3.xml': receipt(3) }) });
  const [drop] = (await office.ask('drops.list', {})).rows;
  await office.ask('drops.undo', { importedAt: drop?.importedAt ?? '', anyway: false });
  const told = (await office.ask('trail.list', {})).rows.filter(({ subject }) =>
    subject.startsWith('rt.zip'),
  );
  const [undone, accepted] = told;
  expect(told.map(({ operation }) => trailLabels[operation])).toEqual([
    'Documenti annullati',
    'Documenti accettati',
  ]);
  const { content, first, last, rows, documents } = accepted?.details ?? {};
  expect(undone?.details).toMatchObject({ content, first, last, rows, documents });
  expect({ first, last, documents }).toEqual({ first: 1, last: 3, documents: 3 });
  found(
    'R31',
    'i documenti di un archivio accettati uno dopo l’altro, e annullati insieme, sono una voce con la stessa impronta',
  );
});
