/**
 * What an IUV looks like, and whether its check digits hold. A failed check is a hint, never a reason to
 * refuse: the specification's own sample fails, and an aux 1 IUV has no check at all.
 */
export type IuvClass =
  /** 15 digits (aux 0); the application codes with which the check holds, none when it cannot hold. */
  | { readonly shape: 'aux-0'; readonly valid: boolean; readonly applicationCodes: readonly string[] }
  /** 17 digits (aux 1, 2 or 3); `segregation` only when the check of aux 3 holds. */
  | { readonly shape: 'aux-123'; readonly valid: boolean; readonly segregation: string | null }
  /** Creditor reference of ISO 11649. */
  | { readonly shape: 'rf'; readonly valid: boolean }
  /** 18 digits: a numero avviso, with the IUV inside it. */
  | { readonly shape: 'notice'; readonly valid: false; readonly iuv: string }
  | { readonly shape: 'other'; readonly valid: false };

/** Recognises an IUV by its shape (SACIV chapter 2). Blanks are not expected. */
export function classifyIuv(text: string): IuvClass {
  if (areDigits(text)) {
    if (text.length === 15) {
      const applicationCodes = applicationCodesOf(text);
      return { shape: 'aux-0', valid: applicationCodes.length > 0, applicationCodes };
    }
    if (text.length === 17) {
      const isAux3 = checkHolds('3', text);
      return {
        shape: 'aux-123',
        valid: isAux3 || checkHolds('2', text),
        segregation: isAux3 ? text.slice(0, 2) : null,
      };
    }
    const iuv = text.length === 18 ? iuvOfNotice(text) : null;
    if (iuv !== null) return { shape: 'notice', valid: false, iuv };
    return { shape: 'other', valid: false };
  }
  if (isRfShape(text)) return { shape: 'rf', valid: rfRemainder(text.slice(4) + text.slice(0, 4)) === 1 };
  return { shape: 'other', valid: false };
}

/** The IUV inside a numero avviso of 18 digits, or null when it is not one. */
export function iuvOfNotice(notice: string): string | null {
  if (notice.length !== 18 || !areDigits(notice)) return null;
  const aux = notice[0];
  if (aux === '0') return notice.slice(3);
  return aux === '1' || aux === '2' || aux === '3' ? notice.slice(1) : null;
}

/**
 * The application codes (`00`..`99`) whose check digits agree with a 15-digit IUV of aux 0. They are one or
 * two, because the check cannot tell a code from the one 93 further; none when the digits cannot be a check.
 */
export function applicationCodesOf(iuv: string): readonly string[] {
  const check = Number(iuv.slice(13));
  if (iuv.length !== 15 || !areDigits(iuv)) return [];
  const codes: string[] = [];
  const base = Number(iuv.slice(0, 13)) % 93;
  for (let app = 0; app < 100; app++) {
    if ((app * tenTo13Mod93 + base) % 93 === check) codes.push(twoDigits(app));
  }
  return codes;
}

const tenTo13Mod93 = 1e13 % 93;

/** Builds a 17-digit IUV of aux 3 from a segregation code and 13 digits. */
export function makeIuvAux3(segregation: string, base13: string): string {
  return `${segregation}${base13}${twoDigits(Number(`3${segregation}${base13}`) % 93)}`;
}

/** Builds a 15-digit IUV of aux 0 from an application code and 13 digits. */
export function makeIuvAux0(app: string, base13: string): string {
  return `${base13}${twoDigits(Number(`0${app}${base13}`) % 93)}`;
}

/** Builds the creditor reference (ISO 11649) of a reference of up to 21 letters and digits. */
export function makeRf(reference: string): string {
  return `RF${twoDigits(98 - rfRemainder(`${reference}RF00`))}${reference}`;
}

/** True for a creditor reference of ISO 11649 whose check digits hold. */
export function isValidRf(text: string): boolean {
  return isRfShape(text) && rfRemainder(text.slice(4) + text.slice(0, 4)) === 1;
}

/** True for a text of one or more decimal digits and nothing else. */
export function areDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

/** Sixteen digits at most: still an exact number. */
function checkHolds(aux: '2' | '3', iuv: string): boolean {
  return Number(aux + iuv.slice(0, 15)) % 93 === Number(iuv.slice(15));
}

const rfShape = /^RF\d\d[0-9A-Z]{1,21}$/i;

function isRfShape(text: string): boolean {
  return text.length <= 25 && rfShape.test(text);
}

/** Remainder of 97, letters counting as 10 to 35. */
function rfRemainder(text: string): number {
  let remainder = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 57) remainder = (remainder * 10 + code - 48) % 97;
    // `| 32` makes a letter lower case, so that `a` and `A` both count as 10.
    else remainder = (remainder * 100 + (code | 32) - 87) % 97;
  }
  return remainder;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
