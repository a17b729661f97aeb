// Values of the characters in odd positions (1st, 3rd, …), digits and letters alike: DM 23/12/1976.
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

// Where two persons would share a code, digits become the letters LMNPQRSTUV, from the right (omocodia).
const personShape = /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/;
const enteShape = /^\d{11}$/;

/** The form in which codici fiscali are stored and compared: no blanks, upper case. */
export function normalizeCodiceFiscale(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/**
 * True for a normalized codice fiscale of a person (16 characters, omocodia included) or of an ente or
 * company (11 digits) whose check character agrees.
 */
export function isCodiceFiscale(text: string): boolean {
  if (text.length === 16) {
    return personShape.test(text) && text[15] === personCheckLetter(text.slice(0, 15));
  }
  return enteShape.test(text) && text[10] === enteCheckDigit(text.slice(0, 10));
}

/** The 16th character of a person's codice fiscale, from the first 15 (upper case). */
export function personCheckLetter(first15: string): string {
  let sum = 0;
  for (let i = 0; i < first15.length; i++) {
    const code = first15.charCodeAt(i);
    const value = code >= 65 ? code - 65 : code - 48;
    sum += i % 2 === 0 ? (oddValues[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** The 11th digit of the codice fiscale of an ente, from the first 10 (the rule of the partita IVA). */
export function enteCheckDigit(first10: string): string {
  let sum = 0;
  for (let i = 0; i < first10.length; i++) {
    const digit = first10.charCodeAt(i) - 48;
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
