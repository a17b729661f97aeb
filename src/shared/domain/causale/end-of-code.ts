import { maxIufLength } from '../iuf.ts';
import { isLineEnd } from './lines.ts';
import { endOfPiece, gapBefore, hasDigit, isDigit, isIufCharacter, longestWord, type Text } from './text.ts';

/**
 * Where the flow code ends. A blank ends it, unless the code has not begun, ends with a dash, or is
 * interrupted where a line ends; only pieces that hold a digit are joined, since words follow often.
 */
export function endOfCode(
  text: Text,
  start: number,
  codeStart: number,
  origin: number,
): { readonly end: number; readonly doubtful: boolean } {
  const { squeezed } = text;
  // Until 2018 colons and dots were allowed.
  const old = squeezed.slice(start, start + 4) < '2019';
  let end = codeStart;
  while (end < squeezed.length && end - start < longestWord) {
    const isMark = old && isInnerMark(text, end);
    if (!isMark && !isIufCharacter(squeezed.charCodeAt(end))) break;
    if (gapBefore(text, end)) {
      const pieceEnd = endOfPiece(text, end);
      // A number that a colon follows is the name of a tag.
      const tag = squeezed[pieceEnd] === ':' && !gapBefore(text, pieceEnd);
      const numbered = hasDigit(squeezed, end, pieceEnd) && !tag;
      const fits = pieceEnd - start <= maxIufLength;
      const atLineEnd = isLineEnd(text, end, origin);
      const unfinished = end === codeStart || squeezed[end - 1] === '-';
      if (!numbered || !fits || !(unfinished || atLineEnd)) {
        return { end, doubtful: fits && (numbered || atLineEnd) };
      }
      end = pieceEnd;
    } else end++;
  }
  return { end, doubtful: false };
}

/** A colon or a dot before a digit, as in a time of day; before a letter it begins a tag. */
function isInnerMark(text: Text, position: number): boolean {
  const { squeezed } = text;
  const mark = squeezed[position];
  return (
    (mark === ':' || mark === '.') &&
    isDigit(squeezed.charCodeAt(position + 1)) &&
    !gapBefore(text, position) &&
    !gapBefore(text, position + 1)
  );
}
