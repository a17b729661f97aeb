const elementStart = /<[A-Za-z_][\w.:-]*[\s/>]/y;
const declarationStart = /<\?xml\s/y;

/**
 * What stands before the XML and makes it not well-formed: a licence or comment before the declaration, blank
 * lines, a second byte order mark. Empty for a sound beginning: comments are legal where there is no declaration.
 */
export function junkBefore(beginning: string): string {
  let legal = true;
  for (let at = 0; at < beginning.length;) {
    const next = beginning.indexOf('<', at);
    if (next === -1) return '';
    if (/[^ \t\r\n]/.test(beginning.slice(at, next))) legal = false;
    declarationStart.lastIndex = elementStart.lastIndex = next;
    if (declarationStart.test(beginning)) return beginning.slice(0, next);
    if (beginning.startsWith('<!DOCTYPE', next) || elementStart.test(beginning))
      return legal ? '' : beginning.slice(0, next);
    const isComment = beginning.startsWith('<!--', next);
    const end = isComment ? '-->' : beginning.startsWith('<?', next) ? '?>' : null;
    if (end === null) {
      legal = false;
      at = next + 1;
      continue;
    }
    const closed = beginning.indexOf(end, next);
    if (closed === -1) return '';
    at = closed + end.length;
  }
  return '';
}
