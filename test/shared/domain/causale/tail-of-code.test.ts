import { expect, it } from 'vitest';
import { textOf } from '../../../../src/shared/domain/causale/prepare.ts';
import { trimTail } from '../../../../src/shared/domain/causale/tail-of-code.ts';

const psp = '2024-07-26UNCRITMM-';

function trim(code: string) {
  const text = textOf([`/${psp}${code}`]);
  const trimmed = trimTail(text, 1, 1 + psp.length, text.squeezed.length);
  if (trimmed === null) return null;
  const kept = text.normal.slice(1 + psp.length, trimmed.end);
  return [kept, trimmed.repairs.map((repair) => repair.code).join(), trimmed.sure];
}

it.each([
  ['0000000034', '0000000034', '', true],
  ['0000000034-', '0000000034', 'trailing-mark', true],
  ['0000000034---', '0000000034', 'trailing-mark', true],
  ['-', '-', 'trailing-mark', true],
  ['---', '-', 'trailing-mark', true],
  ['0000000034SEPA', '0000000034', 'glued-tail', false],
  ['0000000034SEPA-', '0000000034', 'trailing-mark,glued-tail', false],
  ['0000000034-SEPA', '0000000034', 'glued-tail', false],
  ['0000000034_SEPA', '0000000034', 'glued-tail', false],
  ['0000000034Da', '0000000034', 'glued-tail', false],
  // Two capitals are no word, nor is one.
  ['0000000034AB', '0000000034AB', '', true],
  ['0000000034A', '0000000034A', '', true],
  ['000000001USEPA', '000000001U', 'glued-tail', false],
  ['000000001-SEPA', '000000001', 'glued-tail', false],
  ['12345678SEPA', '12345678SEPA', '', true],
  ['00000000345A12', '00000000345A12', '', true],
  // A capital behind small letters begins a word, where digits stand before it.
  ['1h7fues9osh29Da', '1h7fues9osh29', 'glued-tail', false],
  ['a123456789B', 'a123456789', 'glued-tail', false],
  ['a12345678B', 'a12345678B', '', true],
  ['abcdefghijK12', 'abcdefghijK12', '', true],
  ['abcdefghijKlm', 'abcdefghijKlm', '', true],
  // Longer than mixed codes are.
  ['1H7FUES9OSH29AB', '1H7FUES9OSH29AB', '', true],
  ['1H7FUES9OSH29ABC', '1H7FUES9OSH29ABC', '', false],
  // Thirty-five characters and what follows.
  ['1234567890123456-ABC', '1234567890123456', 'cut-at-35', true],
  ['1234567890123456-ABC-', '1234567890123456', 'trailing-mark,cut-at-35', true],
])('of the code %s is kept %s', (code, kept, repairs, sure) => {
  expect(trim(code)).toEqual([kept, repairs, sure]);
});

it('nobody knows where an IUF ends that goes on beyond thirty-five characters', () => {
  expect(trim('12345678901234567')).toBeNull();
});
