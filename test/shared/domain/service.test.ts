import { describe, expect, it } from 'vitest';
import {
  compileServices,
  hintOf,
  tassonomiaKey,
  withHint,
  type ServiceHint,
  type ServiceHints,
} from '../../../src/shared/domain/service.ts';
import type { Servizio } from '../../../src/shared/domain/settings.ts';

const servizi: readonly Servizio[] = [
  { id: 'tari', nome: 'TARI', codici: ['01'], tassonomie: ['0101101'], parole: ['tari'] },
  { id: 'imu', nome: 'IMU', codici: [], tassonomie: ['9/0101101IM/', '0101101TS'] },
  {
    id: 'mensa',
    nome: 'Mensa',
    codici: [],
    tipiDovuto: ['mensa'],
    parole: ['refezione', 'mensa scolastica'],
  },
  { id: 'nido', nome: 'Nido', codici: [], tipiDovuto: ['Mensa', 'RETTA'], parole: ['Mensa'] },
];
const nothing: ServiceHints = {
  iuv: null,
  category: null,
  tipoDovuto: null,
  positionCategory: null,
  descriptions: [],
};

describe('the service of a payment', () => {
  it.each<[string, Partial<ServiceHints>, string | null]>([
    [
      'the codice of the IUV wins over everything',
      { iuv: '0101', category: '0101101IM', tipoDovuto: 'MENSA' },
      'tari code',
    ],
    ['else the tassonomia', { iuv: '05', category: '9/0101101IM/', tipoDovuto: 'MENSA' }, 'imu category'],
    ['however it is written', { category: ' 0101101im ' }, 'imu category'],
    ['with more behind it', { category: '9/0101101TS/2026' }, 'imu category'],
    ['the longest beginning, else a shorter one', { category: '9/0101101ZZ/' }, 'tari category'],
    [
      'a tassonomia that says nothing is passed over',
      { category: '9/000', tipoDovuto: 'retta' },
      'nido position',
    ],
    ['else the kind of debt, of equal ones the first', { tipoDovuto: ' Mensa ' }, 'mensa position'],
    ['else the tassonomia of the position', { positionCategory: '9/0101101IM/' }, 'imu position'],
    ['else words', { descriptions: [null, 'Refezione, marzo'] }, 'mensa words'],
    ['the longer words win', { descriptions: ['MENSA  SCOLÀSTICA 3/2026'] }, 'mensa words'],
    ['over the shorter ones', { descriptions: ['mensa del nido'] }, 'nido words'],
    ['whole words only', { descriptions: ['mensario', 'immensa'] }, null],
    ['nothing known, no service', { category: '0202202XX', tipoDovuto: 'ALTRO' }, null],
  ])('%s', (_rule, hints, expected) => {
    const find = compileServices(servizi, (iuv) => (iuv.startsWith('01') ? 'tari' : null));
    const found = find({ ...nothing, ...hints });
    expect(found === null ? null : `${found.service} ${found.source}`).toBe(expected);
  });

  it('is told by no empty text', () => {
    const empty: Servizio = {
      id: 'x',
      nome: 'X',
      codici: [],
      tassonomie: ['9/'],
      tipiDovuto: [' '],
      parole: ['-'],
    };
    const told = compileServices(
      [empty],
      () => null,
    )({
      ...nothing,
      category: '9/',
      tipoDovuto: ' ',
      descriptions: ['-'],
    });
    expect(told).toBeNull();
  });
});

describe('the tassonomia', () => {
  it.each([
    ['9/0101101IM/', '0101101IM'],
    ['0101101IM', '0101101IM'],
    ['0/9/12/', '9/12'],
    ['9/000', ''],
    ['0101/9/12', '0101/9/12'],
    ['0101101IM///', '0101101IM'],
    ['', ''],
  ])('%s is compared as %s', (written, key) => {
    expect(tassonomiaKey(written)).toBe(key);
  });
});

describe('payments without a service', () => {
  it.each<[Partial<ServiceHints>, ServiceHint]>([
    [
      { category: '9/0101101IM/', tipoDovuto: 'MENSA', iuv: '01234567890123456' },
      { kind: 'tassonomia', value: '0101101IM' },
    ],
    [
      { category: '9/000', tipoDovuto: ' MENSA ', positionCategory: 'X' },
      { kind: 'tipo-dovuto', value: 'MENSA' },
    ],
    [{ positionCategory: '9/0101101IM/' }, { kind: 'tassonomia', value: '0101101IM' }],
    [
      { iuv: '01234567890123456', descriptions: ['Mensa'] },
      { kind: 'codice', value: '0123' },
    ],
    [{ iuv: '012345678901234' }, { kind: 'codice', value: '0123' }],
    [
      { iuv: 'RF18539007547034', descriptions: [null, 'Mensa scolastica di Anna'] },
      { kind: 'parole', value: 'MENSA SCOLASTICA' },
    ],
    [{ descriptions: ['/RFB/RF18539007547034/45.50/TXT/Tari 2026'] }, { kind: 'parole', value: 'TARI 2026' }],
    [{ iuv: 'RF18539007547034' }, { kind: 'nothing', value: '' }],
    [{ iuv: '0123456789012345' }, { kind: 'nothing', value: '' }],
    [{ iuv: '012345678901234567' }, { kind: 'nothing', value: '' }],
    [{ iuv: 'X01234567890123456' }, { kind: 'nothing', value: '' }],
    [{ descriptions: ['Prima voce', 'Seconda voce'] }, { kind: 'parole', value: 'PRIMA VOCE' }],
    [{ descriptions: ['RFS/1/2/TXT/Nido/TXT/Bis'] }, { kind: 'parole', value: 'NIDO TXT' }],
    [{ descriptions: ['Saldo /RFB/1/TXT/Nido'] }, { kind: 'parole', value: 'SALDO RFB' }],
  ])('are told together by their best hint (%#)', (hints, hint) => {
    expect(hintOf({ ...nothing, ...hints })).toEqual(hint);
  });

  it('have the service that was said once, by whatever hint they had', () => {
    const bare: readonly Servizio[] = [{ id: 'a', nome: 'A', codici: [] }];
    const told = (hint: ServiceHint): Servizio | undefined => withHint(bare, 'a', hint)[0];
    expect(told({ kind: 'tassonomia', value: 'T' })).toEqual({ ...bare[0], tassonomie: ['T'] });
    expect(told({ kind: 'tipo-dovuto', value: 'T' })).toEqual({ ...bare[0], tipiDovuto: ['T'] });
    expect(told({ kind: 'codice', value: '0123' })).toEqual({ ...bare[0], codici: ['0123'] });
    expect(told({ kind: 'parole', value: 'T' })).toEqual({ ...bare[0], parole: ['T'] });
    expect(told({ kind: 'nothing', value: '' })).toEqual(bare[0]);
    const other: Servizio = { id: 'b', nome: 'B', codici: [] };
    expect(withHint([other], 'a', { kind: 'parole', value: 'T' })).toEqual([other]);
    const once = withHint(bare, 'a', { kind: 'parole', value: 'T' });
    expect(withHint(once, 'a', { kind: 'parole', value: 'T' })).toEqual(once);
  });
});
