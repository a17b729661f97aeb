import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prefixed } from '../opi.ts';
import { tell } from '../reading.ts';

const sample = readFileSync(new URL('fdr-2025.xml', import.meta.url), 'utf8');
const plain = tell(sample);
const [head = '', ...righe] = sample.replace('</FlussoRiversamento>', '').split(/(?=<datiSingoliPagamenti>)/);
const flusso = (...parts: readonly string[]) => `${head}${parts.join('')}</FlussoRiversamento>`;
const [first = ''] = righe;

const one = (from: string, to: string) => tell(flusso(first.replace(from, to)));

describe('samples, with what is expected of them', () => {
  it.each(['fdr-pay_i', 'fdr-2025'])('%s', (name) => {
    const told = tell(readFileSync(new URL(`${name}.xml`, import.meta.url)));
    expect(told.problem).toBeNull();
    const { readings, warnings, refusedRows } = told;
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
    expect({ readings, warnings, refusedRows }).toEqual(expected);
  });
});

describe('wrappings that change nothing', () => {
  const bare = sample.replace(/ xmlns="[^"]*"/, '');
  const digitpa = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';
  it.each([
    ['41 a comment before the declaration', `<!-- licenza -->\n${sample}`],
    ['42 no namespace', bare],
    ['42 the prefix pay_i', prefixed(bare.slice(bare.indexOf('?>') + 2), 'pay_i', digitpa)],
    ['42 the prefix ns2', prefixed(bare.slice(bare.indexOf('?>') + 2), 'ns2', digitpa)],
    ['one line', sample.replaceAll(/>\s+</g, '><')],
    [
      'an enveloped signature',
      sample.replace(
        '</FlussoRiversamento>',
        '<ds:Signature xmlns:ds="urn:ds"><ds:Object><datiSingoliPagamenti/></ds:Object></ds:Signature>$&',
      ),
    ],
    [
      'what an intermediary adds to the rows',
      sample.replaceAll(
        '</datiSingoliPagamenti>',
        '<codiceVersamento>T002</codiceVersamento><transactionId>PRD1</transactionId><datiSpecificiRiscossione>2/1210</datiSpecificiRiscossione><anagraficaPagatore>Prova Finta</anagraficaPagatore><pagatore><singoloImportoPagato>1.00</singoloImportoPagato><identificativoUnivocoVersamento>x</identificativoUnivocoVersamento></pagatore>$&',
      ),
    ],
  ])('%s', (_, other) => {
    expect(tell(other).problem).toBeNull();
    expect(tell(other).canonical).toBe(plain.canonical);
  });
});

describe('the head', () => {
  it.each([
    'identificativoFlusso',
    'dataOraFlusso',
    'identificativoUnivocoRegolamento',
    'dataRegolamento',
    'numeroTotalePagamenti',
    'importoTotalePagamenti',
  ])('is nothing without %s', (field) => {
    const without = sample.replace(new RegExp(`<${field}>.*</${field}>`), '');
    expect(tell(without).problem).toEqual({ code: 'missing-field', field });
  });

  it('is nothing without its receiver', () => {
    const without = sample.replace('00000000018', ' ');
    expect(tell(without).problem).toEqual({ code: 'missing-field', field: 'codiceIdentificativoUnivoco' });
  });

  it.each([
    ['dataRegolamento', '2025-04-16', '2025-04-31'],
    ['numeroTotalePagamenti', '3', 'tre'],
    ['importoTotalePagamenti', '65.00', '65,00'],
    ['revisioneFlusso', '2', '0'],
  ])('is refused when %s is %s, say, %s', (field, from, to) => {
    const bad = sample.replace(`<${field}>${from}`, `<${field}>${to}`);
    expect(tell(bad).problem).toEqual({ code: 'invalid-field', field, value: to });
  });

  it('is revision 1 when it does not say', () => {
    expect(tell(sample.replace('<revisioneFlusso>2</revisioneFlusso>', '')).flussi[0]?.revision).toBe(1);
  });

  it('loses the blanks around the IUF, and nothing else', () => {
    const told = tell(sample.replace('2025-04-1688888888888', '\n 2025-04-16 88888888888'));
    expect(told.flussi[0]?.iuf).toBe('2025-04-16 88888888888-183534458123');
  });

  it('44, 58 declares what it wants: rows and total are judged elsewhere', () => {
    const none = tell(flusso());
    expect(none.problem).toBeNull();
    expect(none.readings.map(({ type }) => type)).toEqual(['flusso']);
    expect(tell(flusso(...Array.from({ length: 50 }, () => first))).righe).toHaveLength(50);
  });
});

describe('the rows', () => {
  it.each([
    ['22', 2200],
    ['218.4', 21_840],
    ['38.73', 3873],
    ['-50.00', -5000],
    ['0.01', 1],
  ])('43, 47 are worth %s', (amount, cents) => {
    expect(one('50.00', amount).righe[0]?.cents).toBe(cents);
  });

  it('43 add up exactly, 143 of them', () => {
    const many = Array.from({ length: 143 }, () => first.replace('50.00', '166.884'.slice(0, 6)));
    const told = tell(flusso(...many));
    expect(told.righe.reduce((sum, { cents }) => sum + cents, 0)).toBe(143 * 16_688);
  });

  it.each([0, 1, 3, 4, 7, 8, 9])('45 keep the outcome %i', (esito) => {
    expect(one('>4<', `>${esito}<`).righe[0]?.esito).toBe(esito);
  });

  it('48 keep a missing index missing: what it stands for is judged elsewhere', () => {
    const without = first.replace('<indiceDatiSingoloPagamento>1</indiceDatiSingoloPagamento>', '');
    const told = tell(flusso(without, without, first));
    expect(told.righe.map(({ index }) => index)).toEqual([null, null, 1]);
    expect(told.warnings).toEqual([]);
  });

  it('49 keep an index that counts the rows', () => {
    expect(one('Pagamento>1<', 'Pagamento>27<').righe[0]?.index).toBe(27);
  });

  it('63 keep two transfers of one receipt apart by their index', () => {
    expect(plain.righe.map(({ iuv, index }) => [iuv.slice(-3), index])).toEqual([
      ['158', 1],
      ['158', 3],
      ['259', null],
    ]);
  });

  it.each([
    ['>50.00<', '>1e3<', 'invalid-amount', 'singoloImportoPagato', '1e3'],
    ['>50.00<', '>1.234,56<', 'invalid-amount', 'singoloImportoPagato', '1.234,56'],
    ['>50.00<', '><', 'missing-value', 'singoloImportoPagato', ''],
    ['2025-04-15', '2025-02-31', 'invalid-day', 'dataEsitoSingoloPagamento', '2025-02-31'],
    ['>4<', '>OK<', 'invalid-value', 'codiceEsitoSingoloPagamento', 'OK'],
    ['01000000000000158', '', 'missing-value', 'identificativoUnivocoVersamento', ''],
    ['0a1b2c3d4e5f60718293a4b5c6d7e8f9', ' ', 'missing-value', 'identificativoUnivocoRiscossione', ''],
  ])('are refused one by one: %s made %s', (from, to, code, field, value) => {
    const told = tell(flusso(first, first.replace(from, to), first));
    expect(told.problem).toBeNull();
    expect(told.righe).toHaveLength(2);
    expect(told.refusedRows).toEqual([{ row: 2, code, field, value }]);
  });

  it('refuse the flusso when none of them stands', () => {
    expect(one('50.00', 'x').problem).toEqual({ code: 'no-usable-rows', refused: 1 });
  });
});
