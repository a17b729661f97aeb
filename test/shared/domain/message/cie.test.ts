import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/shared/domain/day.ts';
import { cieCardOf, cieTurn, type CieCard } from '../../../../src/shared/domain/message/cie.ts';
import { personCheckLetter } from '../../../../src/shared/domain/codice-fiscale.ts';
import { day, recipient } from './recipients.ts';

const adult: CieCard = {
  fiscalCode: 'RSSMRA85T10A562S',
  name: 'Rossi Mario',
  expiresOn: day('2027-03-31'),
  number: 'CA00000AA',
  issuedOn: day('2017-03-20'),
  paper: false,
};
// Born on 1 January 1950.
const old: CieCard = { ...adult, fiscalCode: 'RSSMRA50A01H501O' };
const monthBefore = { when: 'month-before', overSeventy: 'leave' } as const;
const onTheDay = { when: 'expiry-day', overSeventy: 'leave' } as const;

describe('an identity card that expires', () => {
  it.each([
    [
      'is left alone until a month before',
      adult,
      monthBefore,
      '2027-02-27',
      { turn: 'later', on: '2027-02-28' },
    ],
    ['is told of a month before', adult, monthBefore, '2027-02-28', { turn: 'now', text: 'expiring' }],
    [
      'is told of later when nobody looked',
      adult,
      monthBefore,
      '2027-03-09',
      { turn: 'now', text: 'expiring' },
    ],
    ['is not told of for ever', adult, monthBefore, '2027-03-31', { turn: 'over' }],
    ['can be told of on its last day', adult, onTheDay, '2027-03-31', { turn: 'now', text: 'expired' }],
    ['or after it', adult, onTheDay, '2027-04-20', { turn: 'now', text: 'expired' }],
    ['but not long after', adult, onTheDay, '2027-05-01', { turn: 'over' }],
    ['and not before', adult, onTheDay, '2027-03-30', { turn: 'later', on: '2027-03-31' }],
    [
      'that expired while nobody looked says so',
      { ...adult, expiresOn: day('2027-03-28') },
      monthBefore,
      '2027-03-29',
      { turn: 'now', text: 'expired' },
    ],
    [
      'of somebody over seventy needs a choice',
      old,
      monthBefore,
      '2027-03-09',
      { turn: 'needs-choice', why: 'over-70-extended' },
    ],
    [
      'that was issued to somebody over seventy since July 2026 is good for fifty years',
      { ...old, issuedOn: day('2026-07-30') },
      monthBefore,
      '2027-03-09',
      { turn: 'needs-choice', why: 'over-70-fifty-years' },
    ],
    [
      'that was issued on the day before is not',
      { ...old, issuedOn: day('2026-07-29') },
      monthBefore,
      '2027-03-09',
      { turn: 'needs-choice', why: 'over-70-extended' },
    ],
    [
      'of somebody over seventy is told of when that was chosen',
      old,
      { ...monthBefore, overSeventy: 'write' as const },
      '2027-03-09',
      { turn: 'now', text: 'expiring' },
    ],
    [
      'asks for no choice before its day has come',
      old,
      monthBefore,
      '2027-02-01',
      { turn: 'later', on: '2027-02-28' },
    ],
    [
      'of paper has a text of its own',
      { ...adult, paper: true },
      monthBefore,
      '2027-03-09',
      { turn: 'now', text: 'paper' },
    ],
    [
      'of paper is of no use to somebody over seventy either',
      { ...old, paper: true },
      monthBefore,
      '2027-03-09',
      { turn: 'now', text: 'paper' },
    ],
  ] as const)('%s', (_, card, choices, today, expected) => {
    expect(cieTurn(card, choices, day(today))).toEqual(expected);
  });

  it('has its turn on a row of days, that of the list, and never twice', () => {
    const expiry = fc.integer({ min: 0, max: 7_000 }).map((n) => addDays(day('2026-06-01'), n));
    fc.assert(
      fc.property(
        expiry,
        fc.constantFrom('month-before' as const, 'expiry-day' as const),
        (expiresOn, when) => {
          const turns = Array.from({ length: 130 }, (_, n) => {
            const card = { ...adult, expiresOn };
            return cieTurn(card, { when, overSeventy: 'leave' }, addDays(expiresOn, n - 65)).turn;
          });
          const first = turns.indexOf('now');
          const last = turns.lastIndexOf('now');
          expect(last - first).toBe(30);
          expect(new Set(turns.slice(first, last + 1))).toEqual(new Set(['now']));
          expect(new Set(turns.slice(0, first))).toEqual(new Set(['later']));
          expect(new Set(turns.slice(last + 1))).toEqual(new Set(['over']));
        },
      ),
    );
  });
});

const turnOf = (card: Partial<CieCard>, today: string) =>
  cieTurn({ ...old, expiresOn: day('2020-01-31'), ...card }, monthBefore, day(today));

describe('the age of seventy', () => {
  // Born on 30 July 1956.
  const later = { fiscalCode: `RSSMRA56L30H501${personCheckLetter('RSSMRA56L30H501')}` };

  it('is reached on the birthday', () => {
    expect(turnOf({}, '2019-12-31')).toEqual({ turn: 'now', text: 'expiring' });
    expect(turnOf({}, '2020-01-01')).toMatchObject({ turn: 'needs-choice' });
    expect(turnOf({ fiscalCode: '01234567897' }, '2020-01-01')).toEqual({ turn: 'now', text: 'expiring' });
  });

  it('makes a card good for fifty years when it was reached at its issue', () => {
    const expiresOn = day('2036-07-30');
    const why = (issuedOn: string | null) =>
      turnOf({ ...later, expiresOn, issuedOn: issuedOn === null ? null : day(issuedOn) }, '2036-07-01');
    expect(why('2026-07-30')).toMatchObject({ why: 'over-70-fifty-years' });
    expect(why('2026-07-29')).toMatchObject({ why: 'over-70-extended' });
    expect(why(null)).toMatchObject({ why: 'over-70-extended' });
  });

  it('or the day of expiry: the card is still good on that day', () => {
    expect(cieTurn({ ...adult, expiresOn: day('2027-03-28') }, monthBefore, day('2027-03-28'))).toEqual({
      turn: 'now',
      text: 'expiring',
    });
  });
});

const row = (fields: Record<string, string>) =>
  cieCardOf(recipient({ dueDay: day('2027-03-31'), name: 'Rossi Mario', fields }));

describe('a row of a list of cards', () => {
  it('tells the card as the registry writes it', () => {
    expect(row({ 'Numero carta': 'ca00000aa', 'Data rilascio': '20/03/2017' })).toEqual(adult);
  });

  it.each([
    [{ 'Tipo documento': 'CARTA IDENTITA’ CARTACEA' }, true],
    [{ 'Numero documento': 'AX1234567' }, true],
    [{ 'N. documento': 'AX 1234567', 'Tipo carta': 'C.I.' }, true],
    [{ 'Numero documento': 'AX1234567', 'Tipo carta': 'Elettronica' }, false],
    [{ 'Numero documento': 'CA12345AB' }, false],
    [{ 'Numero documento': 'XAX1234567' }, false],
    [{ 'Numero documento': 'AX12345678' }, false],
    [{ 'Numero documento': 'ax1234567' }, true],
    [{ 'Numero documento': 'AX1234567', Supporto: 'CIE' }, false],
    [{ 'Tipo carta': ' ', Tipologia: 'cartaceo' }, true],
    [{}, false],
  ])('knows a card of paper: %o', (fields, paper) => {
    expect(row(fields)?.paper).toBe(paper);
  });

  it('tells nothing that the list does not say', () => {
    expect(row({})).toEqual({ ...adult, number: null, issuedOn: null });
    expect(row({ 'Data rilascio': 'ieri', 'Numero carta': ' ' })).toEqual({
      ...adult,
      number: null,
      issuedOn: null,
    });
    expect(row({ 'Numero carta': ' ', 'N. documento': ' ca1 ', 'Numero CIE': 'ca2' })?.number).toBe('CA1');
  });

  it('without an expiry is no card: a validity is never computed', () => {
    expect(cieCardOf(recipient({ fields: { 'Data rilascio': '20/03/2017' } }))).toBeNull();
  });
});
