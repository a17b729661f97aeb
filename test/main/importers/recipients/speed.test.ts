import { expect, it } from 'vitest';
import { personCheckLetter } from '../../../../src/shared/domain/codice-fiscale.ts';
import { makeIuvAux3 } from '../../../../src/shared/domain/iuv.ts';
import { workbook } from '../table/workbooks.ts';
import { read } from './lists.ts';
import { ownTime } from '../../../helpers/own-time.ts';

const count = 10_000;
const header = [
  'Codice fiscale',
  'Nominativo',
  'Indirizzo',
  'Codice avviso',
  'Importo',
  'Scadenza',
  'Rata',
  'Zona',
];

/** Ten thousand people, each with an avviso of their own. */
const rows = Array.from({ length: count }, (_, n) => {
  const place = String(n % 1000).padStart(3, '0');
  const first15 = `FNTPPP${String(50 + (n % 40))}A${String(1 + (n % 28)).padStart(2, '0')}H${place}`;
  const notice = `3${makeIuvAux3('01', String(n).padStart(13, '0'))}`;
  const euro = `${1 + (n % 2000)},${String(n % 100).padStart(2, '0')}`;
  return [
    first15 + personCheckLetter(first15),
    `Finti Pippo ${n}`,
    `Via Inventata ${n}`,
    notice,
    euro,
    '16/12/2026',
    '',
    'Nord',
  ];
});

const files: readonly (readonly [string, string | Buffer])[] = [
  ['csv', `${[header, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`],
  ['xlsx', workbook({ Lista: [header, ...rows] })],
];

// Two seconds are what a person waits for; four, because some machines are half as fast.
it.each(files)('ten thousand people of a list in %s are read while somebody waits', (_, content) => {
  const start = ownTime();
  const { recipients, refused } = read(content);
  const taken = ownTime() - start;
  expect(refused).toEqual([]);
  expect(recipients).toHaveLength(count);
  expect(taken).toBeLessThan(4_000);
});
