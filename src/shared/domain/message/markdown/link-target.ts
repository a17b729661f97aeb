const deepest = 32;
const unescape = /\\([!-/:-@[-`{-~])/g;
const title = /\s+(?:"[^"]*"|'[^']*'|\([^()]*\))/y;
const angled = /<([^<>\n]*)>/y;
const blanks = /\s*/y;

/** Reads `(address "title")` at a place of a text; null when it is not written there. */
export function readTarget(
  text: string,
  from: number,
): { readonly href: string; readonly end: number } | null {
  if (text[from] !== '(') return null;
  const start = from + 1 + lengthOf(blanks, text, from + 1);
  const inAngles = lengthOf(angled, text, start);
  const length = inAngles > 0 ? inAngles : lengthOfAddress(text, start);
  if (length === null) return null;
  const written = text.slice(start, start + length);
  let end = start + length;
  end += lengthOf(title, text, end);
  end += lengthOf(blanks, text, end);
  if (text[end] !== ')') return null;
  const href = (inAngles > 0 ? written.slice(1, -1) : written).replaceAll(unescape, '$1');
  return { href, end: end + 1 };
}

/** Up to a blank, or to the bracket that closes more than was opened. Null when brackets stay open. */
function lengthOfAddress(text: string, start: number): number | null {
  let depth = 0;
  let at = start;
  for (; at < text.length && !/\s/.test(text.charAt(at)); at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(' && ++depth > deepest) return null;
    else if (character === ')' && --depth < 0) break;
  }
  return depth > 0 ? null : at - start;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
