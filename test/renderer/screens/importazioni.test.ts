import { describe, expect, it } from 'vitest';
import { provvisorioFilter } from '../../../src/shared/contract/schemas/provvisori.ts';
import type { OpiReport } from '../../../src/shared/domain/opi-report.ts';
import { addressOfLine } from '../../../src/renderer/screens/importazioni/report-links.ts';
import {
  centsOf,
  countOf,
  reportParts,
  sayKinds,
  sayMovements,
  sayReport,
} from '../../../src/renderer/screens/importazioni/report-words.ts';
import { remarkOf } from '../../../src/renderer/screens/importazioni/remarks-of.ts';
import { routeOf } from '../../../src/renderer/state/route.ts';

const report: OpiReport = {
  movements: 40,
  new: 25,
  alreadyKnown: 12,
  reversals: 1,
  flussi: { imported: 14, reconciled: 10, partial: 1, notReported: 2, otherPartner: 0, inError: 1, mixed: 0 },
  notPagoPa: { count: 9, suspect: 2 },
  cents: {
    total: 1_500_000,
    reconciled: 1_000_000,
    partial: 100_000,
    notReported: 50_000,
    otherPartner: 0,
    inError: 25_000,
    notPagoPa: 325_000,
  },
};

describe('the report of a giornale', () => {
  it('is said in one line, with what there is none of left out', () => {
    expect(sayReport(report).replaceAll('\u00a0', ' ')).toBe(
      '14 flussi per 11.750,00 € · 10 riconciliati, 1 parziale, 2 riconciliati ma non rendicontati, 1 in errore · 9 non transitati per pagoPA',
    );
    expect(sayMovements(report)).toBe('40 movimenti letti: 25 incassi nuovi, 12 già noti, 1 storno.');
  });

  it('loses no cent between its parts and its whole', () => {
    expect(reportParts.reduce((sum, line) => sum + centsOf(report, line), 0)).toBe(report.cents.total);
    expect(countOf(report, 'flussi')).toBe(14);
    expect(countOf(report, 'notPagoPa')).toBe(9);
  });

  it.each(['flussi', ...reportParts] as const)('has a link from «%s» that the screen understands', (line) => {
    const { screen, ask } = routeOf(addressOfLine('own', 7, line));
    const filter = provvisorioFilter.parse(ask['filter']);
    expect(screen).toBe('provvisori');
    expect(filter).toMatchObject({ document: 7, universe: true });
    expect(filter.buckets).toHaveLength(line === 'flussi' ? 5 : 1);
  });

  it('names what came by kind, one or many', () => {
    expect(
      sayKinds([
        { kind: 'giornale-opi', count: 1 },
        { kind: 'ricevuta', count: 312 },
      ]),
    ).toBe('1 giornale di cassa, 312 ricevute');
  });
});

describe('what there is to say of a document', () => {
  const plain = { name: 'flusso.xml', kind: 'flusso', problem: null, warnings: [] } as const;

  it('is nothing when it went in as it is', () => {
    expect(remarkOf(plain, 0, 1)).toBeNull();
  });

  it('offers the lines that were left out, to be sent back', () => {
    const remark = remarkOf(plain, 3, 12);
    expect(remark).toMatchObject({ bad: false, refusedRowsOf: 12 });
    expect(remark?.sentences.join(' ')).toContain('3 righe');
  });

  it('says of a document out of a signature that nobody verified it', () => {
    expect(remarkOf({ ...plain, warnings: [{ code: 'signature-removed' }] }, 0, 1)?.sentences).toEqual([
      'Firma rimossa, non verificata: la firma del file non è stata controllata.',
    ]);
  });

  it('says of a refused document why, and that nothing changed', () => {
    const remark = remarkOf({ ...plain, problem: { code: 'empty-file' } }, 0, null);
    expect(remark).toMatchObject({ bad: true, refusedRowsOf: null });
    expect(remark?.sentences[0]).toContain('Nel registro non è cambiato nulla.');
  });
});
