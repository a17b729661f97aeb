import { expect, it } from 'vitest';
import { saySample } from '../../../../src/shared/wording/messages/list-samples.ts';

it.each([
  ['amount', { text: '128,30' }, { decimals: 'comma', days: null }, '128 euro e 30 centesimi'],
  ['amount', { text: '1.234' }, { decimals: 'comma', days: null }, '1.234 euro'],
  ['amount', { text: '6401' }, { decimals: 'cents', days: null }, '64 euro e 1 centesimo'],
  ['amount', { text: '0.3', number: 0.3 }, { decimals: null, days: null }, '30 centesimi'],
  ['due', { text: '03/04/2026' }, { decimals: null, days: 'mdy' }, '4 marzo 2026'],
  ['due', { text: '03/04/2026' }, { decimals: null, days: 'dmy' }, '3 aprile 2026'],
  ['rata', { text: '2/4' }, { decimals: null, days: null }, 'rata 2 di 4'],
  ['name', { text: 'Finti Pippo' }, { decimals: null, days: null }, 'Finti Pippo'],
] as const)('a sample of %s, %o as %o, is «%s»', (field, cell, written, words) => {
  expect(saySample(field, cell, written)).toBe(words);
});

it('a sample that cannot be read says why', () => {
  const written = { decimals: null, days: null } as const;
  expect(saySample('amount', { text: '1.234' }, written)).toMatch(/in migliaia o con i decimali/);
  expect(saySample('due', { text: '31/02/2026' }, written)).toMatch(/non esiste/);
});
