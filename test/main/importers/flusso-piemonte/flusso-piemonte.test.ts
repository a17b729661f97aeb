import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flussoXml } from '../../../../src/main/demo/write-flusso.ts';
import { tell, tellAll } from '../reading.ts';
import { base64, lines, soap } from '../wrap.ts';

const sample = readFileSync(new URL('ext.xml', import.meta.url), 'utf8');
const type = 'trasmettiFlussoRendicontazioneExtRequestType';
const original = flussoXml({
  iuf: '2018-05-11BFINITM1-0000000000000042',
  createdAt: '2018-05-11T20:00:00',
  righe: [{ iuv: '180090000000120', iur: '1867000000001', cents: 20_688, index: 1 }],
});
const withOriginal = (text: string) => sample.replace('FLUSSOBASE64', text);

describe('an enriched flusso without its original', () => {
  it('is read from its three lists, whatever else they tell', () => {
    const told = tell(sample);
    expect(told).toMatchObject({ problem: null, warnings: [], refusedRows: [] });
    expect(told.flussi).toEqual([
      {
        iuf: '2018-05-11BFINITM1-0000000000000042',
        revision: 1,
        createdAt: '2018-05-11',
        regolamento: '1805110999900000000160000000IT00001',
        date: '2018-05-11',
        pspCode: '88888888885',
        pspName: 'Banca Finta',
        enteCodiceFiscale: '00000000018',
        enteDenominazione: 'Comune di Valfinta',
        declaredCount: 3,
        declaredCents: 20_688,
      },
    ]);
    const row = { date: '2018-05-10', esito: 0 };
    expect(told.righe).toEqual([
      { ...row, iuv: told.righe[0]?.iuv, iur: '1867000000001', index: 1, cents: 13_030 },
      { ...row, iuv: told.righe[1]?.iuv, iur: '1867000000002', index: 2, cents: 3_844 },
      { ...row, iuv: told.righe[2]?.iuv, iur: '1867000000003', index: 27, cents: 3_814, esito: 9 },
    ]);
    expect(told.righe.map(({ iuv }) => iuv)).toEqual(
      [...sample.matchAll(/<IUV>(\d+)/g)].map(([, iuv]) => iuv),
    );
    expect(told.canonical).not.toMatch(/Finta"?,"?Prova|FNTPRV|T002|PRD0/);
  });

  it.each([
    ['in a SOAP envelope', soap(sample.slice(sample.indexOf('<ns2:')))],
    [
      'under the name of the element',
      sample.replaceAll(`ns2:${type}`, 'TrasmettiFlussoRendicontazioneExtRequest'),
    ],
    [
      'with a prefix everywhere',
      sample.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ns3:').replace('xmlns=', 'xmlns:ns3='),
    ],
    [
      'without the element of the original',
      sample.replace(/<FlussoRiversamento>[^]*?<\/FlussoRiversamento>/, ''),
    ],
    ['with an empty original', withOriginal('')],
  ])('%s is the same', (_, content) => {
    expect(tell(content).problem).toBeNull();
    expect(tell(content).canonical).toBe(tell(sample).canonical);
  });

  it('loses a row that cannot be read, and is nothing without its head', () => {
    expect(tell(sample.replace('Pagato>38.44<', 'Pagato>38,44<')).refusedRows).toEqual([
      { row: 2, code: 'invalid-amount', field: 'SingoloImportoPagato', value: '38,44' },
    ]);
    expect(
      tell(sample.replaceAll(/<SingoloImportoPagato>[^<]*/g, '<SingoloImportoPagato>x')).problem,
    ).toEqual({
      code: 'no-usable-rows',
      refused: 3,
    });
    expect(tell(sample.replace(/<Testata>[^]*<\/Testata>/, '')).problem).toEqual({
      code: 'missing-field',
      field: 'IdentificativoFlusso',
    });
    expect(tell(sample.replace(/<Testata>[^]*<\/PagamentiSconosciuti>/, '')).problem).toEqual({
      code: 'missing-field',
      field: 'Testata',
    });
    expect(tell(sample.replace('2018-05-11Z', '11/05/2018')).problem).toEqual({
      code: 'invalid-field',
      field: 'DataRegolamento',
      value: '11/05/2018',
    });
  });
});

describe('an enriched flusso with its original', () => {
  it.each([
    ['in base64', base64(original)],
    ['in base64 on lines', `\n${lines(original)}\n`],
  ])('%s is the original, and its lists say nothing', (_, text) => {
    const told = tellAll(withOriginal(text), 'ext.xml');
    expect(told.map(({ name, problem }) => [name, problem])).toEqual([['ext.xml', null]]);
    expect(told[0]?.canonical).toBe(tell(original).canonical);
  });

  it('that is damaged is told, not replaced', () => {
    const cut = base64(original.slice(0, -30));
    expect(tell(withOriginal(cut)).problem).toEqual({ code: 'incomplete-file' });
  });
});
