import { expect, it } from 'vitest';
import { addressColumns } from '../../../../src/shared/domain/message/unreached.ts';

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
