/** Where a piece of a text begins and ends, as `slice` counts. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const blank = /\s/;

/**
 * Where an identifier stands in a text as it was written: banks put blanks and line ends inside an identifier and change
 * its case. Null when it is not there. The first place counts.
 */
export function spanOfCode(text: string, code: string): Span | null {
  const wanted = code.toUpperCase().replaceAll(/\s/g, '');
  if (wanted === '') return null;
  const places: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (blank.test(letter)) continue;
    const upper = letter.toUpperCase();
    // `ß` would become two letters, and places would no longer agree.
    squeezed += upper.length === 1 ? upper : letter;
    places.push(at);
  }
  const found = squeezed.indexOf(wanted);
  const from = places[found];
  const last = places[found + wanted.length - 1];
  return found < 0 || from === undefined || last === undefined ? null : { from, to: last + 1 };
}

/** A text in pieces, some of which are codes that were looked for; together they are the text. */
export function markCodes(
  text: string,
  codes: readonly string[],
): readonly { readonly text: string; readonly marked: boolean }[] {
  const spans = codes
    .flatMap((code) => spanOfCode(text, code) ?? [])
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
