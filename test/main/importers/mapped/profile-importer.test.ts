import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../../src/shared/domain/profile.ts';
import { tell, type Told } from '../reading.ts';
import { daySerial, workbook } from '../table/workbooks.ts';
import { confirm, lines, pagoPa } from './lists.ts';

const ente = '00000000018';

function read(content: string | Uint8Array, ...profiles: readonly Profile[]): Told {
  return tell(content, 'lista.csv', { enteCodiceFiscale: ente, profiles });
}

/** What each movement says, in short. */
function moved({ movimenti }: Told) {
  return movimenti.map(({ verso, cents, date, causali }) => [verso, cents, date, causali.join(' | ')]);
}

const header = 'Data contabile;Data valuta;Dare;Avere;Descrizione';
const statement = lines(
  'Banca Inventata;;;;',
  header,
  `16/03/2026;17/03/2026;;1.250,00;${pagoPa}`,
  '31/03/2026;31/03/2026;12,50;;COMMISSIONI',
);
const bank = confirm(statement);

describe('a list that a person taught', () => {
  it('is read: money that came in, money that went out, the account and the days', () => {
    const told = read(statement, { ...bank, conto: 'IT00X' });
    expect(told.problem).toBeNull();
    expect(moved(told)).toEqual([
      ['ENTRATA', 125_000, '2026-03-16', pagoPa],
      ['USCITA', 1_250, '2026-03-31', 'COMMISSIONI'],
    ]);
    expect(told.readings[0]).toEqual({
      type: 'estratto',
      header: { layout: 'Banca di Prova', conto: 'IT00X' },
    });
    expect(told.movimenti[0]).toMatchObject({
      conto: 'IT00X',
      esercizio: 2026,
      valueDate: '2026-03-17',
      documento: 'SOSPESO ENTRATA',
      operazione: 'ESEGUITO',
    });
  });

  it('says the same from a workbook with the same headers', () => {
    const rows = [
      header.split(';'),
      [daySerial(46_097), daySerial(46_098), null, 1250, pagoPa],
      ['31/03/2026', '31/03/2026', 12.5, null, 'COMMISSIONI'],
    ];
    for (const type of ['xlsx', 'ods'] as const)
      expect(read(workbook({ Movimenti: rows }, type), bank).canonical).toBe(read(statement, bank).canonical);
  });

  it('gives a line without a number the same one in every statement that tells it', () => {
    const more = lines(
      header,
      `16/03/2026;17/03/2026;;1.250,00;${pagoPa}`,
      '01/04/2026;01/04/2026;;1,00;ALTRO',
    );
    const [first] = read(statement, bank).movimenti;
    expect(read(more, bank).movimenti[0]).toEqual(first);
    const twice = lines(header, ...Array.from({ length: 2 }, () => '01/04/2026;01/04/2026;;1,00;ALTRO'));
    expect(new Set(read(twice, bank).movimenti.map(({ numero }) => numero)).size).toBe(2);
  });

  it('takes numbers and esercizio from their columns, and refuses money without its number', () => {
    const list = lines(
      'Esercizio;N. provvisorio;Data;Importo;Causale;Conto',
      `2025;0000123;02/01/2026;1,00;${pagoPa};77`,
      '2026;;16/03/2026;2,00;ALTRO;77',
    );
    const told = read(list, confirm(list));
    expect(told.movimenti).toMatchObject([{ esercizio: 2025, numero: '123', conto: '77', cents: 100 }]);
    expect(told.refusedRows).toMatchObject([{ row: 3, code: 'missing-value', field: 'N. provvisorio' }]);
  });

  it('leaves balances and zeros aside, skips totals, and refuses what it cannot read', () => {
    const list = lines(
      header,
      '01/03/2026;01/03/2026;;10.000,00;SALDO INIZIALE',
      '02/03/2026;02/03/2026;0,00;0,00;NULLA',
      '03/03/2026;03/03/2026;;1,00;SALDO FATTURA 12',
      '04/03/2026;04/03/2026;1,00;2,00;TUTTI E DUE',
      '31/02/2026;04/03/2026;;2,00;GIORNO',
      '05/03/2026;05/03/2026;;1,2345;MILLESIMI',
      '06/03/2026;06/03/2026;;2,00;BUONO',
      '07/03/2026;07/03/2026;;2,00;BUONO',
      '08/03/2026;08/03/2026;;2,00;BUONO',
      'Totale;;1,00;12,00;',
    );
    const told = read(list, bank);
    expect(moved(told).map(([, cents]) => cents)).toEqual([100, 200, 200, 200]);
    expect(told.refusedRows).toEqual([
      { row: 5, code: 'invalid-value', field: 'Dare', value: '1,00' },
      { row: 6, code: 'invalid-day', field: 'Data contabile', value: '31/02/2026' },
      { row: 7, code: 'invalid-amount', field: 'Avere', value: '1,2345' },
    ]);
    expect(told.warnings).toEqual([
      { code: 'total-row-skipped', row: 11 },
      { code: 'rows-left-aside', rows: 1, why: 'balance' },
      { code: 'rows-left-aside', rows: 1, why: 'zero-amount' },
    ]);
  });

  it('tells in from out by a word, and refuses a word that was never confirmed', () => {
    const list = lines(
      'Data;Importo;Segno;Causale',
      `16/03/2026;1,00;A;${pagoPa}`,
      '16/03/2026;2,00;d;BOLLI',
      '16/03/2026;-3,00;D;BOLLI',
      '16/03/2026;-4,00;A;STORNO?',
      '16/03/2026;5,00;X;BOH',
    );
    const profile = confirm(list, 'Segni', { credits: ['A'], debits: ['D'] });
    const told = read(list, profile);
    expect(moved(told).map(([verso, cents]) => [verso, cents])).toEqual([
      ['ENTRATA', 100],
      ['USCITA', 200],
      ['USCITA', 300],
    ]);
    expect(told.refusedRows.map(({ row, code, field }) => [row, code, field])).toEqual([
      [5, 'invalid-amount', 'Importo'],
      [6, 'invalid-value', 'Segno'],
    ]);
  });

  it('reads as it was answered what the list did not prove', () => {
    const list = lines('Data;Importo;Causale', `03/04/2026;1,234;${pagoPa}`);
    const answers = [
      [{ decimals: 'dot', days: 'dmy' }, 123_400, '2026-04-03'],
      [{ decimals: 'dot', days: 'mdy' }, 123_400, '2026-03-04'],
    ] as const;
    for (const [answer, cents, date] of answers)
      expect(moved(read(list, confirm(list, 'Aperta', answer)))).toEqual([['ENTRATA', cents, date, pagoPa]]);
    const whole = lines('Data;Importo;Causale', `16/03/2026;12345;${pagoPa}`);
    expect(moved(read(whole, confirm(whole, 'Interi', { decimals: 'cents' })))[0]?.[1]).toBe(12_345);
    expect(moved(read(whole, confirm(whole, 'Interi', { decimals: 'comma' })))[0]?.[1]).toBe(1_234_500);
  });

  it('maps the second of two columns of one name, and a column without one', () => {
    const list = lines('Data;Importo;Importo;;Causale', `16/03/2026;9,00;1,00;Anna Verdi;${pagoPa}`);
    const profile = confirm(list, 'Doppia', {
      columns: { day: [0], amount: [2], payer: [3], causale: [4] },
    });
    expect(read(list, profile).movimenti).toMatchObject([{ cents: 100, payer: 'Anna Verdi' }]);
  });

  it('is known without headers by what its columns hold', () => {
    const list = lines(`16/03/2026;${pagoPa};100,00;x`, '17/03/2026;ALTRO;20,00;x');
    const profile = confirm(list, 'Senza testata');
    expect(moved(read(list, profile)).map(([, cents]) => cents)).toEqual([10_000, 2_000]);
    const later = lines('18/03/2026;TERZO;5;y');
    expect(moved(read(later, profile))).toEqual([['ENTRATA', 500, '2026-03-18', 'TERZO']]);
    expect(
      read(lines(`${pagoPa};ALTRO;16/03/2026;100,00`, 'ALTRO;ALTRO;17/03/2026;2,00'), profile).problem,
    ).toMatchObject({
      code: 'columns-unknown',
    });
    expect(read(lines(`16/03/2026;100,00;${pagoPa};x`), profile).problem).toMatchObject({
      code: 'columns-shifted',
      profile: 'Senza testata',
      column: 'colonna 2',
      value: '100,00',
    });
  });

  it.each([
    [
      'in another order',
      'Data valuta;Data contabile;Dare;Avere;Descrizione',
      'Data contabile',
      'Data valuta',
    ],
    ['one more', 'Data contabile;Data valuta;Segno;Dare;Avere;Descrizione', 'Dare', 'Segno'],
    ['one more at the end', `${header};Saldo`, '', 'Saldo'],
    ['one less', 'Data contabile;Data valuta;Avere;Descrizione', 'Dare', 'Avere'],
  ])('is refused whole when its columns shifted: %s', (_how, shifted, column, value) => {
    expect(read(lines(shifted, '16/03/2026;16/03/2026;1,00;1,00;x;x'), bank).problem).toEqual({
      code: 'columns-shifted',
      profile: 'Banca di Prova',
      column,
      row: 1,
      value,
    });
  });

  it('is refused whole when most of a column is no longer what it was', () => {
    const list = lines(
      header,
      `16/03/2026;17/03/2026;;1250.00;${pagoPa}`,
      '31/03/2026;31/03/2026;;12.50;ALTRO',
      '31/03/2026;31/03/2026;;12,50;ALTRO',
    );
    expect(read(list, bank).problem).toEqual({
      code: 'columns-shifted',
      profile: 'Banca di Prova',
      column: 'Avere',
      row: 2,
      value: '1250.00',
    });
  });

  it('is another list when it only has some words in common, and nobody’s choice when two profiles fit', () => {
    const other = lines('Data contabile;Causale;Importo', `16/03/2026;${pagoPa};1,00`);
    expect(read(other, bank).problem).toMatchObject({ code: 'columns-unknown' });
    expect(read(statement, bank, { ...bank, name: 'Gemella' }).problem).toEqual({
      code: 'ambiguous-format',
      claimants: ['Banca di Prova', 'Gemella'],
    });
  });

  it('is known again with its headers in other letters, and with a title above', () => {
    const list = lines(
      'Estratto al 31/03/2026;;;;',
      '',
      header.toUpperCase(),
      `16/03/2026;17/03/2026;;1,00;${pagoPa}`,
    );
    expect(moved(read(list, bank)).length).toBe(1);
  });

  it('may hold payments: of our ente, by their IUV or numero avviso', () => {
    const list = lines(
      'Pagamento;Bollettino;Quando;Quanto;CF di chi;Chi;Riscossione',
      '01000000000000167;;16/03/2026;100,00;vrdnna80a41h501x;Anna Verdi;abc',
      ';301000000000000264;16/03/2026;2,00;;;',
      ';;16/03/2026;3,00;;;',
      '1,8E+16;;16/03/2026;4,00;;;',
    );
    const columns = {
      iuv: [0],
      notice: [1],
      day: [2],
      amount: [3],
      debtorCf: [4],
      debtorName: [5],
      iur: [6],
    };
    const told = read(list, confirm(list, 'Partner', { what: 'ricevute', columns }));
    expect(told.ricevute).toMatchObject([
      {
        form: 'list',
        iuv: '01000000000000167',
        receiptId: 'abc',
        paidOn: '2026-03-16',
        enteCodiceFiscale: '',
        totalCents: 10_000,
        debtor: { codiceFiscale: 'VRDNNA80A41H501X', name: 'Anna Verdi' },
        transfers: [{ index: 1, iur: 'abc', cents: 10_000, enteCodiceFiscale: '' }],
      },
      { iuv: '01000000000000264', noticeNumber: '301000000000000264', receiptId: '' },
    ]);
    expect(told.refusedRows.map(({ row, code }) => [row, code])).toEqual([
      [4, 'missing-value'],
      [5, 'damaged-by-excel'],
    ]);
  });

  it('may hold what people owe', () => {
    const list = lines(
      'Bollettino;Per;Quanto;Entro;Chi;Cosa',
      '301000000000000167;TARI;100,00;16/12/2026;Anna Verdi;Prima rata',
      '301000000000000264;TARI;50,00;;Aldo Rossi;Unica',
    );
    const columns = { notice: [0], tipo: [1], amount: [2], due: [3], debtorName: [4], causale: [5] };
    const { readings } = read(list, confirm(list, 'Tributi', { what: 'posizioni', columns }));
    expect(readings).toMatchObject([
      {
        type: 'posizione',
        posizione: {
          iuv: '01000000000000167',
          noticeNumber: '301000000000000167',
          tipoDovuto: 'TARI',
          cents: 10_000,
          dueDay: '2026-12-16',
          debtor: { name: 'Anna Verdi' },
          description: 'Prima rata',
        },
      },
      { posizione: { dueDay: null, cents: 5_000 } },
    ]);
  });

  it('is refused with its header alone when it holds payments, and is a day without movements when it is a statement', () => {
    const list = lines('Pagamento;Bollettino;Quando;Quanto');
    const rows = `${list}01000000000000167;;16/03/2026;100,00\n`;
    const columns = { iuv: [0], notice: [1], day: [2], amount: [3] };
    expect(read(list, confirm(rows, 'Partner', { what: 'ricevute', columns })).problem).toEqual({
      code: 'no-usable-rows',
      refused: 0,
    });
    expect(read(lines(header), bank)).toMatchObject({ problem: null, movimenti: [] });
  });
});
