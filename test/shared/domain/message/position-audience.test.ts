import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inParts,
  rataInWords,
  recipientsOf,
  type AskedPosition,
} from '../../../../src/shared/domain/message/position-audience.ts';
import { planTari, scenarioOf } from '../../../../src/shared/domain/message/tari-plan.ts';
import { day, rata, unica } from './recipients.ts';

const notices = ['301000000000012373', '302123456789012356', '348000000000000164'];

function position(different: Partial<AskedPosition> = {}): AskedPosition {
  return {
    iuv: '01000000000012373',
    noticeNumber: null,
    debtorCf: 'RSSMRA85T10A562S',
    debtorName: 'Mario Rossi',
    cents: 12_830,
    dueDay: day('2026-12-16'),
    description: 'TARI 2026',
    tipoDovuto: 'TARI',
    ...different,
  };
}

describe('a debt position', () => {
  it('becomes a row that a message can be written for', () => {
    expect(recipientsOf([position()])).toEqual({
      leftOut: [],
      recipients: [
        {
          row: 1,
          fiscalCode: 'RSSMRA85T10A562S',
          name: 'Mario Rossi',
          noticeNumber: '301000000000012373',
          cents: 12_830,
          dueDay: '2026-12-16',
          rata: null,
          debt: null,
          account: null,
          fields: { causale: 'TARI 2026', 'tipo dovuto': 'TARI' },
        },
      ],
    });
  });

  it.each([
    ['of a company', { debtorCf: '01234567897' }, 'not-a-person'],
    ['of nobody', { debtorCf: null }, 'not-a-person'],
    ['of ANONIMO', { debtorCf: 'ANONIMO' }, 'not-a-person'],
    ['with a wrong check character', { debtorCf: 'RSSMRA85T10A562T' }, 'cf-wrong'],
    ['without a numero avviso', { iuv: 'RF18539007547034' }, 'no-notice'],
    ['with a numero avviso that is wrong', { noticeNumber: '301000000000012374' }, 'no-notice'],
  ])('%s is left out, and told of', (_, different, code) => {
    const { recipients, leftOut } = recipientsOf([
      position(different),
      position({ iuv: '02123456789012356' }),
    ]);
    expect(leftOut).toEqual([{ code, about: position(different).iuv }]);
    expect(recipients.map(({ row }) => row)).toEqual([1]);
  });
});

describe('the words of a position', () => {
  it.each([
    ['TARI 2026 RATA UNICA', unica],
    ['Tari 2026 - unica soluzione', unica],
    ['TARI 2026 RATA 2 DI 4', { kind: 'rata', n: 2, of: 4 }],
    ['TARI 2026 - rata n. 3', rata(3)],
    ['2ª rata TARI', rata(2)],
    ['Prima rata tassa rifiuti', rata(1)],
    ['TARI 2026 rata 1/3', { kind: 'rata', n: 1, of: 3 }],
    ['Mensa rata 03/2026', null],
    ['Mensa scolastica marzo 2026', null],
    ['Errata corrige 2 bollette', null],
    ['', null],
  ])('«%s»', (words, expected) => {
    expect(rataInWords(words)).toEqual(expected);
  });
});

const part = (at: number, description: string, dueDay: string, debtorCf = 'RSSMRA85T10A562S') =>
  position({ iuv: (notices[at] ?? '').slice(1), description, dueDay: day(dueDay), debtorCf });

describe('parts of one debt', () => {
  const today = day('2026-04-01');

  it('are asked for one at a time', () => {
    const told = inParts(
      recipientsOf([part(0, 'TARI rata unica', '2026-05-16'), part(1, 'TARI rata 1', '2026-06-16')]),
      today,
    );
    expect(told.leftOut).toEqual([]);
    expect(new Set(told.recipients.map(({ debt }) => debt))).toEqual(new Set(['RSSMRA85T10A562S 2026']));
  });

  it.each([
    ['the whole and the first fall due together', 'TARI rata unica', 'TARI rata 1'],
    ['they are of two properties', 'TARI rata 1', 'TARI rata 1'],
  ])('are left to a person when %s', (_, one, other) => {
    const told = inParts(recipientsOf([part(0, one, '2026-06-16'), part(1, other, '2026-06-16')]), today);
    expect(told.recipients).toEqual([]);
    expect(told.leftOut).toEqual([
      { code: 'rate-undecided', about: notices[0]?.slice(1) },
      { code: 'rate-undecided', about: notices[1]?.slice(1) },
    ]);
  });

  it('do not keep others from being asked', () => {
    const told = inParts(
      recipientsOf([
        part(0, 'TARI rata 1', '2026-06-16'),
        part(1, 'TARI rata 1', '2026-06-16'),
        part(2, 'TARI 2026', '2026-06-16', 'RSSMRA80A01H501U'),
      ]),
      today,
    );
    expect(told.recipients.map(({ noticeNumber, debt }) => [noticeNumber, debt])).toEqual([
      [notices[2], notices[2]],
    ]);
  });

  it('two wholes of one person are two debts', () => {
    const told = inParts(
      recipientsOf([part(0, 'TARI rata unica', '2026-06-16'), part(1, 'TARI rata unica', '2026-06-16')]),
      today,
    );
    expect(told.recipients.map(({ debt }) => debt)).toEqual([notices[0], notices[1]]);
  });

  it('can always be planned, whatever a drop holds', () => {
    const people = ['RSSMRA85T10A562S', 'RSSMRA80A01H501U', 'BNCNNA80A41H501R'];
    const words = ['TARI', 'TARI rata unica', 'TARI rata 1', 'TARI rata 2', 'TARI 3 rata'];
    const drawn = fc.record({
      debtorCf: fc.constantFrom(...people),
      description: fc.constantFrom(...words),
      dueDay: fc.integer({ min: 0, max: 300 }).map((n) => day(isoOf(n))),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (drop) => {
        const positions = drop.map((one, n) =>
          position({ ...one, noticeNumber: `1${String(n).padStart(17, '0')}` }),
        );
        const { recipients, leftOut } = inParts(recipientsOf(positions), today);
        expect(recipients.length + leftOut.length).toBe(drop.length);
        const scenario = scenarioOf(recipients);
        const plan = planTari(recipients, { scenario, from: today, decisionDay: null, daysAhead: 30 });
        expect(plan.ok).toBe(true);
      }),
    );
  });
});

function isoOf(n: number): string {
  return new Date(Date.UTC(2026, 3, 1 + n)).toISOString().slice(0, 10);
}
