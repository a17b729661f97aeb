import { expect, it } from 'vitest';
import { sayDetails } from '../../../src/shared/wording/trail.ts';

it('tells of an import what came of it, in the order in which a person asks', () => {
  const details = { accepted: 395, files: 73, first: 1, known: 0, last: 395, refused: 0 };
  expect(sayDetails(details)).toBe(
    'file: 73 · accettati: 395 · già presenti: 0 · rifiutati: 0 · dal documento: 1 · al documento: 395',
  );
});

it('tells of a document its kind first and its digests last, shortened', () => {
  const digest = 'd8f624f282d2'.padEnd(64, '0');
  expect(
    sayDetails({ content: digest, document: 395, kind: 'ricevuta', refusedRows: 0, sha256: digest }),
  ).toBe(
    'tipo: ricevuta · documento: 395 · righe scartate: 0 · impronta del contenuto: d8f624f282d2… · impronta del file: d8f624f282d2…',
  );
});

it('tells moments as clocks show them', () => {
  expect(sayDetails({ documents: 150, since: '2026-03-31T10:00:02.174Z' })).toMatch(
    /^documenti: 150 · presente dal: 31\/03\/2026 alle \d\d:\d\d$/,
  );
});

it('has an Italian word for all that minimising and discarding count', () => {
  const counts = { receipts: 1, positions: 2, movements: 3, kept: 4, notes: 5, messages: 6, documents: 7 };
  expect(sayDetails(counts)).toBe(
    'documenti: 7 · ricevute: 1 · posizioni: 2 · movimenti: 3 · movimenti lasciati: 4 · note: 5 · messaggi: 6',
  );
  expect(sayDetails({ actDay: '2026-03-01', discarded: [1, 5], facts: 9 })).toBe(
    'atto del: 2026-03-01 · documenti scartati: 1, 5 · righe tolte: 9',
  );
});
