/** A number between 0 and 1, the same ones for the same seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What parsers stumble over: tags, quotes, separators, numbers, marks of other formats. */
const words = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x>',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  ';',
  '"',
  '""',
  "'",
  ',',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\uFEFF',
  '\u202E',
  '{',
  '}',
  '[',
  ']',
  ':',
  'null',
  'true',
  '__proto__',
  'constructor',
  '-1',
  '0',
  '-0',
  '1e309',
  '1E+16',
  '99999999999999999999',
  '0.1',
  '1.234,56',
  'NaN',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '31/02/2026',
  '/RFB/',
  '/TXT/',
  '/PUR/',
  'PK\u0003\u0004',
  'xmlns=""',
  ' encoding="UTF-16"',
  '--confine',
  'Content-Type: multipart/mixed; boundary=x',
  '\\u0000',
].map((word) => Buffer.from(word));

/** Another file that is nearly this one: one to four changes, some with pieces of the others. */
export function mutate(file: Buffer, others: readonly Buffer[], random: Random): Buffer {
  let changed = file;
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--) changed = change(changed, others, random);
  return changed;
}

function change(file: Buffer, others: readonly Buffer[], random: Random): Buffer {
  const upTo = (most: number): number => Math.floor(random() * most);
  const from = upTo(file.length + 1);
  const to = Math.min(file.length, from + 1 + upTo(random() < 0.5 ? 8 : 400));
  const put = (between: Uint8Array, after = from): Buffer =>
    Buffer.concat([file.subarray(0, from), between, file.subarray(after)]);
  switch (upTo(8)) {
    case 0: {
      const flipped = Buffer.from(file);
      const at = upTo(flipped.length);
      if (flipped.length > 0) flipped[at] = (flipped[at] ?? 0) ^ (1 << upTo(8));
      return flipped;
    }
    case 1:
      return file.subarray(0, from);
    case 2:
      return put(new Uint8Array(0), to);
    case 3:
      return put(file.subarray(from, to));
    case 4:
      return put(Buffer.concat(Array.from({ length: 1 + upTo(200) }, () => file.subarray(from, to))));
    case 5: {
      const other = others[upTo(others.length)] ?? file;
      const start = upTo(other.length + 1);
      return put(other.subarray(start, start + 1 + upTo(600)), random() < 0.5 ? to : from);
    }
    case 6:
      return put(words[upTo(words.length)] ?? file, random() < 0.5 ? to : from);
    default: {
      // One number of the file becomes another.
      const numbers = [...file.toString('latin1').matchAll(/\d+/g)];
      const number = numbers[upTo(numbers.length)];
      if (number === undefined) return file;
      const word = random() < 0.5 ? String(upTo(1e9)) : '9'.repeat(1 + upTo(40));
      return Buffer.concat([
        file.subarray(0, number.index),
        Buffer.from(word),
        file.subarray(number.index + number[0].length),
      ]);
    }
  }
}
