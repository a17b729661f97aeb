import { expect, it } from 'vitest';
import type { RowFlaw } from '../../../../src/shared/domain/message/list-problem.ts';
import { addressColumns, isUnreached } from '../../../../src/shared/domain/message/unreached.ts';

it('the columns of an address are those where a letter goes, in their order', () => {
  const headers = [
    'Codice fiscale',
    'Località',
    'Indirizzo di residenza',
    'N. civico',
    'C.A.P.',
    'CAP',
    'Comune',
    'PROV.',
    'Comune di nascita',
    'Indirizzo immobile',
    'Indirizzo e-mail',
    'Stato civile',
    'Stato pagamento',
    'Capienza',
    'Importo',
  ];
  expect(addressColumns(headers)).toEqual([
    'Località',
    'Indirizzo di residenza',
    'N. civico',
    'C.A.P.',
    'CAP',
    'Comune',
    'PROV.',
  ]);
});

it.each<[RowFlaw, boolean]>([
  [{ code: 'cf-numeric', value: '01234567897' }, true],
  [{ code: 'cf-anonymous', value: 'ANONIMO' }, true],
  [{ code: 'company', value: 'ESEMPIO SRL' }, true],
  [{ code: 'cf-missing' }, false],
  [{ code: 'cf-length', value: 'RSSMRA', length: 6 }, false],
])('who has %j has to be told on paper: %s', (flaw, is) => {
  expect(isUnreached(flaw)).toBe(is);
});
