import { describe, expect, it } from 'vitest';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { csv, linesOf } from './columns.ts';
import { tell } from './reading.ts';

describe('the receipts of GovPay', () => {
  const [header = '', first = ''] = linesOf('govpay-rendicontazione/sample.csv');

  it('are ours where the column of the ente has the IUV, as for receipts of the old model', () => {
    const old = first.replace('90901230376', '01000000000000158');
    expect(tell(csv(header, old)).ricevute).toMatchObject([
      {
        enteCodiceFiscale: '',
        transfers: [{ enteCodiceFiscale: '', iur: '0a1b2c3d4e5f60718293a4b5c6d7e8f9' }],
      },
    ]);
  });

  it('69 are those of an ente that lost the zeros at its beginning to a spreadsheet', () => {
    const short = first.replace('90901230376', '18');
    expect(tell(csv(header, short)).ricevute).toMatchObject([
      { transfers: [{ enteCodiceFiscale: '00000000018' }] },
    ]);
  });

  it('lose a row without its IUR: it is the key', () => {
    const without = first.replace(',1,0a1b2c3d4e5f60718293a4b5c6d7e8f9,', ',1,,');
    expect(tell(csv(header, first, without)).refusedRows).toEqual([
      { row: 3, code: 'missing-value', field: 'identificativoUnivocoRiscossione', value: '' },
    ]);
  });
});

/** The same line before version 1.3. */
const older = (line: string): string => line.split(';').slice(0, -3).join(';');

describe('the receipts of the Piattaforma Unitaria', () => {
  const lines = linesOf('ricevute-p4pa/sample.csv', 'latin1');
  const [header = '', first = ''] = lines;

  it('79 are read in Windows-1252, with CRLF, with ; and XML inside quotes', () => {
    const [ricevuta] = tell(Buffer.from(csv(...lines), 'latin1')).ricevute;
    expect(ricevuta).toMatchObject({
      debtor: { name: 'Zuccalà Niccolò' },
      description: 'TARI 2026; rata unica',
    });
  });

  it('are read from a file whose first XML stands far below', () => {
    const plain = first.replace(/"<RT.*<\/RT>"/, '');
    const many = Array.from({ length: 40 }, () => plain);
    expect(tell(csv(header, ...many, first)).ricevute).toHaveLength(41);
  });

  it('of version 1.0 to 1.2, without the columns of the beneficiary, pay who issued the notice', () => {
    const told = tell(csv(older(header), older(first)));
    expect(told.ricevute).toMatchObject([
      { transfers: [{ enteCodiceFiscale: '90901230376', cents: 10_000 }] },
    ]);
  });

  it('79 are refused one by one where the two columns of the IUV disagree', () => {
    const wrong = first.replace('01000000000000158', '01000000000000269');
    expect(tell(csv(header, wrong, first)).refusedRows).toEqual([
      { row: 2, code: 'invalid-value', field: 'codIuv', value: '01000000000000269' },
    ]);
  });

  it.each([
    ['1', 'failed', false],
    ['3', 'failed', false],
    ['0', 'paid', true],
  ])('with the outcome %s are %s', (esito, outcome, paid) => {
    const line = first.replace(';0;116.00;', `;${esito};116.00;`);
    expect(tell(csv(header, line)).ricevute).toMatchObject([{ outcome, transfers: [{ paid }] }]);
  });
});

describe('what was paid, for hyperSIC', () => {
  const [header = '', ...rows] = linesOf('hypersic-av20/sample.csv');
  const [first = ''] = rows;

  it('is the same with and without a header, with and without the accounting columns', () => {
    const whole = tell(csv(header, ...rows)).canonical;
    const short = rows.map((line) => line.split(';').slice(0, 21).join(';'));
    expect(tell(csv(...rows)).canonical).toBe(whole);
    expect(tell(csv(...short)).canonical).toBe(whole);
    expect(tell(csv(...rows)).refusedRows).toMatchObject([{ row: 4, code: 'invalid-value' }]);
  });

  it('is not made out of any other table of so many columns', () => {
    const other = first.replace('02/01/2026', 'boh');
    expect(tell(csv(other, other)).problem).toMatchObject({ code: 'unknown-format' });
  });

  it('warns of an avviso that is not that of the IUV, which counts', () => {
    const told = tell(csv(header, first.replace('301000000000000158', '301000000000000259')));
    expect(told.ricevute).toMatchObject([{ iuv: '01000000000000158' }]);
    expect(told.warnings).toMatchObject([{ code: 'notice-differs-from-iuv' }]);
  });
});

describe('what was paid, in records of 2000 characters', () => {
  const [record = ''] = linesOf('secim/sample.txt', 'latin1');

  it.each([
    ['too long', `${record} `, 'lunghezza del record (2000)'],
    ['slipped before the operation', ` ${record.slice(0, -1)}`, 'tipo presentazione (164–169)'],
    [
      'slipped in the middle',
      `${record.slice(0, 600)}x${record.slice(600, -1)}`,
      'data pagamento (1056–1063)',
    ],
    [
      'slipped before the amount',
      `${record.slice(0, 1_085)}${record.slice(1_086)} `,
      'importo pagato (1105–1119)',
    ],
    ['of an operation nobody knows', record.replace('RIS', 'RIX'), 'operazione (91–93)'],
  ])('refuses a record that is %s', (_, wrong, field) => {
    expect(tell(`${record}\n${wrong}\n`).refusedRows).toMatchObject([
      { row: 2, code: 'invalid-value', field },
    ]);
  });

  it('refuses a file whose records have all slipped', () => {
    expect(tell(` ${record}\n ${record}\n`).problem).toEqual({ code: 'no-usable-rows', refused: 2 });
  });

  it('ends its lines as it likes', () => {
    const usual = tell(`${record}\n`).canonical;
    expect(tell(`${record}\r\n`).canonical).toBe(usual);
    expect(tell(`\ufeff${record}`).canonical).toBe(usual);
  });

  it('leaves aside what was not paid', () => {
    const unpaid = `${record.slice(0, 1_055)}00000000${record.slice(1_063)}`;
    expect(tell(`${record}\n${unpaid}\n`).warnings).toEqual([
      { code: 'rows-left-aside', rows: 1, why: 'not-paid' },
    ]);
  });
});

describe('the rendicontazione of bollettini postali', () => {
  it('is recognised and explained: it has neither IUF nor IUV', () => {
    const list = csv(
      'Data_Operazione,Ufficio_Postale,Valuta,Importo,Data_Accredito,Quarto_campo',
      '10/03/2026,55001,EUR,"12,50",12/03/2026,000000000000158',
    );
    const { problem } = tell(list);
    expect(problem).toEqual({ code: 'not-importable', what: 'bollettini-postali' });
    expect(problem === null ? '' : sayDocumentProblem(problem)).toMatch(/né IUF né IUV.*giornale di cassa/);
  });
});
