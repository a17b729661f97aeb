import { array, assert, constantFrom, property, record, shuffledSubarray, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecipients } from '../../../../src/main/importers/recipients/recipients.ts';
import type { Day } from '../../../../src/shared/domain/day.ts';
import { daySerial, workbook } from '../table/workbooks.ts';
import { lines, problemOf, read, source } from './lists.ts';

const header = 'Codice fiscale;Codice avviso;Importo;Scadenza;Nominativo';
const mario = 'RSSMRA85T10A562S';
const anna = 'RSSMRA80A01H501U';
const avviso = '301000000000012373';
const other = '312202500000001771';
const third = '302123456789012356';
const today = '2026-03-02' as Day;

/** Which rows are refused, and why, in short. */
const refusedIn = ({ refused }: ReturnType<typeof read>) => refused.map(({ row, code }) => [row, code]);

describe('the codice fiscale of a row', () => {
  it('is normalised', () => {
    const { recipients } = read(lines(header, ` rssmra85t10a562s ;${avviso};10,00;16/12/2026;Rossi Mario`));
    expect(recipients).toMatchObject([
      { row: 1, fiscalCode: mario, noticeNumber: avviso, name: 'Rossi Mario' },
    ]);
  });

  it('that is wrong leaves the row out with its reason, and the others go on', () => {
    const list = read(
      lines(
        header,
        `RSSMRA85T10A562T;${avviso};10,00;16/12/2026;Rossi Mario`,
        `01234567897;${avviso};10,00;16/12/2026;Alfa`,
        `;${avviso};10,00;16/12/2026;Senza`,
        '',
        `RSSMRA80A01H5LMX;${other};10,00;16/12/2026;Omocodo`,
        'TOTALE 12.345,00;;;;',
      ),
    );
    expect(list.refused).toEqual([
      { row: 1, code: 'cf-check', value: 'RSSMRA85T10A562T', expected: 'S' },
      { row: 2, code: 'cf-numeric', value: '01234567897' },
      { row: 3, code: 'cf-missing' },
      { row: 5, code: 'total-row' },
    ]);
    expect(list.recipients).toMatchObject([{ row: 4, fiscalCode: 'RSSMRA80A01H5LMX' }]);
    expect(list.rows).toBe(5);
  });

  it('that a person says is right counts, on that row and for that value', () => {
    const text = lines(
      header,
      `RSSMRA85T10A562T;${avviso};10,00;16/12/2026;`,
      `RSSMRA85T10A562T;${other};10,00;16/12/2026;`,
    );
    const accepted = [
      { row: 1, code: 'cf-check', value: 'RSSMRA85T10A562T', reason: 'letto sulla tessera' },
      { row: 2, code: 'cf-check', value: mario, reason: 'un altro' },
    ] as const;
    const list = read(text, { accepted });
    expect(list.recipients.map(({ row }) => row)).toEqual([1]);
    expect(refusedIn(list)).toEqual([[2, 'cf-check']]);
    expect(list.overridden).toEqual([accepted[0]]);
  });

  it('of a company, or of nobody, is no person', () => {
    const list = read(
      lines(
        'tipoSoggettoPagatore,identificativoPagatore,numeroAvviso,importo',
        `G,01234567897,${avviso},10.00`,
        `F,ANONIMO,${other},10.00`,
      ),
    );
    expect(refusedIn(list)).toEqual([
      [1, 'company'],
      [2, 'cf-anonymous'],
    ]);
  });

  it('of a child is worth a word', () => {
    const text = lines(header, `RSSMRA15T50A562D;${avviso};10,00;16/12/2026;`);
    const child = read(text, { today }).warnings;
    expect(read(text).refused).toEqual([]);
    expect(child).toEqual([{ code: 'minors', count: 1, rows: [1] }]);
  });

  it('is the one of the parent where the row has both', () => {
    const { recipients } = read(
      lines('Codice fiscale;CF genitore;Importo', `RSSMRA15T50A562D;${anna};10,00`),
    );
    expect(recipients.map(({ fiscalCode }) => fiscalCode)).toEqual([anna]);
  });
});

describe('the numero avviso of a row', () => {
  it('has check digits', () => {
    expect(read(lines(header, `${mario};301000000000012374;10,00;;`)).refused).toEqual([
      { row: 1, code: 'notice-check', value: '301000000000012374', expected: '73' },
    ]);
    const accepted = [
      { row: 1, code: 'notice-check', value: '301000000000012374', reason: 'così sull’avviso' },
    ] as const;
    expect(read(lines(header, `${mario};301000000000012374;10,00;;`), { accepted }).recipients).toHaveLength(
      1,
    );
  });

  it.each(['3,01E+17', '301000000000012000'])('that Excel rounded (%s) refuses the column', (rounded) => {
    expect(problemOf(lines(header, `${mario};${rounded};10,00;;`))).toEqual({
      code: 'list-column-damaged',
      column: 'Codice avviso',
      row: 1,
      value: rounded,
    });
  });

  it('that a workbook kept as a number refuses the column', () => {
    const rows = [header.split(';'), [mario, 301_000_000_000_012_350, 10, null, '']];
    expect(problemOf(workbook({ Avvisi: rows }))).toMatchObject({ code: 'list-column-damaged', row: 1 });
  });

  it('that Excel rounded on one row leaves that row out', () => {
    const list = read(
      lines(header, `${mario};${avviso};10,00;;`, `${anna};3,01E+17;10,00;;`, `${anna};${other};10,00;;`),
    );
    expect(refusedIn(list)).toEqual([[2, 'notice-damaged']]);
  });

  it('of 17 digits gets its 3 when the check digits agree', () => {
    const text = lines(header, `${mario};01000000000012373;10,00;;`, `${anna};12202500000001771;10,00;;`);
    const list = read(text);
    expect(list.recipients.map(({ noticeNumber }) => noticeNumber)).toEqual([avviso, other]);
    expect(list.warnings).toEqual([{ code: 'notice-prefix-added', column: 'Codice avviso', rows: 2 }]);
    expect(read(text, { addPrefix: false }).refused[0]).toEqual({
      row: 1,
      code: 'notice-is-iuv',
      value: '01000000000012373',
      proposed: avviso,
    });
  });

  it('of 17 digits is left out when they do not', () => {
    const list = read(lines(header, `${mario};01000000000012374;10,00;;`));
    expect(list.refused).toMatchObject([{ code: 'notice-is-iuv', proposed: null }]);
  });

  it('is made of the IUV where only that is told, and must agree with it where both are', () => {
    const only = read(lines('CF;IUV;Importo', `${mario};01000000000012373;10,00`));
    expect(only.recipients.map(({ noticeNumber }) => noticeNumber)).toEqual([avviso]);
    const both = read(lines('CF;Numero avviso;IUV', `${mario};${avviso};12202500000001771`));
    expect(refusedIn(both)).toEqual([[1, 'iuv-differs']]);
  });

  it('bears what keeps a spreadsheet away from it', () => {
    const quoted = `${mario};"=""${avviso}""";10,00;'16/12/2026;`;
    const list = read(
      lines(header, quoted, `${anna};'${other};10,00;;`, `${anna};3021 2345 6789 0123 56;10,00;;`),
    );
    expect(list.recipients.map(({ noticeNumber }) => noticeNumber)).toEqual([avviso, other, third]);
    expect(list.recipients[0]?.dueDay).toBe('2026-12-16');
  });

  it('on two rows is one message; two of one person are two', () => {
    const list = read(
      lines(header, `${mario};${avviso};10,00;;`, `${mario};${other};10,00;;`, `${anna};${avviso};10,00;;`),
    );
    expect(list.recipients.map(({ row }) => row)).toEqual([1, 2]);
    expect(list.refused).toEqual([{ row: 3, code: 'duplicate-notice', value: avviso, firstRow: 1 }]);
  });
});

const withAmounts = (...amounts: readonly string[]) =>
  read(lines('CF;Importo;Nota', ...amounts.map((amount, at) => `${mario};${amount};${at}`)), {
    cap: 1_000_000,
  });

describe('the amount of a row', () => {
  it('is read as the list writes it', () => {
    expect(withAmounts('19,99', '1.234,56', '€ 64,10', '1.234').recipients.map(({ cents }) => cents)).toEqual(
      [1999, 123_456, 6410, 123_400],
    );
    expect(withAmounts('64,10', '1234.56').recipients.map(({ cents }) => cents)).toEqual([6410, 123_456]);
  });

  it('is the number that a workbook keeps', () => {
    const list = read(
      workbook({
        Lista: [
          ['CF', 'Importo'],
          [mario, 8.2],
          [anna, 64.1],
        ],
      }),
    );
    expect(list.recipients.map(({ cents }) => cents)).toEqual([820, 6410]);
  });

  it('that nobody can pay has its own reason', () => {
    const list = withAmounts('0', '-5,00', '12,345', 'abc', '10.000,01', '10.000,00');
    expect(list.refused).toEqual([
      { row: 1, code: 'amount-zero', value: '0' },
      { row: 2, code: 'amount-negative', value: '-5,00' },
      { row: 3, code: 'amount-decimals', value: '12,345' },
      { row: 4, code: 'amount-not-a-number', value: 'abc' },
      { row: 5, code: 'amount-over-cap', value: '10.000,01', cents: 1_000_001, cap: 1_000_000 },
    ]);
  });

  it('that may be a thousand is asked for, not guessed', () => {
    expect(refusedIn(withAmounts('1.234', '64'))).toEqual([[1, 'amount-ambiguous']]);
  });

  it('in whole numbers is euro, or cents where the layout has them, and is told', () => {
    expect(withAmounts('64').warnings).toEqual([{ code: 'amounts-whole', column: 'Importo', example: '64' }]);
    const sdk = read(
      lines(
        'fiscal_code,subject,markdown,amount,due_date,notice_number,invalid_after_due_date',
        `${mario},Oggetto,Testo,6410,2026-12-16T22:59:59Z,${avviso},false`,
      ),
    );
    expect(sdk.recipients).toMatchObject([{ cents: 6410, dueDay: '2026-12-16', noticeNumber: avviso }]);
    expect(sdk.warnings).toEqual([{ code: 'amounts-in-cents', column: 'amount', example: '6410' }]);
  });

  it('must be there beside an avviso', () => {
    expect(refusedIn(read(lines(header, `${mario};${avviso};;;`)))).toEqual([[1, 'amount-missing']]);
  });
});

describe('the due day of a row', () => {
  it('is read as people and spreadsheets write it', () => {
    const list = read(
      workbook({
        Lista: [
          ['CF', 'Scadenza', 'Nota'],
          [mario, daySerial(46_189), 1],
          [mario, 46_189, 2],
          [mario, '16-06-26', 3],
          [mario, '31/02/2026', 4],
          [mario, '12/16/2026', 5],
        ],
      }),
    );
    expect(new Set(list.recipients.map(({ dueDay }) => dueDay))).toEqual(new Set(['2026-06-16']));
    expect(refusedIn(list)).toEqual([
      [4, 'due-impossible'],
      [5, 'due-american'],
    ]);
    expect(list.warnings).toContainEqual({ code: 'serial-days', column: 'Scadenza', rows: 1 });
  });

  it('of a list that puts the month first is turned round for nobody', () => {
    const list = read(lines('CF;Scadenza', `${mario};12/16/2026`, `${anna};03/04/2026`));
    expect(refusedIn(list)).toEqual([
      [1, 'due-american'],
      [2, 'due-ambiguous'],
    ]);
  });

  it('that is past leaves the row out, unless the list is of what is overdue', () => {
    const text = lines('CF;Scadenza', `${mario};01/03/2026`, `${anna};02/03/2026`);
    expect(read(text, { today }).refused).toEqual([
      { row: 1, code: 'due-past', value: '01/03/2026', day: '2026-03-01' },
    ]);
    expect(read(text, { today, allowPastDue: true }).recipients).toHaveLength(2);
  });
});

describe('instalments', () => {
  it('are told row by row', () => {
    const list = read(
      lines(
        'identificativoPagatore,numeroAvviso,importo,dataScadenza,idDocumento,numeroRata',
        `${mario},${avviso},128.30,2026-05-16,D1,`,
        `${mario},${other},64.15,2026-06-16,D1,1`,
        `${mario},${third},64.15,2026-09-16,D1,ENTRO30`,
      ),
    );
    expect(list.recipients.map(({ rata, debt, cents }) => [rata, debt, cents])).toEqual([
      [{ kind: 'unica' }, 'D1', 12_830],
      [{ kind: 'rata', n: 1, of: null }, 'D1', 6415],
    ]);
    expect(refusedIn(list)).toEqual([[3, 'rata-unreadable']]);
  });

  it('that stand in one row are several avvisi of one debt', () => {
    const list = read(
      lines(
        'CODFIS;AVVISO_UNICA;IMPORTO_UNICA;SCAD_UNICA;AVVISO_1;IMPORTO_1;SCAD_1;AVVISO_2;IMPORTO_2;SCAD_2',
        `${mario};${avviso};128,30;16/05/2026;${other};64,15;16/06/2026;${third};64,15;16/09/2026`,
        `${anna};348000000000000164;50,00;16/05/2026;;;;;;`,
        `${anna};;;;;;;;;`,
        `${anna};301000000000012374;50,00;16/05/2026;;20,00;;;;`,
      ),
    );
    expect(list.recipients.map(({ row, rata, cents, debt }) => [row, rata, cents, debt])).toEqual([
      [1, { kind: 'unica' }, 12_830, avviso],
      [1, { kind: 'rata', n: 1, of: 2 }, 6415, avviso],
      [1, { kind: 'rata', n: 2, of: 2 }, 6415, avviso],
      [2, { kind: 'unica' }, 5000, '348000000000000164'],
    ]);
    expect(list.refused.map(({ row, code, rata }) => [row, code, rata])).toEqual([
      [3, 'notice-missing', undefined],
      [4, 'notice-check', { kind: 'unica' }],
      [4, 'notice-missing', { kind: 'rata', n: 1, of: 2 }],
    ]);
  });
});

it('avvisi of one row are of the same debt, also when the first of them is wrong', () => {
  const text = (unica: string) =>
    lines('CF;AVVISO_UNICA;IMPORTO_UNICA;AVVISO_1;IMPORTO_1', `${mario};${avviso};${unica};${other};5,00`);
  const debts = (unica: string) => read(text(unica)).recipients.map(({ debt }) => debt);
  expect(debts('10,00')).toEqual([avviso, avviso]);
  expect(debts('abc')).toEqual([avviso]);
});

describe('a list', () => {
  it('in other columns, letters and separators says the same', () => {
    const one = read(lines(header, `${mario};${avviso};1.234,50;16/12/2026;Nicolò`)).recipients;
    const two = read(
      lines(
        'scadenza\tNOMINATIVO\tcodice_fiscale\timporto\tN. Avviso',
        `16/12/2026\tNicolò\t${mario.toLowerCase()}\t1.234,50\t${avviso}`,
      ),
    ).recipients;
    const bare = (all: typeof one) => all.map((person) => ({ ...person, fields: {} }));
    expect(bare(two)).toEqual(bare(one));
  });

  it('keeps every cell by its header', () => {
    const { recipients, columns } = read(
      lines('Elenco avvisi;;;', '', 'CF;Zona;;Zona', `${mario};Nord; x ;Sud`),
    );
    expect(columns).toEqual(['CF', 'Zona', 'colonna 3', 'Zona (2)']);
    expect(recipients[0]?.fields).toEqual({ CF: mario, Zona: 'Nord', 'colonna 3': 'x', 'Zona (2)': 'Sud' });
  });

  it('may be codici fiscali alone, one below the other', () => {
    expect(
      read(lines('Codice fiscale', mario, '', anna)).recipients.map(({ fiscalCode }) => fiscalCode),
    ).toEqual([mario, anna]);
  });

  it('of a workbook shows days and decimals as its readers see them', () => {
    const rows = [
      ['CF', 'Scade', 'Euro'],
      [mario, daySerial(46_189), 64.1],
    ];
    expect(read(workbook({ Lista: rows })).recipients[0]?.fields).toEqual({
      CF: mario,
      Scade: '16/06/2026',
      Euro: '64,1',
    });
  });

  it.each([
    [
      'the extraction of parlaConIO',
      'ente;identificativoServizio;chiaveDovuto;tipoPagatore;codiceidentificativoPagatore;anagraficaPagatore;dataScadenza;Importo;identificativoUnivocoVersamento;codiceAvviso',
      `x;y;z;F;${mario};Rossi;16/12/2026;128,30;01000000000012373;${avviso}`,
      12_830,
    ],
    [
      'GovIO',
      'taxcode,expedition_date,due_date,notice_number,amount,invalid_after_due_date,payee',
      `${mario},2026-01-10T10:15:30,2026-12-16T23:59:59,${avviso},12830,false,`,
      12_830,
    ],
  ])('of %s is known by its columns', (_, head, row, cents) => {
    expect(read(lines(head, row)).recipients).toMatchObject([
      { fiscalCode: mario, noticeNumber: avviso, cents, dueDay: '2026-12-16' },
    ]);
  });

  it.each([
    ['codiceFiscale;dataScadenzaDocumento', `${mario};31/03/2027`],
    [
      'COGNOME E NOME;NUMERO CARTA IDENTITA;DATA DI SCADENZA C.I.;DATA CARTA IDENTITA;CODICE FISCALE',
      `Rossi;CA00000AA;31/03/2027;01/04/2017;${mario}`,
    ],
    [
      'tax_code,expedition_date,due_date,full_name,identity_card_number',
      `${mario},2027-01-01,2027-03-31T02:00:00,Rossi,CA00000AA`,
    ],
  ])('of documents that expire is known by its columns: %s', (head, row) => {
    expect(read(lines(head, row)).recipients).toMatchObject([{ fiscalCode: mario, dueDay: '2027-03-31' }]);
  });

  it('in Windows-1252, or with letters that went through the wrong encoding, is read', () => {
    const list = read(Buffer.from(lines(header, `${mario};${avviso};10,00;;Nicolò Sà`), 'latin1'));
    expect(list.recipients[0]?.name).toBe('Nicolò Sà');
    expect(list.warnings).toEqual([]);
    expect(read(lines(header, `${mario};${avviso};10,00;;NicolÃ²`)).warnings).toEqual([
      { code: 'garbled-text', rows: 1, row: 1, value: 'NicolÃ²' },
    ]);
  });

  it.each(['xlsx', 'xls', 'ods'] as const)('in %s is read like a text', (type) => {
    const rows = [['TARI 2026'], header.split(';'), [mario, avviso, '128,30', daySerial(46_189), 'Rossi']];
    expect(read(workbook({ Lista: rows, Vuoto: [] }, type)).recipients).toMatchObject([
      { row: 1, noticeNumber: avviso, cents: 12_830, dueDay: '2026-06-16', name: 'Rossi' },
    ]);
  });

  it('with a row wider than its header, or the same person without avviso twice, tells it', () => {
    const list = read(lines('CF;Nota', `${mario};a`, `${mario};a`, `${anna};b;c`, `${mario};b`));
    expect(refusedIn(list)).toEqual([
      [2, 'duplicate-row'],
      [3, 'row-too-wide'],
    ]);
  });

  it.each([
    ['', { code: 'list-empty' }],
    ['CF;Importo\n', { code: 'list-empty' }],
    ['una lettera\n', { code: 'not-a-list', saw: 'un testo' }],
    ['<html><table><tr><td>CF</td></tr></table></html>', { code: 'web-page-list' }],
    [
      'Nome;Importo\nRossi;10,00\n',
      { code: 'list-column-missing', needed: 'person', found: ['Nome', 'Importo'] },
    ],
    ['CF;Scadenza;Scadenza\na;b;c\n', { code: 'list-column-twice', column: 'Scadenza' }],
    ['CF;Importo\n"a;b\n', { code: 'unreadable-list', problem: { code: 'unclosed-quote', line: 2 } }],
  ])('%j is none', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });
});

describe('whatever the list', () => {
  const columns = ['CF', 'Codice avviso', 'Importo', 'Scadenza', 'Rata', 'Nota'] as const;
  const person = record({
    CF: constantFrom(mario, anna, mario.toLowerCase(), 'RSSMRA85T10A562T', '', '01234567897'),
    'Codice avviso': constantFrom(avviso, other, third, '301000000000012374', ''),
    Importo: constantFrom('10,00', '1.234,56', '0', 'abc', '-1,00', ''),
    Scadenza: constantFrom('16/12/2026', '31/02/2026', '', 'mai'),
    Rata: constantFrom('', '1', '2/3', 'x'),
    Nota: constantFrom('a', 'b'),
  });
  const written = (order: readonly (typeof columns)[number][], people: readonly Record<string, string>[]) =>
    lines(order.join(';'), ...people.map((one) => order.map((column) => one[column]).join(';')));

  it('columns in another order say the same, and every row is told once', () => {
    assert(
      property(
        array(person, { minLength: 1, maxLength: 6 }),
        shuffledSubarray([...columns], { minLength: columns.length }),
        (people, order) => {
          const one = read(written(columns, people));
          expect(read(written(order, people))).toEqual({ ...one, columns: order });
          const told = [...one.recipients, ...one.refused].map(({ row }) => row);
          expect(told.toSorted((a, b) => a - b)).toEqual(Array.from(people.keys(), (at) => at + 1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('bytes that are none are a problem, never a defect', () => {
    assert(
      property(uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof readRecipients(source(bytes)).ok).toBe('boolean');
        expect(typeof readRecipients(source(Buffer.concat([Buffer.from('CF;Importo\n'), bytes]))).ok).toBe(
          'boolean',
        );
      }),
    );
  });
});
