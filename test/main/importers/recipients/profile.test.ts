import { describe, expect, it } from 'vitest';
import { proposeListProfile } from '../../../../src/main/importers/recipients/propose.ts';
import { parseListProfile, type ListProfile } from '../../../../src/shared/domain/message/list-profile.ts';
import { sayListProfileProblem } from '../../../../src/shared/wording/messages/list-profile.ts';
import { lines, problemOf, read, source } from './lists.ts';

const mario = 'RSSMRA85T10A562S';
const avviso = '301000000000012373';
const headers = ['Soggetto', 'Bollettino', 'Euro', 'Entro', 'Note'];
const list = lines(headers.join(';'), `${mario};${avviso};1.234;03/04/2026;a`);

function profile(value: object): ListProfile {
  const parsed = parseListProfile({ name: 'Ditta di Prova', ...value });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

const byPlace = profile({
  headers,
  columns: { fiscalCode: 0, notice: 1, amount: 2, due: 3 },
  decimals: 'comma',
  days: 'mdy',
});
const byName = profile({ columns: { fiscalCode: 'soggetto', amount: 'EURO' }, decimals: 'dot' });

function proposal(text: string) {
  const proposed = proposeListProfile(source(text));
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
  return proposed.value;
}

describe('a profile', () => {
  it('says which column is which, and how amounts and days are written', () => {
    expect(read(list, { profile: byPlace }).recipients).toMatchObject([
      { fiscalCode: mario, noticeNumber: avviso, cents: 123_400, dueDay: '2026-03-04' },
    ]);
  });

  it('that names columns by their headers finds them anywhere', () => {
    const turned = lines('titolo;;', 'Note;Euro;Soggetto', `a;12.50;${mario}`);
    expect(read(turned, { profile: byName }).recipients).toMatchObject([{ fiscalCode: mario, cents: 1250 }]);
  });

  it('expands instalments of columns with other names', () => {
    const rate = profile({
      columns: { fiscalCode: 'CF' },
      instalments: [
        { rata: 0, notice: 'Tutto', amount: 'Somma', due: null },
        { rata: 1, notice: 'Parte', amount: 'Somma parte' },
      ],
    });
    const text = lines(
      'CF;Tutto;Somma;Parte;Somma parte',
      `${mario};${avviso};10,00;312202500000001771;5,00`,
    );
    expect(read(text, { profile: rate }).recipients.map(({ rata, cents }) => [rata?.kind, cents])).toEqual([
      ['unica', 1000],
      ['rata', 500],
    ]);
  });

  it.each([
    ['in another order', ['Soggetto', 'Euro', 'Bollettino', 'Entro', 'Note'], 'Bollettino', 'Euro'],
    ['one more', ['Soggetto', 'Zona', 'Bollettino', 'Euro', 'Entro', 'Note'], 'Bollettino', 'Zona'],
    ['one less', ['Soggetto', 'Bollettino', 'Euro', 'Entro'], 'Note', ''],
  ])('refuses a list with its columns %s', (_, other, column, value) => {
    expect(problemOf(lines(other.join(';'), `${mario};x;x;x`), { profile: byPlace })).toEqual({
      code: 'list-columns-shifted',
      profile: 'Ditta di Prova',
      near: true,
      column,
      value,
    });
  });

  it('refuses a list whose values moved under the same headers', () => {
    const moved = lines(headers.join(';'), `${avviso};${mario};1,00;03/04/2026;a`);
    expect(problemOf(moved, { profile: byPlace })).toMatchObject({
      code: 'list-columns-shifted',
      near: true,
      column: 'Soggetto',
      value: avviso,
    });
  });

  it('knows a list that is not its own', () => {
    expect(problemOf(lines('CF;Zona;Importo', `${mario};Nord;1,00`), { profile: byPlace })).toMatchObject({
      code: 'list-columns-shifted',
      near: false,
    });
  });

  it('refuses a list without a column that it names', () => {
    expect(problemOf(lines('Soggetto;Note', `${mario};a`), { profile: byName })).toMatchObject({
      code: 'list-columns-shifted',
      column: 'EURO',
    });
  });
});

describe('the JSON of a profile', () => {
  it.each([
    [null, '', 'not-an-object'],
    [{}, 'columns', 'missing'],
    [{ columns: { amount: 'Importo' } }, 'columns.fiscalCode', 'missing'],
    [{ columns: { fiscalCode: 'CF' }, colonne: {} }, 'colonne', 'unknown'],
    [{ columns: { fiscalCode: 'CF', surname: 'X' } }, 'columns.surname', 'unknown'],
    [{ columns: { fiscalCode: 'CF', amount: 'CF' } }, 'columns.amount', 'used-twice'],
    [{ columns: { fiscalCode: 0 } }, 'columns.fiscalCode', 'needs-headers'],
    [{ headers: ['CF'], columns: { fiscalCode: 1 } }, 'columns.fiscalCode', 'no-such-column'],
    [{ columns: { fiscalCode: -1 } }, 'columns.fiscalCode', 'wrong-type'],
    [{ columns: { fiscalCode: 'CF' }, decimals: 'virgola' }, 'decimals', 'unknown'],
    [{ columns: { fiscalCode: 'CF' }, days: 'gma' }, 'days', 'unknown'],
    [{ columns: { fiscalCode: 'CF' }, instalments: [{ rata: 1 }] }, 'instalments.0.notice', 'wrong-type'],
  ] as const)('%j is refused at «%s»', (value, at, why) => {
    const problem = { code: 'not-a-list-profile', at, why } as const;
    expect(parseListProfile(value)).toEqual({ ok: false, problem });
    expect(sayListProfileProblem(problem)).toContain(at);
  });

  it('is the same after a round trip', () => {
    expect(parseListProfile(JSON.parse(JSON.stringify(byPlace)))).toEqual({ ok: true, value: byPlace });
  });
});

describe('a proposal', () => {
  it('shows three values of each column and what they may be', () => {
    const text = lines(
      'Elenco;;;',
      'CF;Codice avviso;Importo;Scadenza',
      ...[1, 2, 3, 4].map((n) => `${mario};${avviso};1.23${n};0${n}/04/2026`),
    );
    const { columns, headerRow, profile: made, askDecimals, askDays } = proposal(text);
    expect(columns.map(({ guess }) => guess)).toEqual(['fiscalCode', 'notice', 'amount', 'due']);
    expect(columns[2]?.samples.map(({ text: sample }) => sample)).toEqual(['1.231', '1.232', '1.233']);
    expect(headerRow).toBe(2);
    expect(askDecimals).toEqual({ example: '1.231', choices: ['comma', 'dot'] });
    expect(askDays).toEqual({ example: '01/04/2026', choices: ['dmy', 'mdy'] });
    expect(made).toMatchObject({ decimals: null, days: null });
  });

  it('becomes a profile that reads the same list', () => {
    const text = lines('CF;Codice avviso;Importo;Scadenza', `${mario};${avviso};12,30;16/04/2026`);
    const { profile: made, askDecimals } = proposal(text);
    expect(askDecimals).toBeNull();
    expect(read(text, { profile: profile({ ...made }) }).recipients).toEqual(read(text).recipients);
  });

  it('of a list whose headers nobody knows finds the people by their codes', () => {
    const { columns, profile: made } = proposal(list);
    expect(columns.map(({ guess }) => guess)).toEqual(['fiscalCode', 'notice', null, null, null]);
    expect(made.columns).toEqual({ fiscalCode: 0, notice: 1 });
  });
});
