import { describe, expect, it } from 'vitest';
import {
  askOf,
  nameOfPayment,
  nameOfProvvisorio,
  paymentNamed,
  provvisorioNamed,
  readAsk,
} from '../../../src/renderer/components/list-ask.ts';
import { flussoReading } from '../../../src/renderer/screens/flussi/reading.ts';
import { paymentReading } from '../../../src/renderer/screens/pagamenti/reading.ts';
import { provvisorioReading } from '../../../src/renderer/screens/provvisori/reading.ts';

const nothingAsked = {
  search: null,
  from: null,
  to: null,
  centsFrom: null,
  centsTo: null,
  document: null,
  attention: false,
};

describe('the address of a list', () => {
  it('without a question shows everything in the usual order', () => {
    expect(readAsk({}, paymentReading)).toEqual({
      filter: {
        ...nothingAsked,
        statuses: [],
        services: [],
        partners: [],
        has: [],
        lacks: [],
        conti: [],
        iuf: null,
        provvisorio: null,
      },
      sort: { by: 'paidOn', descending: true },
      open: null,
      search: false,
    });
    expect(readAsk({}, flussoReading).sort).toEqual({ by: 'attention', descending: false });
    expect(readAsk({}, provvisorioReading).filter).toEqual({
      ...nothingAsked,
      buckets: [],
      states: [],
      iuf: null,
      conflict: false,
      universe: false,
    });
  });

  it('is read as it is written', () => {
    const ask = {
      filter: {
        search: 'rossi',
        from: '2026-03-01',
        centsTo: 6_600,
        attention: true,
        statuses: ['revoked', 'complete'],
        services: ['', 'TARI'],
        provvisorio: { esercizio: 2026, numero: '12', conto: 'A/1' },
      },
      sort: { by: 'cents', descending: true },
      open: 'x',
      cerca: true,
    };
    const read = readAsk(ask, paymentReading);
    expect(read.filter).toMatchObject({ ...ask.filter, statuses: ['revoked', 'complete'] });
    expect(read).toMatchObject({ sort: ask.sort, open: 'x', search: true });
  });

  it.each([
    ['another shape', { filter: 'rossi', sort: 'cents', open: 12 }],
    ['unknown keys', { filter: { drop: 'table' }, sort: { by: 'nessuno' }, open: '' }],
    [
      'values that are none',
      { filter: { from: '2026-02-30', to: 20_260_101, centsFrom: 1.5, centsTo: '6' } },
    ],
    [
      'lists of the wrong things',
      { filter: { statuses: ['perduto', 7], services: [null, {}], partners: 'x' } },
    ],
    ['a document that cannot be', { filter: { document: -1, iuf: 'x'.repeat(300), attention: 'yes' } }],
    ['half a provvisorio', { filter: { provvisorio: { esercizio: 2026, numero: '12' } } }],
  ])('with %s is as if that were not there', (_, ask) => {
    expect(readAsk(ask, paymentReading)).toEqual(readAsk({}, paymentReading));
  });

  it('says nothing of what is as usual, and comes back as it was', () => {
    expect(askOf(readAsk({}, paymentReading), paymentReading.usualSort)).toEqual({});
    const ask = {
      filter: { search: 'tari', services: [''], centsFrom: 0 },
      sort: { by: 'debtor', descending: false },
      open: '01/1/iur',
    };
    expect(askOf(readAsk(ask, paymentReading), paymentReading.usualSort)).toEqual(ask);
  });
});

describe('the name of a row in an address', () => {
  it('comes back as the key of a payment, whatever its IUR holds', () => {
    const key = { iuv: '01000000000000141', iur: 'a/b c//1', index: 2 };
    expect(paymentNamed(nameOfPayment(key))).toEqual(key);
    expect(paymentNamed(nameOfPayment({ ...key, iur: '' }))).toEqual({ ...key, iur: '' });
  });

  it('comes back as the key of a provvisorio, whatever its conto holds', () => {
    const key = { esercizio: 2026, numero: '12', conto: 'IT60 X/05' };
    expect(provvisorioNamed(nameOfProvvisorio(key))).toEqual(key);
    expect(provvisorioNamed(nameOfProvvisorio({ ...key, conto: '' }))).toEqual({ ...key, conto: '' });
  });

  it('is nobody’s when a person spoilt it', () => {
    for (const name of ['', 'x', '01', '01/uno/iur', '/1/iur']) expect(paymentNamed(name)).toBeNull();
    for (const name of ['', '2026', '2026/12', 'anno/12/c', '2026//c'])
      expect(provvisorioNamed(name)).toBeNull();
  });
});
