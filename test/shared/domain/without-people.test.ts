import { describe, expect, it } from 'vitest';
import { maskFileName, mayNamePerson, withoutPeople } from '../../../src/shared/domain/without-people.ts';

const mario = 'RSSMRA80A01H501U';
const hiddenMario = 'RSS•••••••••••1U';
const dots = '•'.repeat(12);

describe('an answer in which nobody can be recognised', () => {
  it.each<[unknown, unknown]>([
    [{ codiceFiscale: mario }, { codiceFiscale: hiddenMario }],
    [{ fiscalCode: mario }, { fiscalCode: hiddenMario }],
    [{ debtorCf: mario }, { debtorCf: hiddenMario }],
    [{ codiceFiscale: null }, { codiceFiscale: null }],
    [{ codiceFiscale: [mario, null, [mario]] }, { codiceFiscale: [hiddenMario, null, [hiddenMario]] }],
    // A name is a person's beside a codice fiscale, a file's beside a kind.
    [
      { codiceFiscale: mario, name: 'Rossi Mario' },
      { codiceFiscale: hiddenMario, name: 'R••• M•••' },
    ],
    [{ name: 'Comune di Colle Verde' }, { name: 'Comune di Colle Verde' }],
    [
      { kind: 'opi', name: `ricevuta ${mario}.xml` },
      { kind: 'opi', name: `ricevuta ${hiddenMario}.xml` },
    ],
    [
      { field: 'cf', value: mario },
      { field: 'cf', value: dots },
    ],
    [
      { label: 'cf', value: mario },
      { label: 'cf', value: mario },
    ],
    ...[
      'causale',
      'causali',
      'description',
      'transferDescription',
      'payer',
      'bankTexts',
      'endToEnd',
      'reference',
      'subject',
      'markdown',
      'shown',
      'emailCopy',
    ].map((key): [unknown, unknown] => [{ [key]: 'di Mario' }, { [key]: dots }]),
    [{ causali: ['di Mario', '', null] }, { causali: [dots, '', null] }],
    [{ reference: { codiceFiscale: mario } }, { reference: { codiceFiscale: hiddenMario } }],
    [[{ rows: [{ fiscalCode: mario, iuv: '01' }] }], [{ rows: [{ fiscalCode: hiddenMario, iuv: '01' }] }]],
    [
      { iuv: '01000000000012345', cents: 5 },
      { iuv: '01000000000012345', cents: 5 },
    ],
    ['Mario', 'Mario'],
    [7, 7],
    [null, null],
  ])('%j is told as %j', (told, hidden) => {
    expect(withoutPeople(told)).toEqual(hidden);
  });

  it.each([
    ['ricevuta 01000000000012345.xml', 'ricevuta 0100•••••••••••••.xml'],
    ['RF18539007547034.xml', 'RF18••••••••••••.xml'],
    ['elenco di marzo.csv', 'elenco di marzo.csv'],
    ['12345678901234.xml', '12345678901234.xml'],
    [`${mario}.pdf`, `${hiddenMario}.pdf`],
  ])('the file %s is told as %s', (name, told) => {
    expect(maskFileName(name)).toBe(told);
  });

  it.each([
    ['Rossi', true],
    [" d'Àngelo-Élodie ", true],
    ['Rossi M.', true],
    ['ab', true],
    ['a', false],
    ['a b', false],
    ['Rossi 1', false],
    ['RSSMRA80', true],
    ['rssmra8', true],
    ['RSSMRA', true],
    ['XRSSMRA8', false],
    ['01000000000012345', false],
    ['', false],
  ])('%j may be somebody: %s', (text, may) => {
    expect(mayNamePerson(text)).toBe(may);
  });
});
