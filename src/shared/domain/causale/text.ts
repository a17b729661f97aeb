/**
 * One text in three forms: `normal` as it was written, `bare` where line ends stand for the tags inside a causale, and
 * `squeezed` without blanks and in upper case. Positions are those of `squeezed` unless said otherwise; `at` maps them
 * to the other two.
 */
export interface Text {
  readonly normal: string;
  readonly bare: string;
  readonly squeezed: string;
  readonly at: Uint16Array;
}

/** Stands between two elements of one causale, and for a tag inside it: a place where a word may have been cut. */
export const elementBreak = '\v';

const blanks = /[ \n\v]/g;

/** Position in `normal` of a position in `squeezed`. */
export function normalPosition(text: Text, position: number): number {
  return text.at[position] ?? text.normal.length;
}

/** True when blanks stand somewhere between two positions. */
export function hasGap(text: Text, from: number, to: number): boolean {
  return normalPosition(text, to) - normalPosition(text, from) !== to - from;
}

/** True when a blank stands right before the position. */
export function gapBefore(text: Text, position: number): boolean {
  return position > 0 && position < text.at.length && hasGap(text, position - 1, position);
}

/** The text between two positions as it was written, blanks included. */
export function written(text: Text, from: number, to: number): string {
  return text.normal.slice(normalPosition(text, from), normalPosition(text, to - 1) + 1);
}

/** The text between two positions in its own case, without blanks. */
export function joined(text: Text, from: number, to: number): string {
  const slice = text.bare.slice(normalPosition(text, from), normalPosition(text, to - 1) + 1);
  return slice.replace(blanks, '');
}

/** True for the digits of `squeezed`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True for the letters of `squeezed`. */
export function isLetter(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** True for the characters that a PSP code is made of: letters, digits, underscore. */
export function isWordCharacter(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 95;
}

/** True for the characters that an IUF is made of. */
export function isIufCharacter(code: number): boolean {
  return isWordCharacter(code) || code === 45;
}

/** No text is read further than this as one word. */
export const longestWord = 100;

/** End of the run of IUF characters that no blank interrupts. */
export function endOfPiece(text: Text, start: number): number {
  const { squeezed } = text;
  let end = start;
  while (
    end < start + longestWord &&
    isIufCharacter(squeezed.charCodeAt(end)) &&
    (end === start || !gapBefore(text, end))
  ) {
    end++;
  }
  return end;
}

/** True for a date's shape (`9999-99-99`), whether or not the day exists. */
export function isDateShape(squeezed: string, start: number): boolean {
  if (start < 0 || squeezed.charCodeAt(start + 4) !== 45 || squeezed.charCodeAt(start + 7) !== 45)
    return false;
  for (let i = 0; i < 10; i++) {
    if (i !== 4 && i !== 7 && !isDigit(squeezed.charCodeAt(start + i))) return false;
  }
  return true;
}

/** Positions at which a date's shape begins, in order. */
export function datePositions(squeezed: string): readonly number[] {
  const positions: number[] = [];
  for (let dash = squeezed.indexOf('-'); dash !== -1; dash = squeezed.indexOf('-', dash + 1)) {
    if (squeezed.charCodeAt(dash + 3) === 45 && isDateShape(squeezed, dash - 4)) positions.push(dash - 4);
  }
  return positions;
}

/** True when a digit stands between two positions. */
export function hasDigit(squeezed: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isDigit(squeezed.charCodeAt(i))) return true;
  return false;
}
