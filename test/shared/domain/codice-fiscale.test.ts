import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  enteCheckDigit,
  isCodiceFiscale,
  normalizeCodiceFiscale,
  personCheckLetter,
} from '../../../src/shared/domain/codice-fiscale.ts';

describe('a codice fiscale', () => {
  test.each([
    // The example that every description of the algorithm uses, and its omocodia.
    ['RSSMRA80A01H501U', true],
    ['RSSMRA80A01H50MP', false],
    [`RSSMRA80A01H50M${personCheckLetter('RSSMRA80A01H50M')}`, true],
    ['RSSMRA80A01H501A', false],
    ['RSSMRA80F01H501U', false],
    ['RSSMRA80A01H501', false],
    ['rssmra80a01h501u', false],
    ['99900123458', true],
    ['12345678903', true],
    ['12345678905', false],
    ['99900123457', false],
    ['9990012345', false],
    ['', false],
  ])('%j holds: %j', (text, expected) => {
    expect(isCodiceFiscale(text)).toBe(expected);
  });

  it('is normalized before it is checked', () => {
    expect(normalizeCodiceFiscale(' rss mra 80a01 h501u\u00a0')).toBe('RSSMRA80A01H501U');
  });

  it('never survives one wrong digit, for an ente', () => {
    const ten = fc.stringMatching(/^\d{10}$/);
    fc.assert(
      fc.property(ten, fc.nat(10), fc.integer({ min: 1, max: 9 }), (first10, at, shift) => {
        const code = first10 + enteCheckDigit(first10);
        const wrong = String((Number(code[at]) + shift) % 10);
        expect(isCodiceFiscale(code)).toBe(true);
        expect(isCodiceFiscale(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('has the check letter that its first 15 characters ask for', () => {
    const first15 = fc.stringMatching(/^[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}$/);
    fc.assert(
      fc.property(first15, fc.integer({ min: 1, max: 25 }), (start, shift) => {
        const letter = personCheckLetter(start);
        const wrong = String.fromCharCode(65 + ((letter.charCodeAt(0) - 65 + shift) % 26));
        expect(isCodiceFiscale(start + letter)).toBe(true);
        expect(isCodiceFiscale(start + wrong)).toBe(false);
      }),
    );
  });
});
