import { expect, test } from 'vitest';
import { isCorrection } from '../../../../src/shared/domain/message/kind.ts';

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
