import { expect, test } from 'vitest';
import { followsTheCalendar, isCorrection } from '../../../../src/shared/domain/message/kind.ts';

test.each([
  ['errata', true],
  ['errore', true],
  ['prova-errata', true],
  ['avviso', false],
  ['prova', false],
  ['erratico', false],
])('%s puts an earlier message right: %s', (kind, told) => {
  expect(isCorrection(kind)).toBe(told);
});

test.each([
  ['sollecito-1', true],
  ['cie-scadenza', true],
  ['avviso', false],
  ['specie', false],
])('%s goes by the date on the clock: %s', (kind, follows) => {
  expect(followsTheCalendar(kind)).toBe(follows);
});
