export const less = 0x3c;

/** What a byte is in a text; the others are nothing to look at. */
const begins = 1;
export const ends = 2;
export const refers = 4;
export const beyondAscii = 8;
export const strange = 16;
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === less) return begins;
  if (byte === 0x3e) return ends;
  if (byte === 0x26) return refers;
  if (byte < 0x20) return byte === 0x09 || byte === 0x0a ? 0 : strange;
  // From here on a character of UTF-8 lies beyond the surrogates, and needs a second look.
  return byte < 0x80 ? 0 : byte < 0xee ? beyondAscii : strange;
});

export function kindOf(byte: number): number {
  return kinds[byte] ?? 0;
}

/** The one loop over single bytes, and nothing else in it: V8 then asks only once what it walks over. */
export function nextToLookAt(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from;
  while (at < length && kinds[bytes[at] ?? 0] === 0) at++;
  return at;
}

/** True when these bytes stand at a position. V8 is slow for good where somebody once looked beyond the end. */
export function stands(wanted: Uint8Array, bytes: Uint8Array, at: number): boolean {
  const { length } = wanted;
  if (at + length > bytes.length) return false;
  for (let i = 0; i < length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Every line break becomes one byte; one that ends the bytes may go on in the next. */
export function withoutReturns(bytes: Buffer): Buffer {
  if (!bytes.includes(0x0d)) return bytes;
  const text = bytes.toString('latin1');
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return Buffer.from(text.slice(0, end).replaceAll(/\r\n?/g, '\n') + text.slice(end), 'latin1');
}

/** True for blanks, tabs and line feeds alone. */
export function isBlank(text: string): boolean {
  return /^[ \t\n]*$/.test(text);
}

/** Every character that XML allows and that needs no second look. */
export function isOfCharacters(text: string): boolean {
  return /^[\t\n\x20-\ud7ff]*$/.test(text);
}
