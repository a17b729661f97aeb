import { shortestCode } from './end-of-code.ts';
import { endsFullLine } from './lines.ts';
import { gapBefore, type Text } from './text.ts';

/** Lengths at which systems are known to cut a text. */
const cutLengths: ReadonlySet<number> = new Set([30, 35, 105, 140, 255, 256, 500, 512, 1000, 1024, 2000]);

/** Dots, in brackets or not, stand for what was left out. */
const ellipsis = /^[[(]?\.\./;

/** True where nothing follows, or only the dots that stand for it. */
export function endsText({ squeezed }: Text, end: number): boolean {
  return end >= squeezed.length || ellipsis.test(squeezed.slice(end, end + 4));
}

/** A code too short to be one, and nothing closes it: the rest may be missing. */
export function looksCut(text: Text, end: number, codeLength: number, origin: number): boolean {
  if (codeLength >= shortestCode) return false;
  // A second copy of the marker, which banks write behind the first: what stands before it was not cut.
  const copied = text.squeezed.slice(end, end + 4).includes('PUR');
  const open = gapBefore(text, end) && !copied;
  return open || endsText(text, end) || endsFullLine(text, end, origin);
}

/** True at the end of a text as long as systems are known to cut texts: it may be whole or not. */
export function mayBeCut(text: Text, end: number): boolean {
  return end === text.squeezed.length && cutLengths.has(text.normal.length);
}
