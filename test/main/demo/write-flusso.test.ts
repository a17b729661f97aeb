import { describe, expect, it } from 'vitest';
import { soapFlusso } from '../../../src/main/demo/soap.ts';
import { flussoXml } from '../../../src/main/demo/write-flusso.ts';
import { leafOf, leavesOf } from './xml-tree.ts';

const draft = {
  iuf: '2026-02-27BINVIT9X-S2026022701',
  righe: [
    { iuv: '01100000000000012', iur: 'a', cents: 2200 },
    { iuv: '01100000000000013', iur: 'b', cents: 21_840, index: 2, esito: 9 },
    { iuv: '01100000000000014', iur: 'c', cents: 3873, index: null, date: '2026-02-26' },
  ],
} as const;

describe('the flusso that the demo writes', () => {
  it.each(['pay_i', 'ns2', ''])('adds up with prefix "%s"', (prefix) => {
    for (const indent of [true, false]) {
      const leaves = leavesOf(flussoXml({ ...draft, prefix, indent }));
      expect(leafOf(leaves, 'numeroTotalePagamenti')).toBe('3');
      expect(leafOf(leaves, 'importoTotalePagamenti')).toBe('279.13');
      expect(leafOf(leaves, 'dataRegolamento')).toBe('2026-02-27');
      expect(leaves.get('indiceDatiSingoloPagamento')).toEqual(['1', '2']);
      expect(leaves.get('codiceEsitoSingoloPagamento')).toEqual(['0', '9', '0']);
      expect(leaves.get('dataEsitoSingoloPagamento')).toEqual(['2026-02-27', '2026-02-27', '2026-02-26']);
    }
  });

  it('writes as few decimals as a careless PSP', () => {
    const leaves = leavesOf(flussoXml({ ...draft, decimals: 'short' }));
    expect(leaves.get('singoloImportoPagato')).toEqual(['22', '218.4', '38.73']);
  });

  it('has one line unless asked otherwise, about as long as a real one', () => {
    const righe = Array.from({ length: 100 }, () => ({
      iuv: '01100000000000012',
      iur: 'f'.repeat(32),
      cents: 1,
    }));
    const text = flussoXml({ iuf: draft.iuf, righe });
    expect(text).not.toContain('\n');
    expect(text.length / righe.length).toBeGreaterThan(480);
    expect(text.length / righe.length).toBeLessThan(680);
  });

  it('says what a test wants it to say wrong', () => {
    const leaves = leavesOf(flussoXml({ ...draft, declaredCount: 4, declaredCents: 1, revision: 2 }));
    expect(leafOf(leaves, 'numeroTotalePagamenti')).toBe('4');
    expect(leafOf(leaves, 'importoTotalePagamenti')).toBe('0.01');
    expect(leafOf(leaves, 'revisioneFlusso')).toBe('2');
  });

  it('travels inside the answer of the Nodo', () => {
    const base64 = leafOf(leavesOf(soapFlusso(flussoXml(draft))), 'xmlRendicontazione');
    const inner = leavesOf(Buffer.from(base64, 'base64').toString('utf8'));
    expect(leafOf(inner, 'identificativoFlusso')).toBe(draft.iuf);
  });
});
