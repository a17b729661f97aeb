import { describe, expect, it } from 'vitest';
import { markCodes, spanOfCode } from '../../../src/shared/domain/span-of-code.ts';

const iuf = '2026-03-02ABI03069-0000123456';

describe('an identifier inside a causale', () => {
  it('is found as it is written', () => {
    expect(spanOfCode(`/PUR/LGPE-RIVERSAMENTO/URI/${iuf}`, iuf)).toEqual({ from: 27, to: 27 + iuf.length });
  });

  it('is found through the blanks and the line ends that the bank put in', () => {
    const text = `URI/2026-03-02ABI0 3069-\n0000123456 FINE`;
    const span = spanOfCode(text, iuf);
    expect(span === null ? '' : text.slice(span.from, span.to)).toBe('2026-03-02ABI0 3069-\n0000123456');
  });

  it('is found whatever the case', () => {
    expect(spanOfCode(iuf.toLowerCase(), iuf)).toEqual({ from: 0, to: iuf.length });
  });

  it('is not found where it is not, nor when there is nothing to find', () => {
    expect(spanOfCode('BONIFICO DA ROSSI MARIO', iuf)).toBeNull();
    expect(spanOfCode('BONIFICO', '  ')).toBeNull();
    expect(spanOfCode('', iuf)).toBeNull();
  });

  it('does not move because of letters that grow when they are written large', () => {
    expect(spanOfCode('GROß RF12', 'rf12')).toEqual({ from: 5, to: 9 });
  });
});

describe('a causale with its codes marked', () => {
  it('loses no letter', () => {
    const text = `pagoPA ${iuf} e 01000000000000141 fine`;
    const pieces = markCodes(text, ['01000000000000141', iuf]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual([
      iuf,
      '01000000000000141',
    ]);
  });

  it('marks the longer of two codes that begin together, once', () => {
    expect(markCodes('ABC-123 X', ['ABC', 'ABC-123'])).toEqual([
      { text: 'ABC-123', marked: true },
      { text: ' X', marked: false },
    ]);
  });
});
