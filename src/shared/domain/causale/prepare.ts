import { elementBreak, type Text } from './text.ts';

/** Nothing longer was ever seen (a SEPA remittance has 140 characters); what follows is not read. */
const longestText = 4000;

/** Prepares the pieces of one source, in order. */
export function textOf(pieces: readonly string[]): Text {
  const normal = pieces.join(elementBreak).slice(0, longestText);
  if (plainText.test(normal)) return squeeze(normal);
  const text = squeeze(tidy(normal));
  return { ...text, squeezed: upperCase(text.squeezed) };
}

const plainText = /^[\n\v -~]*$/;

/** Lent to one text after another. */
const codes = new Uint16Array(longestText);

/** Takes the blanks out and makes letters capital; character by character, which is quickest and keeps every place. */
function squeeze(normal: string): Text {
  const bare = withoutTags(normal);
  const at = new Uint16Array(bare.length);
  let length = 0;
  for (let i = 0; i < bare.length; i++) {
    const code = bare.charCodeAt(i);
    if (code === 32 || code === 10 || code === 11) continue;
    codes[length] = code >= 97 && code <= 122 ? code - 32 : code;
    at[length++] = i;
  }
  const squeezed = Reflect.apply(String.fromCharCode, null, codes.subarray(0, length));
  return { normal, bare, squeezed, at: at.subarray(0, length) };
}

/** `:RI2:`, also with blanks between its letters: where one field of remittance text ends and the next begins. */
const remittanceTag = /:[ \n]{0,2}R[ \n]{0,2}I[ \n]{0,2}\d[ \n]{0,2}:/gi;

/** `RI2` where a line or an element begins, as in the records 63 of the CBI. */
const remittanceLine = /(?<=[\n\v])[ ]{0,2}RI[2-9]:?/gi;
const firstRemittanceLine = /(?:^|[\n\v])[ ]{0,2}RI1/i;

/**
 * A remittance that is longer than a field goes on in the next, in the middle of a word: the names of the fields are not
 * part of it. Keeps every position.
 */
function withoutTags(normal: string): string {
  const bare = normal.replace(remittanceTag, asBreaks);
  return firstRemittanceLine.test(normal) ? bare.replace(remittanceLine, asBreaks) : bare;
}

const asBreaks = (tag: string): string => elementBreak.repeat(tag.length);

/** Lines, blanks, dashes and slashes of every kind become the plain ones. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .slice(0, longestText)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\r\n?|[\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2043\u2212]/g, '-')
    .replace(/[\u2044\u2215\u29f8]/g, '/');
}

/** Upper case of the letters that are not ASCII, unless it changes the length (`ß` would become two letters). */
function upperCase(text: string): string {
  const upper = text.toUpperCase();
  return upper.length === text.length ? upper : text;
}
