import { describe, expect, it } from 'vitest';
import { giornalePages, giornaleXml } from '../../../src/main/demo/write-giornale.ts';
import type { GiornaleDraft } from '../../../src/main/demo/write-giornale.ts';
import { centsOf, leafOf, leavesOf } from './xml-tree.ts';

const busyDay: GiornaleDraft = {
  to: '2026-03-02',
  movimenti: [
    { numero: '64422', cents: 12_345, causale: 'Città & "altro" <pagoPA>' },
    { numero: '64423', cents: 2000, conto: '0000200', operazione: 'STORNATO' },
    { numero: '7', cents: 12_345, documento: 'REVERSALE', sospesi: [{ numero: '64422', cents: 12_345 }] },
    { numero: '64422', cents: 12_345, operazione: 'REGOLARIZZATO' },
    { numero: '31', cents: 50_000, documento: 'MANDATO' },
  ],
};

describe('the giornale that the demo writes', () => {
  it.each(['1.4', '1.6.1', '1.7.1', '1.8'] as const)('balances in version %s', (version) => {
    const leaves = leavesOf(giornaleXml({ ...busyDay, version }));
    const cents = (name: string): number => centsOf(leaves.get(name) ?? []);
    for (const [before, entrate, uscite, after] of [
      ['saldo_precedente', 'totale_entrate', 'totale_uscite', 'saldo_finale'].map(
        (name) => `${name}_conto_evidenza`,
      ),
      ['saldo_complessivo_precedente', 'totale_complessivo_entrate', 'totale_complessivo_uscite'].concat(
        'saldo_complessivo_finale',
      ),
    ]) {
      expect(cents(before ?? '') + cents(entrate ?? '') - cents(uscite ?? '')).toBe(cents(after ?? ''));
    }
    expect(
      cents('fondo_di_cassa') + cents('totale_reversali_riscosse') + cents('totale_sospesi_entrata'),
    ).toBe(cents('totale_entrate'));
    expect(cents('totale_entrate') - cents('totale_uscite')).toBe(cents('saldo_esercizio'));
    expect(cents('saldo_complessivo_finale')).toBe(cents('saldo_esercizio'));
    expect(leaves.get('importo')).toEqual(['123.45', '123.45', '123.45', '500.00', '20.00']);
  });

  it('tells the versions apart by their elements', () => {
    const old = leavesOf(giornaleXml({ ...busyDay, version: '1.4', from: '2026-02-01', page: null }));
    expect(old.has('data_riferimento_GdC') || old.has('numero_movimento') || old.has('pagina')).toBe(false);
    expect(leafOf(old, 'data_inizio_periodo_riferimento')).toBe('2026-02-01');
    expect(leafOf(old, 'numero_sospeso')).toBe('0064422');
    const recent = leavesOf(giornaleXml({ ...busyDay, version: '1.8' }));
    expect(leafOf(recent, 'data_riferimento_GdC')).toBe('2026-03-02');
    expect(leafOf(recent, 'importo_provvisorio')).toBe('123.45');
    expect(leafOf(recent, 'identificativo_flusso_BT')).toMatch(/^GDC-\d{8}[A-Za-z0-9]{10,50}#001#001$/);
  });

  it('keeps texts whole, whatever the prefix and the signature', () => {
    for (const prefix of [undefined, 'opi'] as const) {
      for (const signature of ['first', 'last', 'none'] as const) {
        const draft = { ...busyDay, signature, indent: false, ...(prefix === undefined ? {} : { prefix }) };
        const leaves = leavesOf(giornaleXml(draft));
        expect(leaves.get('causale')).toContain('Città & "altro" <pagoPA>');
        expect(leaves.has('SignatureValue')).toBe(signature !== 'none');
      }
    }
  });

  it('writes the totals that a test wants to be wrong', () => {
    expect(centsOf(leavesOf(giornaleXml({ ...busyDay, totals: 'zero' })).get('saldo_esercizio') ?? [])).toBe(
      0,
    );
    expect(leavesOf(giornaleXml({ ...busyDay, totals: 'none' })).has('totali_esercizio')).toBe(false);
    const wrong = leavesOf(giornaleXml({ ...busyDay, totals: { saldo_complessivo_finale: '1.00' } }));
    expect(leafOf(wrong, 'saldo_complessivo_finale')).toBe('1.00');
    expect(leafOf(wrong, 'totale_complessivo_uscite')).toBe('500.00');
  });

  it('continues from page to page', () => {
    const [first, second, ...more] = giornalePages({ ...busyDay, saldi: { '0000200': 5000 } }, 2).map(
      leavesOf,
    );
    expect(more).toEqual([]);
    expect(first?.get('saldo_finale_conto_evidenza')?.[0]).toBe(
      second?.get('saldo_precedente_conto_evidenza')?.[0],
    );
    expect(first?.get('saldo_complessivo_finale')).toEqual(second?.get('saldo_complessivo_finale'));
    expect([first?.get('pagina'), second?.get('pagina')]).toEqual([['1'], ['2']]);
  });

  it('weighs about as much as a real one', () => {
    const movimenti = Array.from({ length: 100 }, (_, index) => ({ numero: String(index + 1), cents: 100 }));
    const size = giornaleXml({ to: '2026-03-02', movimenti }).length / movimenti.length;
    expect(size).toBeGreaterThan(1000);
    expect(size).toBeLessThan(1600);
  });
});
