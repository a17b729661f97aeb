import { describe, expect, it } from 'vitest';
import { sampleAndExpected } from '../expected.ts';
import { tell } from '../reading.ts';

const folder = new URL('.', import.meta.url);
const title = 'COMUNE DI VALFINTA;IT56M9960199200001009999012';
const credit = (text: string) => `12/03/2026;12/03/2026;48;BONIFICO;EUR;;10,00;;${text}`;
const told = (...rows: readonly string[]) => tell([...rows, ''].join('\n'), 'x.csv');
const numeri = (...rows: readonly string[]) => told(...rows).movimenti.map(({ numero }) => numero);

describe('a statement of Poste', () => {
  it.each(['senza-intestazione.csv', 'con-intestazione.csv'])('is read as the sample says: %s', (sample) => {
    const { said, expected } = sampleAndExpected(folder, sample);
    expect(said).toEqual(expected);
  });

  it('numbers its lines by what they say: overlapping statements tell the same, equal lines are counted', () => {
    const [a = '', b = '', c = ''] = numeri(title, credit('UNO'), credit('DUE'), credit('UNO'));
    expect([a, c]).toEqual([expect.stringMatching(/^EC-[0-9a-f]{12}$/), `${a}-2`]);
    expect(numeri(title, credit('TRE'), credit('due '), credit('U NO'), credit('UNO')).slice(1)).toEqual([
      b,
      a,
      c,
    ]);
    expect(numeri(title.replace('012', '013'), credit('UNO'))).not.toContain(a);
  });

  it('is of nobody when its columns stand elsewhere, or no IBAN is told', () => {
    const names =
      'data;valuta;cod;causale;divisa;importo_credito;importo_debito;accessoria1;causale_movimento';
    for (const rows of [
      [title, names, credit('X')],
      ['COMUNE DI VALFINTA', credit('X')],
      [title, 'data;importo'],
    ])
      expect(['columns-unknown', 'unknown-format']).toContain(told(...rows).problem?.code);
  });

  it.each([
    [
      'no amount',
      '12/03/2026;12/03/2026;48;BONIFICO;EUR;;;;X',
      { code: 'missing-value', field: 'importo credito' },
    ],
    ['a negative credit', '12/03/2026;12/03/2026;48;BONIFICO;EUR;;-1,00;;X', { code: 'invalid-amount' }],
    [
      'an exponent',
      '12/03/2026;12/03/2026;48;BONIFICO;EUR;;1E3;;X',
      { code: 'invalid-amount', value: '1E3' },
    ],
    [
      'no such day',
      '31/02/2026;12/03/2026;48;BONIFICO;EUR;;1,00;;X',
      { code: 'invalid-day', field: 'data contabile' },
    ],
  ])('refuses a row with %s', (_, row, refused) => {
    expect(told(title, credit('X'), row)).toMatchObject({
      problem: null,
      refusedRows: [{ row: 3, ...refused }],
      movimenti: [{ cents: 1_000 }],
    });
  });
});
