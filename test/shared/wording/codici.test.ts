import { describe, expect, it } from 'vitest';
import { matchesCodice } from '../../../src/shared/domain/codice.ts';
import { makeIuvAux0, makeIuvAux3, makeRf } from '../../../src/shared/domain/iuv.ts';
import { sayCodice } from '../../../src/shared/wording/codici.ts';

describe('what a codice covers', () => {
  it('is told of a segregation code as it is matched', () => {
    expect(sayCodice('07')).toBe(
      'IUV di 17 cifre che cominciano con 07 (avvisi 307…) o RF con 07 al 5º posto',
    );
    expect(matchesCodice('07', makeIuvAux3('07', '1234567890123'))).toBe(true);
    expect(matchesCodice('07', makeRf('07ABC'))).toBe(true);
    expect(matchesCodice('07', makeRf('08ABC'))).toBe(false);
  });

  it('is told of an application code as it is matched', () => {
    expect(sayCodice(' app:04 ')).toContain('avvisi 004…');
    expect(matchesCodice('app:04', makeIuvAux0('04', '1234567890123'))).toBe(true);
  });

  it('is told of the beginning of an IUV as it is compared', () => {
    expect(sayCodice('rf39')).toBe('IUV che cominciano con RF39');
    expect(matchesCodice('rf39', 'RF39ABC')).toBe(true);
  });
});
