import { describe, expect, it } from 'vitest';
import type { ListWarning, RefusedListRow } from '../../../../src/shared/domain/message/list-problem.ts';
import {
  sayListProblem,
  sayListWarning,
  sayRefusedProperty,
} from '../../../../src/shared/wording/messages/list.ts';
import { sayRowRefusal } from '../../../../src/shared/wording/messages/preparation.ts';
import { sayProperty } from '../../../../src/shared/wording/messages/property.ts';
import { sayPlanProblem } from '../../../../src/shared/wording/messages/tari-plan.ts';
import { day } from '../../domain/message/recipients.ts';

describe('a row that is left out says', () => {
  it.each<[RefusedListRow, RegExp]>([
    [
      { row: 12, code: 'cf-check', value: 'RSSMRA85T10A562T', expected: 'S' },
      /^Riga 12: .*carattere di controllo errato \(atteso S\)/,
    ],
    [
      { row: 3, code: 'cf-numeric', value: '01234567897' },
      /codice fiscale numerico provvisorio o una partita IVA: non raggiungibile su IO/,
    ],
    [
      { row: 3, code: 'cf-shape', value: 'RSSMRA85TIOA562S', proposed: 'RSSMRA85T10A562S' },
      /\(forse RSSMRA85T10A562S\)/,
    ],
    [
      {
        row: 3,
        code: 'notice-check',
        value: '301000000000012374',
        expected: '73',
        rata: { kind: 'rata', n: 2, of: 4 },
      },
      /^Riga 3, rata 2 di 4: .*cifre di controllo errate \(attese 73\)/,
    ],
    [
      { row: 3, code: 'amount-over-cap', value: '10.000,01', cents: 1_000_001, cap: 1_000_000 },
      /10\.000,01\s€ supera il massimo del servizio, 10\.000,00\s€/,
    ],
    [{ row: 3, code: 'due-past', value: 'x', day: day('2026-03-01') }, /01\/03\/2026/],
    [{ row: 9, code: 'duplicate-notice', value: '301000000000012373', firstRow: 4 }, /già alla riga 4/],
  ])('%o', (refused, sentence) => {
    expect(sayRowRefusal(refused)).toMatch(sentence);
  });
});

it.each<[ListWarning, string]>([
  [
    { code: 'minors', count: 1, rows: [7] },
    '1 riga è di un minorenne (la 7): scrivere al genitore che ha fatto domanda, non al figlio.',
  ],
  [
    { code: 'amounts-in-cents', column: 'amount', example: '6410' },
    'Gli importi della colonna «amount» sono letti in centesimi: «6410» è 64,10\u00a0€.',
  ],
])('a warning %o', (warning, sentence) => {
  expect(sayListWarning(warning)).toBe(sentence);
});

it('a list that cannot be used says so, and that nothing was made', () => {
  const damaged = { code: 'list-column-damaged', column: 'Avviso', row: 1, value: '3,01E+17' } as const;
  expect(sayListProblem(damaged)).toMatch(
    /rovinato da Excel.*«3,01E\+17».*Non è stato preparato alcun messaggio\.$/,
  );
  expect(sayListProblem({ code: 'unreadable-list', problem: { code: 'unclosed-quote', line: 2 } })).toMatch(
    /riga 2 si aprono virgolette/,
  );
  expect(sayRefusedProperty({ row: 2, code: 'property-without-key' })).toMatch(
    /^Riga 2 degli immobili: .*Il nome non basta/,
  );
});

it('a plan that cannot be made says what to choose', () => {
  const problem = {
    code: 'decision-day-needed',
    row: 2,
    unicaDue: day('2026-06-16'),
    rataDue: day('2026-06-16'),
    debts: 3,
    latest: day('2026-06-11'),
  } as const;
  expect(sayPlanProblem(problem)).toMatch(/non dopo il 11\/06\/2026, oppure mandare solo le rate/);
});

it('a property is one line, without what is not known', () => {
  const nothing = { row: 1, fiscalCode: null, noticeNumber: null, debt: null, account: null, endDay: null };
  const home = {
    ...nothing,
    address: 'VIA ROMA 12_B',
    foglio: '3',
    particella: '45',
    sub: '2',
    category: 'A/2',
    area: '85',
  };
  expect(sayProperty(home)).toBe('VIA ROMA 12_B, foglio 3, particella 45, sub 2, categoria A/2, 85 mq');
  const bare = { ...home, foglio: null, particella: null, sub: null, category: null, area: null };
  expect(sayProperty(bare)).toBe('VIA ROMA 12_B');
});
