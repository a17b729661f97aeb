import { isCodiceFiscale, normalizeCodiceFiscale, personCheckLetter } from '../codice-fiscale.ts';
import type { Day } from '../day.ts';

/** What is wrong with the codice fiscale of somebody who should be written to; `value` is normalised. */
export type FiscalCodeFlaw =
  | { readonly code: 'cf-missing' }
  /** `ANONIMO`: the list does not say who it is. */
  | { readonly code: 'cf-anonymous'; readonly value: string }
  /** A provisional code, or a partita IVA: nobody with such a code can be reached. */
  | { readonly code: 'cf-numeric'; readonly value: string }
  | { readonly code: 'cf-length'; readonly value: string; readonly length: number }
  /** `proposed`: what it is when O and 0, I and 1 change places; null when that does not help. */
  | { readonly code: 'cf-shape'; readonly value: string; readonly proposed: string | null }
  | { readonly code: 'cf-check'; readonly value: string; readonly expected: string }
  /** The check character agrees, the day of birth does not exist. */
  | { readonly code: 'cf-birth'; readonly value: string };

const shape = /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/;
/** Blanks that a copied text may bear without showing them. */
const unseen = /[\u200b-\u200d\u2060\ufeff]/g;

/** The form in which the codice fiscale of a list is judged: without blanks, upper case. */
export function plainFiscalCode(text: string): string {
  return normalizeCodiceFiscale(text.replace(unseen, ''));
}

/** What is wrong with a codice fiscale of a person; null when it is right. It is expected without blanks, upper case. */
export function flawOfFiscalCode(value: string): FiscalCodeFlaw | null {
  if (value === '') return { code: 'cf-missing' };
  if (/^ANONIM[OA]$/.test(value)) return { code: 'cf-anonymous', value };
  if (isNumericCode(value)) return { code: 'cf-numeric', value };
  if (value.length !== 16) return { code: 'cf-length', value, length: value.length };
  if (!shape.test(value)) return { code: 'cf-shape', value, proposed: withLettersAndDigits(value) };
  const expected = personCheckLetter(value.slice(0, 15));
  if (value[15] !== expected) return { code: 'cf-check', value, expected };
  return bornOn(value).length === 0 ? { code: 'cf-birth', value } : null;
}

/** A spreadsheet takes the zeros at the beginning away. */
function isNumericCode(value: string): boolean {
  return /^\d{11}$/.test(value) || (/^\d{8,10}$/.test(value) && isCodiceFiscale(value.padStart(11, '0')));
}

const letterPlaces: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 8, 11, 15]);

/** The code with O and I where letters stand, 0 and 1 where digits do; null when it is still none. */
function withLettersAndDigits(value: string): string | null {
  const mended = Array.from(value, (character, place) => {
    if (letterPlaces.has(place)) return character === '0' ? 'O' : character === '1' ? 'I' : character;
    return character === 'O' ? '0' : character === 'I' ? '1' : character;
  }).join('');
  return isCodiceFiscale(mended) && bornOn(mended).length > 0 ? mended : null;
}

const months = 'ABCDEHLMPRST';
const omocodia = 'LMNPQRSTUV';

/** The days on which the person may be born, one for each century that the code leaves open; none when there is no such day. */
function bornOn(value: string): readonly string[] {
  const digits = Array.from(value, (character) => {
    const digit = omocodia.indexOf(character);
    return digit === -1 ? character : String(digit);
  }).join('');
  const year = digits.slice(6, 8);
  const month = months.indexOf(value[8] ?? '') + 1;
  const written = Number(digits.slice(9, 11));
  const day = written > 40 ? written - 40 : written;
  return ['19', '20'].flatMap((century) => {
    const text = `${century}${year}-${two(month)}-${two(day)}`;
    // Years before 1990 are no `Day`, and people are older than our documents.
    return isInCalendar(text) ? [text] : [];
  });
}

function isInCalendar(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The age in whole years on a day, of the younger of the two persons that a code may be of; null when the code has no
 * day of birth.
 */
export function ageOf(value: string, today: Day): number | null {
  const born = bornOn(value).findLast((day) => day <= today);
  if (born === undefined) return null;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}
