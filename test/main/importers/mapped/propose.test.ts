import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../../src/shared/domain/profile-draft.ts';
import { missingFields, type ProfileColumns } from '../../../../src/shared/domain/profile.ts';
import { workbook } from '../table/workbooks.ts';
import { lines, maybeProposal, pagoPa, proposalOf } from './lists.ts';

/** Columns by their headers, as a person reads them. */
function told(content: string | Uint8Array) {
  const { table, what, drafts } = proposalOf(content);
  const draft = drafts[what];
  const named = Object.fromEntries(
    Object.entries(draft.columns).map(([field, indexes]) => [
      field,
      (indexes ?? []).map((index) => {
        const { header = '' } = table.columns[index] ?? {};
        return header === '' ? index : header;
      }),
    ]),
  );
  return {
    what,
    headerRow: table.headerRow,
    columns: named,
    decimals: draft.decimals,
    days: draft.days,
    questions: questionsOf(table.columns, draft.columns).map(({ code }) => code),
    missing: missingFields(what, draft.columns).map(([first]) => first),
  };
}

const statements: readonly (readonly [string, string, ProfileColumns | Record<string, unknown>])[] = [
  [
    'a bank with dare and avere',
    lines(
      'Banca Inventata S.p.A.;;;;',
      'Conto IT00X0000000000000000000000;;;;',
      ';;;;',
      'Data contabile;Data valuta;Dare;Avere;Descrizione operazione',
      `04/03/2026;04/03/2026;;1.250,00;${pagoPa}`,
      '31/03/2026;31/03/2026;12,50;;COMMISSIONI',
    ),
    {
      headerRow: 4,
      columns: {
        day: ['Data contabile'],
        valueDay: ['Data valuta'],
        dare: ['Dare'],
        avere: ['Avere'],
        causale: ['Descrizione operazione'],
      },
      decimals: 'comma',
      days: 'dmy',
    },
  ],
  [
    'a bank with a sign in the amount',
    lines(
      'Data op.,Valuta,Causale,Importo',
      `2026-03-04,2026-03-04,${pagoPa},"1,250.00"`,
      '2026-03-05,2026-03-05,COMMISSIONI,-12.50',
    ),
    {
      columns: { day: ['Data op.'], valueDay: ['Valuta'], causale: ['Causale'], amount: ['Importo'] },
      decimals: 'dot',
      days: 'ymd',
    },
  ],
  [
    'a bank with a column for the sign, whose «Valuta» is a currency',
    lines(
      'DATA REG.;VALUTA;IMPORTO EURO;SEGNO;CAUSALE ESTESA',
      `28-02-26;EUR;00000012,00;A;${pagoPa}`,
      '28-02-26;EUR;00000001,00;D;BOLLI',
    ),
    {
      columns: {
        day: ['DATA REG.'],
        amount: ['IMPORTO EURO'],
        segno: ['SEGNO'],
        causale: ['CAUSALE ESTESA'],
      },
      decimals: 'comma',
      days: 'dmy',
    },
  ],
  [
    'entrate and uscite',
    lines('Data mov.|Entrate|Uscite|Dettagli', `16/03/2026|100,00|0,00|${pagoPa}`),
    { columns: { day: ['Data mov.'], avere: ['Entrate'], dare: ['Uscite'], causale: ['Dettagli'] } },
  ],
  [
    'accrediti and addebiti with a causale in three columns',
    lines(
      'Data;Addebiti;Accrediti;Causale 1;Causale 2;Causale 3',
      '16/03/2026;;100,00;/PUR/LGPE-RIVERSAMENTO/URI/2026-03-;04BINVIT9X-1;fine',
    ),
    {
      columns: {
        day: ['Data'],
        dare: ['Addebiti'],
        avere: ['Accrediti'],
        causale: ['Causale 1', 'Causale 2', 'Causale 3'],
      },
    },
  ],
  [
    'a list of provvisori',
    lines(
      'Esercizio;N. Provvisorio;Data provvisorio;Ordinante;Importo provvisorio;Causale;Bolletta',
      `2026;0000123;16/03/2026;Banca Inventata;100,00;${pagoPa};0000456`,
    ),
    {
      columns: {
        esercizio: ['Esercizio'],
        numero: ['N. Provvisorio'],
        day: ['Data provvisorio'],
        payer: ['Ordinante'],
        amount: ['Importo provvisorio'],
        causale: ['Causale'],
        bolletta: ['Bolletta'],
      },
    },
  ],
  [
    'headers of no bank, told by what stands below them',
    lines('Quando;Cosa;Quanto', `16/03/2026;${pagoPa};100,00`),
    { headerRow: 1, columns: { day: ['Quando'], causale: ['Cosa'], amount: ['Quanto'] } },
  ],
  [
    'no headers at all',
    lines(`16/03/2026;${pagoPa};100,00`, '17/03/2026;ALTRO;20,00'),
    { headerRow: null, columns: { day: [0], causale: [1], amount: [2] } },
  ],
  [
    'payments of a partner',
    lines(
      'IUV;Data pagamento;Importo pagato;Codice fiscale;Pagatore',
      '01000000000000167;16/03/2026;100,00;VRDNNA80A41H501X;Anna Verdi',
    ),
    {
      what: 'ricevute',
      columns: {
        iuv: ['IUV'],
        day: ['Data pagamento'],
        amount: ['Importo pagato'],
        debtorCf: ['Codice fiscale'],
        debtorName: ['Pagatore'],
      },
    },
  ],
  [
    'what people owe',
    lines(
      'Numero avviso;Tributo;Importo dovuto;Scadenza;Contribuente',
      '301000000000000167;TARI;100,00;16/12/2026;Anna Verdi',
    ),
    {
      what: 'posizioni',
      columns: {
        notice: ['Numero avviso'],
        tipo: ['Tributo'],
        amount: ['Importo dovuto'],
        due: ['Scadenza'],
        debtorName: ['Contribuente'],
      },
    },
  ],
  [
    'two columns of one name: a person says which',
    lines('Data;Importo;Importo;Causale', `16/03/2026;100,00;100,00;${pagoPa}`),
    { columns: { day: ['Data'], causale: ['Causale'] }, missing: ['amount'] },
  ],
  [
    'headers that are names of JavaScript',
    lines('__proto__;constructor;Data;;Importo;Causale', `x;y;16/03/2026;;100,00;${pagoPa}`),
    { columns: { day: ['Data'], amount: ['Importo'], causale: ['Causale'] } },
  ],
  [
    'days of which nothing proves the order, and thousands that may be units',
    lines('Data;Importo;Causale', `03/04/2026;1,234;${pagoPa}`, '05/04/2026;2,000;ALTRO'),
    { decimals: null, days: null, questions: ['decimals', 'days'] },
  ],
  [
    'whole numbers, which may be cents',
    lines('Data;Importo;Causale', `16/03/2026;12345;${pagoPa}`),
    { decimals: null, days: 'dmy', questions: ['decimals'] },
  ],
  [
    'days of which one proves the order',
    lines('Data;Importo;Causale', `03/04/2026;1,00;${pagoPa}`, '04/16/2026;2,00;ALTRO'),
    { days: 'mdy', questions: [] },
  ],
  [
    'words for in and out that nobody knows',
    lines(
      'Data;Importo;Verso;Causale',
      `16/03/2026;1,00;arrivato;${pagoPa}`,
      '16/03/2026;2,00;partito;ALTRO',
    ),
    { questions: ['marks'] },
  ],
];

describe('a list that nobody knows', () => {
  it.each(statements)('is proposed: %s', (_what, content, expected) => {
    expect(told(content)).toMatchObject(expected);
  });

  it('is proposed alike from a workbook, whose numbers prove themselves', () => {
    const rows = [
      ['Data', 'Importo', 'Causale'],
      ['16/03/2026', 1234.5, pagoPa],
      ['17/03/2026', 1234, 'ALTRO'],
    ];
    for (const type of ['xlsx', 'ods', 'biff8'] as const)
      expect(told(workbook({ Movimenti: rows }, type))).toMatchObject({
        columns: { day: ['Data'], amount: ['Importo'], causale: ['Causale'] },
        decimals: 'comma',
        questions: [],
      });
  });

  it.each([
    [
      'a letter',
      'Gentile signora, le scrivo, come d’accordo,\nper dirle, con stima, che va tutto bene, grazie\n',
    ],
    ['names', 'Nome;Cognome\nAnna;Bianchi\n'],
    ['one column', 'Importo\n1,00\n'],
    ['figures without days', '1;2;3\n4;5;6\n'],
  ])('is no list: %s', (_what, content) => {
    expect(maybeProposal(content)).toBeNull();
  });

  it('shows its first three rows, as numbered by the program that opens it', () => {
    const { table } = proposalOf(
      lines(
        '',
        'Data;Importo;Causale',
        '',
        '01/03/2026;1,00;a',
        '02/03/2026;2,00;b',
        '03/03/2026;3,00;c',
        '04/03/2026;4,00;d',
      ),
    );
    expect(table.samples.map(({ row, cells }) => [row, cells[2]?.text])).toEqual([
      [4, 'a'],
      [5, 'b'],
      [6, 'c'],
    ]);
  });
});
