import { describe, expect, it } from 'vitest';
import { baseChips, sayAmounts, sayPeriod } from '../../../src/renderer/components/chips.ts';
import { readAsk } from '../../../src/renderer/components/list-ask.ts';
import { flussoChips, flussoReading } from '../../../src/renderer/screens/flussi/reading.ts';
import { paymentChips } from '../../../src/renderer/screens/pagamenti/chips.ts';
import { paymentReading } from '../../../src/renderer/screens/pagamenti/reading.ts';
import { provvisorioChips, provvisorioReading } from '../../../src/renderer/screens/provvisori/reading.ts';

describe('a filter in words', () => {
  it('says a period by the ends that it has', () => {
    expect(sayPeriod('2026-03-01', '2026-03-31')).toBe('dal 01/03/2026 al 31/03/2026');
    expect(sayPeriod('2026-03-01', null)).toBe('dal 01/03/2026');
    expect(sayPeriod(null, '2026-03-31')).toBe('fino al 31/03/2026');
    expect(sayPeriod('2026-03-01', '2026-03-01')).toBe('il 01/03/2026');
  });

  it('says amounts by the ends that they have', () => {
    expect(sayAmounts(100, 200_000)).toBe('da 1,00\u00a0€ a 2.000,00\u00a0€');
    expect(sayAmounts(0, null)).toBe('da 0,00\u00a0€ in su');
    expect(sayAmounts(null, 5_000)).toBe('fino a 50,00\u00a0€');
    expect(sayAmounts(6_600, 6_600)).toBe('66,00\u00a0€');
  });

  it('says nothing of the search and of «Da guardare», which are seen elsewhere', () => {
    const { filter } = readAsk({ filter: { search: 'rossi', attention: true } }, flussoReading);
    expect(baseChips(filter, null)).toEqual([]);
  });

  it('names the document, or its number until the name is known', () => {
    const { filter } = readAsk({ filter: { document: 7 } }, flussoReading);
    expect(baseChips(filter, null).map(({ text }) => text)).toEqual(['documento: n. 7']);
    expect(baseChips(filter, 'giornale.xml').map(({ text }) => text)).toEqual(['documento: giornale.xml']);
  });

  it('has one chip for each thing that is asked of the payments, and each takes away only itself', () => {
    const { filter } = readAsk(
      {
        filter: {
          statuses: ['revoked', 'not-reported'],
          services: ['TARI', ''],
          iuf: '2026-03-02ABC-1',
          provvisorio: { esercizio: 2026, numero: '12', conto: '' },
        },
      },
      paymentReading,
    );
    const chips = paymentChips(filter, (id) => (id === '' ? 'senza servizio' : `Servizio ${id}`), null);
    expect(chips.map(({ text }) => text)).toEqual([
      'stato: revocato',
      'stato: non rendicontato',
      'servizio: Servizio TARI',
      'servizio: senza servizio',
      'flusso: 2026-03-02ABC-1',
      'provvisorio: 12/2026',
    ]);
    expect(chips[0]?.without).toEqual({ statuses: ['not-reported'] });
    expect(chips[4]?.without).toEqual({ iuf: null });
  });

  it('says which provvisori a giornale was the first to tell', () => {
    const { filter } = readAsk(
      { filter: { document: 3, universe: true, buckets: ['inError'], states: ['open'] } },
      provvisorioReading,
    );
    expect(provvisorioChips(filter, 'marzo.xml').map(({ text }) => text)).toEqual([
      'dove sta: in errore',
      'stato: da regolarizzare',
      'documento: marzo.xml',
      'arrivati per la prima volta con questo giornale',
    ]);
  });

  it('names where flussi stand as their list does', () => {
    const { filter } = readAsk({ filter: { buckets: ['missing'] } }, flussoReading);
    expect(flussoChips(filter, null).map(({ text }) => text)).toEqual(['dove sta: accredito mancante']);
  });
});
