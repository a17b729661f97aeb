/**
 * How documents that were known before are called in a drop, when the ledger has another name for the file in which they came:
 * their names begin with `now` where they began with `was`. Both are empty where the names are the same.
 */
export interface KnownAs {
  readonly was: string;
  readonly now: string;
}

/** How the document `name` of the file `file` is called beside the name that it had; null where that tells nothing of others. */
export function knownAs(name: string, file: string, before: string): KnownAs | null {
  if (name === before) return { was: '', now: '' };
  if (name === file) return { was: before, now: name };
  if (!name.startsWith(`${file}/`)) return null;
  const inside = name.slice(file.length);
  // A slash stands before what was no archive's, too.
  if (!`/${before}`.endsWith(inside)) return null;
  const rest = inside.slice(1);
  return { was: before.slice(0, before.length - rest.length), now: `${file}/` };
}

/** The name that a known document has in the drop, by that which the ledger has. */
export function namedAsNow(name: string, { was, now }: KnownAs): string {
  return `${now}${name.slice(was.length)}`;
}
