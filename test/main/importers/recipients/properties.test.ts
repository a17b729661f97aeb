import { describe, expect, it } from 'vitest';
import { readProperties } from '../../../../src/main/importers/recipients/properties.ts';
import { mergeProperties, type MergeOptions } from '../../../../src/shared/domain/message/property.ts';
import { sayProperty } from '../../../../src/shared/wording/messages/property.ts';
import { day, recipient } from '../../../shared/domain/message/recipients.ts';
import { lines, source } from './lists.ts';

const mario = 'RSSMRA85T10A562S';
const anna = 'RSSMRA80A01H501U';
const options: MergeOptions = { today: day('2026-03-02'), missing: 'block' };

function properties(...rows: readonly string[]) {
  const list = readProperties(source(lines(...rows)));
  if (!list.ok) throw new Error(JSON.stringify(list.problem));
  return list.value;
}

const header = 'Codice fiscale;Indirizzo;Foglio;Mappale;Sub;Categoria;Mq;Data fine occupazione';

describe('a list of properties', () => {
  it('is read with its dirt, and what is wrong in it is told', () => {
    const {
      properties: read,
      refused,
      rows,
    } = properties(
      'Immobili TARI;;;;;;;',
      header,
      `${mario.toLowerCase()};VIA ROMA 12_B * [ex] #3 | SUB 2;3;45;2;A/2;85;`,
      `;VIA ROMA 1;3;45;2;A/2;85;`,
      `${mario};;;;;;;`,
      `${mario};VIA ROMA 1;3;45;2;A/2;85;boh`,
      'Totale;;;;;;999;',
    );
    expect(read).toMatchObject([
      {
        row: 1,
        fiscalCode: mario,
        address: 'VIA ROMA 12_B * [ex] #3 | SUB 2',
        particella: '45',
        endDay: null,
      },
    ]);
    expect(refused).toEqual([
      { row: 2, code: 'property-without-key' },
      { row: 3, code: 'property-without-place' },
      { row: 4, code: 'property-end-unreadable', value: 'boh' },
      { row: 5, code: 'total-row' },
    ]);
    expect(rows).toBe(5);
  });

  it('may have the civico in a column of its own, and no end that is one', () => {
    const { properties: read } = properties(
      'Cod. contribuente;Via;Civico;Data cessazione',
      '0012;VIA ROMA;5;31/12/9999',
    );
    expect(read).toMatchObject([{ account: '0012', address: 'VIA ROMA 5', endDay: null }]);
  });

  it.each([
    [lines('Nominativo;Indirizzo', 'Rossi;Via Roma'), 'key'],
    [lines('CF;Nominativo', `${mario};Rossi`), 'property'],
  ])('without what it needs is none: %j', (text, needed) => {
    expect(readProperties(source(text))).toMatchObject({ problem: { code: 'list-column-missing', needed } });
  });
});

describe('properties led to people', () => {
  const people = [
    recipient({ row: 1, fiscalCode: mario, account: '7' }),
    recipient({ row: 2, fiscalCode: anna, account: '8' }),
  ];

  it('are shown in one order, each once, without those that are over', () => {
    const rows = [
      `${mario};VIA ROMA 12;3;45;2;A/2;85;`,
      `${mario};VIA ROMA 9;3;44;1;C/6;14;`,
      `${mario};VIA ROMA 9;3;44;1;C/6;14;`,
      `${mario};VIA VECCHIA 1;1;1;1;A/2;50;01/03/2026`,
      `ZZZZZZ80A01H501Z;VIA DI NESSUNO 1;;;;;;`,
    ];
    const one = mergeProperties(people, properties(header, ...rows).properties, options);
    const two = mergeProperties(people, properties(header, ...rows.toReversed()).properties, options);
    const shown = ({ byRow }: typeof one) => byRow.get(1)?.map(sayProperty);
    expect(shown(one)).toEqual([
      'VIA ROMA 9, foglio 3, particella 44, sub 1, categoria C/6, 14 mq',
      'VIA ROMA 12, foglio 3, particella 45, sub 2, categoria A/2, 85 mq',
    ]);
    expect(shown(two)).toEqual(shown(one));
    expect(one).toMatchObject({ by: 'fiscalCode', missing: [2], blocked: [2], orphans: [5], ended: [4] });
    expect(mergeProperties(people, [], { ...options, missing: 'send' })).toMatchObject({
      by: null,
      missing: [1, 2],
      blocked: [],
    });
  });

  it('come by the account, also when one list lost its zeros, and never by a name', () => {
    const { properties: read } = properties(
      'Cod. contribuente;Nominativo;Ubicazione',
      '0007;Rossi Anna;VIA ROMA 1',
      '9;Rossi Mario;VIA ROMA 2',
    );
    const merged = mergeProperties(people, read, options);
    expect(merged).toMatchObject({ by: 'account', missing: [2], orphans: [2] });
    expect(merged.byRow.get(1)).toMatchObject([{ address: 'VIA ROMA 1' }]);
  });

  it('come by the avviso before anything else', () => {
    const two = people.map((one) => ({
      ...one,
      fiscalCode: mario,
      noticeNumber: `30100000000001237${one.row}`,
    }));
    const { properties: read } = properties(
      'CF;Numero avviso;Ubicazione',
      `${mario};301000000000012371;VIA A`,
      `${mario};301000000000012372;VIA B`,
    );
    const merged = mergeProperties(two, read, options);
    expect([1, 2].map((row) => merged.byRow.get(row)?.map(({ address }) => address))).toEqual([
      ['VIA A'],
      ['VIA B'],
    ]);
    expect(merged.undivided).toEqual([]);
    expect(mergeProperties(two, read, { ...options, by: 'fiscalCode' }).undivided).toEqual([1, 2]);
  });

  it('that people share are shown to each of them, and told', () => {
    const { properties: read } = properties('CF;Ubicazione', `${mario};VIA ROMA 1`, `${anna};Via Roma 1`);
    const merged = mergeProperties(people, read, options);
    expect(merged.missing).toEqual([]);
    expect(merged.shared).toEqual([1, 2]);
  });
});
