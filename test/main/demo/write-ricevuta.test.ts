import { describe, expect, it } from 'vitest';
import { ricevutaXml } from '../../../src/main/demo/write-ricevuta.ts';
import { leafOf, leavesOf } from './xml-tree.ts';

const iuv = '01100000000000012';

describe('the receipt that the demo writes', () => {
  it.each(['paSendRTV2', 'paSendRT', 'receipt'] as const)('adds up as %s', (shape) => {
    for (const soap of [true, false]) {
      const xml = ricevutaXml({ iuv, shape, soap, transfers: [{ cents: 2000 }, { cents: 1000, index: 3 }] });
      const leaves = leavesOf(xml);
      expect(leafOf(leaves, 'creditorReferenceId')).toBe(iuv);
      expect(leafOf(leaves, 'noticeNumber')).toBe(`3${iuv}`);
      expect(leafOf(leaves, 'paymentAmount')).toBe('30.00');
      expect(leaves.get('idTransfer')).toEqual(['1', '3']);
      expect(leaves.has('Envelope')).toBe(soap && shape !== 'receipt');
      expect(leaves.has('idStation')).toBe(shape !== 'receipt');
    }
  });

  it.each(['pay_i', ''])('adds up as an RT with prefix "%s"', (prefix) => {
    const transfers = [
      { cents: 2000, iur: 'x' },
      { cents: 1600, bollo: true },
    ];
    const leaves = leavesOf(ricevutaXml({ iuv, form: 'rt', prefix, transfers, paidOn: '2026-02-26' }));
    expect(leafOf(leaves, 'importoTotalePagato')).toBe('36.00');
    expect(leafOf(leaves, 'codiceEsitoPagamento')).toBe('0');
    expect(leafOf(leaves, 'tipoAllegatoRicevuta')).toBe('BD');
    expect(leaves.get('identificativoUnivocoRiscossione')?.[0]).toBe('x');
    expect(leaves.get('dataEsitoSingoloPagamento')).toEqual(['2026-02-26', '2026-02-26']);
  });

  it('wraps an RT as the Nodo does', () => {
    const base64 = leafOf(leavesOf(ricevutaXml({ iuv, cents: 500, shape: 'rt', soap: true })), 'rt');
    const inner = leavesOf(Buffer.from(base64, 'base64').toString('utf8'));
    expect(leafOf(inner, 'identificativoUnivocoVersamento')).toBe(iuv);
  });

  it('tells a payment that was not made', () => {
    expect(leafOf(leavesOf(ricevutaXml({ iuv, cents: 500, outcome: 'failed' })), 'outcome')).toBe('KO');
    const rt = leavesOf(ricevutaXml({ iuv, shape: 'rt', outcome: 'failed' }));
    expect(leafOf(rt, 'codiceEsitoPagamento')).toBe('1');
    expect(leafOf(rt, 'importoTotalePagato')).toBe('0.00');
    expect(rt.has('datiSingoloPagamento')).toBe(false);
  });

  it('carries a bollo where the others carry the IBAN', () => {
    const transfers = [{ cents: 52 }, { cents: 1600, bollo: true }];
    const leaves = leavesOf(ricevutaXml({ iuv, transfers }));
    expect(leaves.get('MBDAttachment')).toHaveLength(1);
    expect(leaves.get('IBAN')).toHaveLength(1);
  });

  it('weighs about as much as a real one', () => {
    const { length } = ricevutaXml({ iuv, cents: 12_345 });
    expect(length).toBeGreaterThan(2000);
    expect(length).toBeLessThan(2800);
  });
});
