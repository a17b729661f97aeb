import { maskCodice, maskCodiceFiscale, maskCodiciIn, maskName, maskText } from './masked.ts';

const codes: ReadonlySet<string> = new Set(['codiceFiscale', 'fiscalCode', 'debtorCf']);

/** Where people write about people, or a bank about a citizen. */
const texts: ReadonlySet<string> = new Set([
  'causale',
  'causali',
  'description',
  'transferDescription',
  'payer',
  'bankTexts',
  'endToEnd',
  'reference',
  'subject',
  'markdown',
  'shown',
  'emailCopy',
]);

/**
 * An answer in which nobody can be recognised: names to their initials, codici fiscali to their ends, free texts to dots.
 * Keys that are asked with again (IUV, ids) stay: whoever shows them hides their tails.
 */
export function withoutPeople<T>(told: T): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- texts stay texts, and nothing else is touched
  return hidden(told) as T;
}

function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isPerson = entries.some(([key]) => codes.has(key));
  const isDocument = 'kind' in value && 'name' in value;
  const isRefusedRow = 'field' in value && 'value' in value;
  return Object.fromEntries(
    entries.map(([key, part]) => {
      if (codes.has(key)) return [key, each(part, maskCodiceFiscale)];
      if (isPerson && key === 'name') return [key, each(part, maskName)];
      if (isDocument && key === 'name') return [key, each(part, maskFileName)];
      if (isRefusedRow && key === 'value') return [key, each(part, maskText)];
      return [key, texts.has(key) ? each(part, maskText) : hidden(part)];
    }),
  );
}

/** Portals name files by the IUV of a payment, people by whom they are about. Also for a line in which such names stand. */
export function maskFileName(name: string): string {
  return maskCodiciIn(name).replace(/(?<![A-Z\d])[A-Z\d]{15,}(?![A-Z\d])/gi, maskCodice);
}

function each(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  return Array.isArray(value) ? value.map((part) => each(part, change)) : hidden(value);
}

/** True for a text that is looked for and may be somebody: letters alone, or the beginning of a codice fiscale. */
export function mayNamePerson(text: string): boolean {
  const looked = text.trim();
  return /^[\p{L}'’. -]*\p{L}{2}[\p{L}'’. -]*$/u.test(looked) || /^[A-Z]{6}[\dLMNP-V]/i.test(looked);
}
