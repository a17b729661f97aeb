const dot = '•';

/** Kinds of text in which a person may be recognised. */
export type PersonalKind = 'cf' | 'name' | 'codice' | 'text';

/** What is shown of a text while nobody may recognise a person in it. */
export function mask(kind: PersonalKind, text: string): string {
  switch (kind) {
    case 'cf':
      return maskCodiceFiscale(text);
    case 'name':
      return maskName(text);
    case 'codice':
      return maskCodice(text);
    case 'text':
      return maskText(text);
  }
}

/**
 * A codice fiscale of which a person sees only enough to recognise one that is known already: the first three characters
 * and the last two. What is too short to hide anything is hidden whole.
 */
export function maskCodiceFiscale(text: string): string {
  if (text.length < 11) return dot.repeat(text.length);
  return `${text.slice(0, 3)}${dot.repeat(text.length - 5)}${text.slice(-2)}`;
}

/** A text in which no codice fiscale of a person can be read; what only looks like a part of a longer code stays. */
export function maskCodiciIn(text: string): string {
  return text.replaceAll(codiceOfPerson, maskCodiceFiscale);
}

// With the letters that stand for digits where two persons would share a code.
const codiceOfPerson =
  /(?<![A-Z\d])[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z](?![A-Z\d])/gi;

/** The initials of a name. How long its words are is hidden too. */
export function maskName(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0)}${dot.repeat(3)}`)
    .join(' ');
}

/** A IUV or a numero avviso: how it begins tells whose it is, its tail which one. Other codes stay as they are. */
export function maskCodice(text: string): string {
  return codeOfPayment.test(text) ? `${text.slice(0, 4)}${dot.repeat(text.length - 4)}` : text;
}

const codeOfPayment = /^(?:\d{15,18}|RF\d{2}[A-Z\d]{1,21}|[A-Z\d]{12,35})$/i;

/** Free text may say anything of anybody. */
export function maskText(text: string): string {
  return text.trim() === '' ? text : dot.repeat(12);
}
