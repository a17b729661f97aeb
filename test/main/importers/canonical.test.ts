import { expect, it } from 'vitest';
import { flussoXml } from '../../../src/main/demo/write-flusso.ts';
import { ricevutaXml } from '../../../src/main/demo/write-ricevuta.ts';
import { canonical, readCanonical } from '../../../src/main/importers/canonical.ts';
import { giornale, movimento } from './opi.ts';
import { contentOf, tell } from './reading.ts';

const lineOf = (texts: Record<string, string | null>, inside = '') =>
  contentOf(tell(giornale({ movimenti: movimento(texts, inside) })).readings).map(canonical)[1];

it('is one line for each reading', () => {
  const told = tell(giornale({ movimenti: movimento({ causale: 'A\nB\u2028C' }) }));
  expect(told.canonical.split('\n')).toHaveLength(told.readings.length);
});

it('is enough to find the reading again', () => {
  const papers = [
    giornale({
      movimenti: movimento({ causale: 'A\nB', end_to_end_id: null }, '<numero_sospeso>7</numero_sospeso>'),
    }),
    flussoXml({ iuf: '2026-03-02BINVIT9X-S1', righe: [{ iuv: '1', iur: 'a', cents: 100, index: null }] }),
    ricevutaXml({ iuv: '2', transfers: [{ cents: 52 }, { cents: 1600, bollo: true }] }),
    ricevutaXml({ iuv: '3', shape: 'rt', outcome: 'failed' }),
  ];
  for (const paper of papers) {
    const readings = contentOf(tell(paper).readings);
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.map(canonical).map(readCanonical)).toEqual(readings);
  }
});

it('is the same for the same content', () => {
  expect(lineOf({ importo: '100.00', numero_documento: '0064422' })).toBe(
    lineOf({ importo: '100', numero_documento: '64422' }),
  );
});

it('differs where any value differs, also when the texts joined are equal', () => {
  const lines = [
    lineOf({}),
    lineOf({ causale: 'AB' }),
    lineOf({ causale: 'A' }, '<causale>B</causale>'),
    lineOf({ causale: 'A' }, '<dati_a_disposizione_BT>B</dati_a_disposizione_BT>'),
    lineOf({ causale: 'A","B' }),
    lineOf({ end_to_end_id: 'A' }),
    lineOf({ codice_riferimento_operazione: 'A' }),
    lineOf({}, '<numero_sospeso>1</numero_sospeso>'),
    lineOf(
      {},
      '<sospeso><numero_provvisorio>1</numero_provvisorio><importo_provvisorio>0</importo_provvisorio></sospeso>',
    ),
  ];
  expect(new Set(lines).size).toBe(lines.length);
});
