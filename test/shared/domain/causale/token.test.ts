import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/shared/domain/causale/prepare.ts';
import { readToken } from '../../../../src/shared/domain/causale/token.ts';

function read(causale: string) {
  const text = textOf([causale]);
  const start = text.squeezed.indexOf('/') + 1;
  const { kind, value, confidence, repairs, whole, amountCents } = readToken(text, start, start);
  return [kind, value, confidence, repairs.map(({ code }) => code).join(), whole, amountCents];
}

const hex = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

describe('what stands in the place of the IUF', () => {
  it.each([
    ['2024-07-26PPAYITR1XXX-S2024072601', 'certain', ''],
    ['2024-07-26A-0000000034', 'certain', ''],
    ['2024-07-26 A-0000000034', 'likely', 'joined-blank'],
    ['2024-07-26-0000000034', 'confirm', ''],
    ['2024-07-2 6-0000000034', 'confirm', 'joined-blank'],
    ['2024-07-26ABCDEF GHIJKL-S123456789', 'likely', 'joined-blank'],
    ['2024-07-26ABCDEFGHIJKLM-S123456789', 'certain', ''],
    ['2024-07-26PPAY ITR1XXX-S2024072601', 'likely', 'joined-blank'],
    ['2024-07-26UNCRITMM-000000003\n4', 'likely', 'joined-lines'],
    ['2024-07-26UNCRITMM-ABCDEFGHIJ/', 'confirm', ''],
    ['2024-07-26UNCRITMM-123', 'confirm', ''],
    ['2018-05-2018-05-24BCITITMM-37/', 'confirm', ''],
    ['2018-05-2018-05-24BCITITMM-12345678', 'confirm', ''],
    ['2024-07-26UNCRITMM-0000000034-', 'likely', 'trailing-mark'],
  ])('%j is an IUF with all its parts: %s', (written, confidence, repairs) => {
    const value = written.replaceAll(/[\s/]|-$/g, '');
    expect(read(`URI/${written}`)).toEqual(['iuf', value, confidence, repairs, true, null]);
  });

  it('may be followed by a letter that makes it likely', () => {
    expect(read('URI/2024-07-26UNCRITMM-0000000034 A/')).toEqual([
      'iuf',
      '2024-07-26UNCRITMM-0000000034',
      'likely',
      '',
      true,
      null,
    ]);
  });

  it.each([
    ['2017-01-01ABI00000011234', '2017-01-01ABI00000011234', ''],
    ['2017-01-01ABI00000011234 X', '2017-01-01ABI00000011234', ''],
    ['2017-01-0 1ABI00000011234', '2017-01-01ABI00000011234', 'joined-blank'],
    ['2017-01-01ABI0000001123456789012345', '2017-01-01ABI0000001123456789012345', ''],
    ['2024-07-26 ABCDEFGHIJKLM-S12345678', '2024-07-26ABCDEFGHIJKLM-S12345678', 'joined-blank'],
    [hex, hex, ''],
    [`${hex}${hex}`, hex, ''],
    [`Z${hex}`, `Z${hex}`, ''],
    [`${hex}Z`, `${hex}Z`, ''],
    ['1234567A', '1234567A', ''],
    ['2024-071', '2024-071', ''],
    [`A1${'A'.repeat(33)}`, `A1${'A'.repeat(33)}`, ''],
  ])('%j may be an IUF of another form: %s', (written, value, repairs) => {
    expect(read(`URI/${written}`)).toEqual(['iuf', value, 'confirm', repairs, false, null]);
  });

  it.each([
    ['2024-07-26UNCRITMM-', '2024-07-26UNCRITMM-'],
    ['2024-07-26UNCRITMM-12', '2024-07-26UNCRITMM-12'],
    ['2024-07-26UNCRITMM-12...', '2024-07-26UNCRITMM-12'],
    ['2024-07-26', '2024-07-26'],
    ['2024-07-26-', '2024-07-26-'],
    ['2024-07-26 -0000000034', '2024-07-26'],
    ['2024-07-26 ACCREDITO', '2024-07-26'],
    ['2024-07-26ABCDEF GHIJKLM-S123456789', '2024-07-26ABCDEF'],
    ['2024-07-26UNCRIT', '2024-07-26UNCRIT'],
    ['2024-07-26UNCRITMM1', '2024-07-26UNCRITMM1'],
    ['2024-07-26ABI', '2024-07-26ABI'],
    ['2024-07-26BIC03069', '2024-07-26BIC03069'],
    ['2024-07-2688888888888', '2024-07-2688888888888'],
    ['2', '2'],
    ['2024', '2024'],
    ['2024-', '2024-'],
    ['2024-0', '2024-0'],
    ['2024-07', '2024-07'],
    ['2024-07-', '2024-07-'],
    ['2024-07-2', '2024-07-2'],
    ['', null],
  ])('%j is the beginning of one: %s', (written, value) => {
    expect(read(`URI/${written}`)).toEqual(['truncated', value, 'confirm', '', false, null]);
  });

  it.each([
    ['2018-05-2018-05-24BCITITMM-123456789', '2018-05-2018-05-24BCITITMM-123456789'],
    ['2017-01-01ABI00000011234567890123456', '2017-01-01ABI00000011234567890123456'],
    [`A1${'A'.repeat(34)}`, `A1${'A'.repeat(34)}`],
    ['123456A', null],
    ['20245', null],
    ['ABCDEFGH', null],
    [`Z${hex}${hex}`, `Z${hex}${hex}`],
    [`${hex}${hex}Z`, `${hex}${hex}Z`],
    ['NOT PROVIDED', null],
  ])('%j cannot be read', (written, value) => {
    expect(read(`URI/${written}`)).toEqual(['unreadable', value, 'confirm', '', false, null]);
  });

  it('may be an IUV, in the number of its avviso', () => {
    expect(read('URI/322200280521093906')[0]).toBe('iuv');
    expect(read('URI/301000000000012346').slice(0, 3)).toEqual(['iuv', '01000000000012346', 'likely']);
  });

  it('may be an IUV with its amount', () => {
    expect(read('URI/22200280521093906/12,30')).toEqual([
      'iuv',
      '22200280521093906',
      'certain',
      '',
      false,
      1230,
    ]);
  });
});
