import { areDigits, iuvOfNotice } from '../iuv.ts';

/** What is wrong with a numero avviso of a list; `value` is without blanks. */
export type NoticeFlaw =
  /** No 18 digits, or of no known kind. */
  | { readonly code: 'notice-shape'; readonly value: string }
  /** `expected`: the two digits at the end that would agree. */
  | { readonly code: 'notice-check'; readonly value: string; readonly expected: string };

/** What is wrong with a numero avviso; null when it is right. One that begins with 1 has no check digits. */
export function flawOfNotice(value: string): NoticeFlaw | null {
  if (iuvOfNotice(value) === null) return { code: 'notice-shape', value };
  if (value.startsWith('1')) return null;
  const expected = checkOf(value);
  return value.endsWith(expected) ? null : { code: 'notice-check', value, expected };
}

/** The numero avviso of an IUV of 17 digits; null when its check digits do not agree with the 3 in front. */
export function noticeOfIuv(iuv: string): string | null {
  const notice = `3${iuv}`;
  return iuv.length === 17 && areDigits(iuv) && flawOfNotice(notice) === null ? notice : null;
}

/** Sixteen digits at most: still an exact number. */
function checkOf(notice: string): string {
  return String(Number(notice.slice(0, 16)) % 93).padStart(2, '0');
}
