import { areDigits, classifyIuv, iuvOfNotice } from '../../../shared/domain/iuv.ts';

const exponent = /^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/i;
/** As a spreadsheet writes it: a code of letters and digits may have an E in the middle of digits. */
const writtenExponent = /^\d(?:[.,]\d+)?E\+\d{1,3}$/;

/**
 * True for a code that a spreadsheet took for a number: written with an exponent, rounded to fifteen digits, or without
 * the zeros at its beginning. A code that merely looks strange is not damaged.
 */
export function isDamagedCode(
  text: string,
  number: number | undefined,
  what: 'iuv' | 'notice' | 'other',
): boolean {
  if ((what === 'other' ? writtenExponent : exponent).test(text)) return true;
  if (!areDigits(text)) return false;
  const rounded = text.length > 15 && text.endsWith('00');
  if (what === 'iuv') {
    // 15 and 17 digits are the only lengths that were ever given out; 18 are a numero avviso.
    const shortened = text.length >= 12 && text.length < 17 && text.length !== 15;
    return shortened || (rounded && !classifyIuv(text).valid);
  }
  if (what === 'notice') {
    const shortened = text.length >= 15 && text.length < 18;
    const iuv = iuvOfNotice(text);
    return shortened || (rounded && (iuv === null || !classifyIuv(iuv).valid));
  }
  return number !== undefined && text.length > 15;
}
