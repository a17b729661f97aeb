import { describe, expect, it } from 'vitest';
import { inventedEnte, inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import {
  aFlusso,
  aGiornale,
  anIuf,
  anOffice,
  aPayment,
  aRicevuta,
  aSospeso,
  causaleOf,
  only,
  verdicts,
} from './papers.ts';

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const moneyOf = (cents: number) => aGiornale([aSospeso('1', cents, causaleOf(iuf))]);
const us = inventedEnte.codiceFiscale;
const provincia = inventedProvincia.codiceFiscale;
const shared = [
  { index: 1, cents: 1_000, enteCodiceFiscale: provincia },
  { index: 2, cents: 2_000, enteCodiceFiscale: us },
];

describe('a receipt that pays more than one', () => {
  it('64 counts for our share alone: 20 of 30 euro', async () => {
    const office = await anOffice();
    await office.drop({
      'rt.xml': aRicevuta(payment, { transfers: shared }),
      'fdr.xml': aFlusso(iuf, [{ ...payment, cents: 2_000, index: 2 }]),
      'gdc.xml': moneyOf(2_000),
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await office.payments()).toMatchObject([{ index: 2, cents: 2_000, reasons: ['several-enti'] }]);
  });

  it.each(['05', '77'])('62 is ours also under the foreign segregation code %s', async (segregation) => {
    const office = await anOffice();
    const foreign = aPayment(1, 2_000, segregation);
    await office.drop({
      'rt.xml': aRicevuta(foreign, { enteCodiceFiscale: provincia, transfers: shared }),
      'fdr.xml': aFlusso(iuf, [{ ...foreign, index: 2 }]),
      'gdc.xml': moneyOf(2_000),
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(only(await office.payments()).reasons).not.toContain('unknown-code');
  });

  it('63 in two transfers to us is two payments, told apart by their index', async () => {
    const office = await anOffice();
    const transfers = [
      { index: 1, cents: 2_000, enteCodiceFiscale: us },
      { index: 2, cents: 500, enteCodiceFiscale: provincia },
      { index: 3, cents: 3_000, enteCodiceFiscale: us },
    ];
    await office.drop({
      'rt.xml': aRicevuta(payment, { transfers }),
      'fdr.xml': aFlusso(iuf, [
        { ...payment, cents: 2_000, index: 3 },
        { ...payment, cents: 3_000, index: 1 },
      ]),
      'gdc.xml': moneyOf(5_000),
    });
    expect(await verdicts(office)).toEqual([
      'reported-amount-differs yes/warning/yes',
      'reported-amount-differs yes/warning/yes',
    ]);
    expect((await office.payments()).map(({ index, cents }) => [index, cents])).toEqual([
      [1, 2_000],
      [3, 3_000],
    ]);
  });

  it.each(['rt', 'paSendRTV2'] as const)(
    '65 and a marca da bollo (%s) is complete without it',
    async (shape) => {
      const office = await anOffice();
      const transfers = [{ cents: 52 }, { cents: 1_600, bollo: true }];
      await office.drop({
        'rt.xml': aRicevuta(payment, { shape, transfers }),
        'fdr.xml': aFlusso(iuf, [{ ...payment, cents: 52 }]),
        'gdc.xml': moneyOf(52),
      });
      expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
      expect(await office.payments()).toMatchObject([{ cents: 52, reasons: ['bollo-excluded'] }]);
    },
  );
});
