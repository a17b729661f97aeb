import { createHash } from 'node:crypto';

/** Where a page begins, for one question: the same question without its place and size. */
export interface Cursors {
  write(place: string): string;
  /** Null for what was not written for this very question. */
  read(cursor: string): string | null;
}

/**
 * A place in one list means nothing in another, and a list that begins anew would be read for ever: so a cursor bears the
 * mark of its question. The mark is no secret; it guards against mistakes.
 */
export function cursorsOf(question: unknown): Cursors {
  const asked = JSON.stringify(question);
  const markOf = (place: string): string =>
    createHash('sha256')
      .update(JSON.stringify([asked, place]))
      .digest('base64url')
      .slice(0, 12);
  return {
    write: (place) => `${markOf(place)}${Buffer.from(place, 'utf8').toString('base64url')}`,
    read(cursor) {
      if (!/^[\w-]+$/.test(cursor)) return null;
      const place = Buffer.from(cursor.slice(12), 'base64url').toString('utf8');
      return cursor.slice(0, 12) === markOf(place) ? place : null;
    },
  };
}
