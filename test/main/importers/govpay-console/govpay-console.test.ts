import { describe, expect, it } from 'vitest';
import { csv, linesOf } from '../columns.ts';
import { tell } from '../reading.ts';

const [header = '', first = '', second = ''] = linesOf('govpay-console/sample.csv');

describe('a flusso written out by the console of GovPay', () => {
  it('counts a refused row among those that it should have: it must not look complete', () => {
    const told = tell(csv(header, first, second.replace('50,50', '50,5x')));
    expect(told.refusedRows).toHaveLength(1);
    expect(told.flussi).toMatchObject([{ declaredCount: 2, declaredCents: 10_000 }]);
  });

  it('is refused when its IUF does not begin with a day', () => {
    const told = tell(
      csv(header, ...[first, second].map((line) => line.replace('2026-03-11', '2026-99-11'))),
    );
    expect(told.problem).toEqual({ code: 'no-usable-rows', refused: 2 });
    expect(told.refusedRows[0]).toMatchObject({ code: 'invalid-value', field: 'IDFLUSSO' });
  });

  it.each([
    ['0', 0],
    ['REVOCATO', 3],
    ['STAND_IN', 4],
    ['STAND_IN_SENZA_RPT', 8],
    ['eseguito_senza_rpt', 9],
  ])('tells the outcome %s', (esito, code) => {
    expect(tell(csv(header, first.replace('ESEGUITO', esito))).righe[0]?.esito).toBe(code);
  });

  it('does not guess an outcome that it does not know', () => {
    expect(tell(csv(header, first.replace('ESEGUITO', 'BOH'), second)).refusedRows).toEqual([
      { row: 2, code: 'invalid-value', field: 'ESITO', value: 'BOH' },
    ]);
  });
});
