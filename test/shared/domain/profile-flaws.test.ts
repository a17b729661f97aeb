import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  missingFields,
  plainMark,
  profileFlaws,
  type Profile,
  type ProfileFlaw,
} from '../../../src/shared/domain/profile.ts';

const profile: Profile = {
  name: 'Banca Inventata',
  what: 'tesoreria',
  fingerprint: { by: 'headers', headers: ['Data', 'Importo', 'Causale', 'Segno', 'Altro'] },
  columns: { day: [0], amount: [1], causale: [2, 4] },
  decimals: 'comma',
  days: 'dmy',
  credits: [],
  debits: [],
  conto: '',
};
const signed = { ...profile.columns, causale: [2], segno: [3] };
const split = { day: [0], avere: [1], causale: [2] };

describe('a profile', () => {
  it.each<[string, Partial<Profile>, ProfileFlaw[]]>([
    ['can be used as it is', {}, []],
    ['needs a name', { name: '  ' }, [{ code: 'no-name' }]],
    [
      'needs a day, an amount and a causale',
      { columns: {} },
      [
        { code: 'field-missing', fields: ['day'] },
        { code: 'field-missing', fields: ['amount', 'avere'] },
        { code: 'field-missing', fields: ['causale'] },
      ],
    ],
    ['may tell money that came in alone', { columns: split }, []],
    ['may tell money that went out beside it', { columns: { ...split, dare: [3] } }, []],
    [
      'tells an amount once: not beside what came in',
      { columns: { ...split, amount: [3] } },
      [{ code: 'amount-told-twice' }],
    ],
    [
      'nor beside what went out',
      { columns: { ...profile.columns, causale: [2], dare: [3] } },
      [{ code: 'amount-told-twice' }],
    ],
    [
      'has the fields of its own list alone',
      { columns: { ...profile.columns, causale: [2], iuv: [4] } },
      [{ code: 'field-of-another-list', field: 'iuv' }],
    ],
    [
      'has columns that are there',
      { columns: { ...profile.columns, causale: [5] } },
      [{ code: 'no-such-column', field: 'causale', column: 5 }],
    ],
    [
      'without headers has as many as there are kinds',
      { fingerprint: { by: 'kinds', kinds: ['day', 'amount', 'text'] } },
      [{ code: 'no-such-column', field: 'causale', column: 4 }],
    ],
    [
      'has one column for each field but the causale',
      { columns: { ...profile.columns, causale: [2], day: [0, 3] } },
      [{ code: 'several-columns', field: 'day' }],
    ],
    [
      'has no column for two of them',
      { columns: { ...profile.columns, causale: [1, 2] } },
      [{ code: 'column-used-twice', column: 1 }],
    ],
    ['with a sign tells which came in', { columns: signed }, [{ code: 'sign-not-told' }]],
    ['with a sign may tell which came in alone', { columns: signed, credits: ['C'] }, []],
    ['with a sign may tell both', { columns: signed, credits: ['A', '+'], debits: ['D'] }, []],
    [
      'with a sign tells each mark once, however it is written',
      { columns: signed, credits: ['c'], debits: [' C '] },
      [{ code: 'sign-not-told' }],
    ],
    [
      'with a sign has one amount',
      { columns: { ...split, segno: [3] }, credits: ['C'] },
      [{ code: 'sign-not-told' }],
    ],
  ])('%s', (_rule, over, flaws) => {
    expect(profileFlaws({ ...profile, ...over })).toEqual(flaws);
  });

  it.each([
    ['ricevute', { amount: [1] }, [['iuv', 'notice']]],
    ['ricevute', { notice: [0], amount: [1] }, []],
    ['posizioni', { amount: [1] }, [['iuv', 'notice', 'iud']]],
    ['posizioni', { iud: [1] }, [['amount']]],
    ['posizioni', { iud: [], amount: [1] }, [['iuv', 'notice', 'iud']]],
  ] as const)('of %s with %j still needs %j', (what, columns, missing) => {
    expect(missingFields(what, columns)).toEqual(missing);
  });

  it('has no column for what it does not tell', () => {
    expect([columnsOf({ day: [3] }, 'day'), columnsOf({}, 'day')]).toEqual([[3], []]);
  });

  it('compares marks as they are meant', () => {
    expect([' c ', '\u2212', '-'].map(plainMark)).toEqual(['C', '-', '-']);
  });
});
