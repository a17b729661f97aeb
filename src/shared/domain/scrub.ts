/** What may stand in a text and must not leave with it. */
export type ScrubKind = 'e-mail' | 'iban' | 'cf' | 'codice';

/** What is put in its place; `value` is in the form in which equal ones are equal. */
export type Hide = (kind: ScrubKind, value: string) => string;

/**
 * A text without anything that looks like an e-mail address, an IBAN, a codice fiscale, a IUV, a numero avviso or a key: the
 * last line before a text is written where others read it. It would rather hide too much: any run of eleven digits goes, and
 * any long word with many digits in it.
 */
export function scrub(text: string, hide: Hide = (kind) => `‹${kind}›`): string {
  return patterns.reduce(
    (left, { kind, pattern }) =>
      left.replace(pattern, (found) => hide(kind, found.replace(/[\s.-]+/g, '').toUpperCase())),
    text,
  );
}

/**
 * The words of an error that are the programmer's: what is quoted goes, and every word with a capital or a digit, for names
 * are such words. Names of errors, codes of the system and names of functions stay.
 */
export function ownWords(message: string): string {
  const unquoted = message.replace(/(["'`])(?:(?!\1).)*\1|«[^»]*»|“[^”]*”/g, '…');
  return scrub(unquoted)
    .split(/(\s+)/)
    .map((word) => (/^\s*$/.test(word) || ownWord.test(word) ? word : '…'))
    .join('');
}

const ownWord =
  /^[(<]?(?:[a-z]+[a-zA-Z]*(?:\.[a-z][a-zA-Z]*)*|(?:SQLITE|ERR)_[A-Z_]+|E[A-Z]{3,14}|(?:[A-Z][a-zA-Z]*)?Error)?(?:\(\))?[)>]?[,.:;?!]*$/;

// With the letters that stand for digits where two persons would share a code, and with blanks between its parts.
const person =
  /(?<![A-Z\d])[A-Z]{3} ?[A-Z]{3} ?[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2} ?[A-Z][\dLMNP-V]{3} ?[A-Z](?![A-Z\d])/gi;

const patterns: readonly { readonly kind: ScrubKind; readonly pattern: RegExp }[] = [
  { kind: 'e-mail', pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  { kind: 'iban', pattern: /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![A-Z\d])/g },
  { kind: 'iban', pattern: /(?<![a-z\d])[a-z]{2}\d{2}[a-z]?\d{10}[a-z\d]{6,18}(?![a-z\d])/gi },
  { kind: 'cf', pattern: person },
  { kind: 'codice', pattern: /(?<![A-Z\d])RF\d{2}[A-Z\d]{1,21}(?![A-Z\d])/gi },
  // In groups, as on an avviso.
  { kind: 'codice', pattern: /(?<![\d.:-])\d{2,4}(?:[ -]\d{4}){3,4}(?:[ -]\d{1,3})?(?![\d.:-])/g },
  { kind: 'codice', pattern: /(?<!\d)\d{11,}(?!\d)/g },
  {
    kind: 'codice',
    pattern:
      /(?<![\p{L}\d])(?=[\p{L}]*\d[\p{L}]*\d[\p{L}]*\d[\p{L}]*\d[\p{L}]*\d)[\p{L}\d]{15,}(?![\p{L}\d])/gu,
  },
];
