import type { ReadableLedger } from './open.ts';
import { all, each, one } from './statements.ts';

/** What the pages of documents say, told by its digest: who says it already. */
export interface KnownPages {
  /** The first standing document that says the same as a page, other than `exceptId`; null when there is none. */
  saidBy(digest: string, exceptId: number): number | null;
  /** To be told of each page that is kept. */
  note(document: number, digest: string): void;
}

/** Asks the index of the digests, which knows what is kept by itself. */
export function pagesByIndex(ledger: ReadableLedger): KnownPages {
  return {
    saidBy(digest, exceptId) {
      // Asked once for each document, and nearly always in vain: the first question must be a cheap one.
      const saying = all<{ id: number }>(
        ledger,
        `SELECT document_id AS id FROM document_parts
         WHERE substr(digest, 1, 16) = substr(@digest, 1, 16) AND digest = @digest`,
        { digest },
      );
      return firstStanding(
        ledger,
        saying.map(({ id }) => id).filter((id) => id !== exceptId),
      );
    },
    note: () => undefined,
  };
}

/**
 * Needs no index, which very many documents have made when all of them stand: twelve bytes of each page are held in memory.
 * Whoever they point to is asked: of a document that was taken back nothing is there any more.
 */
export function pagesInMemory(ledger: ReadableLedger): KnownPages {
  const places = createPlaces();
  const parts = `SELECT document_id AS document, digest FROM document_parts`;
  for (const { document, digest } of each<{ document: number; digest: string }>(ledger, parts))
    places.add(hashOf(digest), document);
  return {
    saidBy(digest, exceptId) {
      const maybe = places.of(hashOf(digest));
      if (maybe.length === 0) return null;
      return firstStanding(
        ledger,
        maybe.filter((id) => id !== exceptId && says(ledger, id, digest)),
      );
    },
    note: (document, digest) => places.add(hashOf(digest), document),
  };
}

function firstStanding(ledger: ReadableLedger, ids: readonly number[]): number | null {
  const standing = ids.filter((id) => isStanding(ledger, id));
  return standing.length === 0 ? null : Math.min(...standing);
}

function isStanding(ledger: ReadableLedger, id: number): boolean {
  return one(ledger, `SELECT 1 FROM documents WHERE id = ? AND undone_at IS NULL`, [id]) !== undefined;
}

function says(ledger: ReadableLedger, id: number, digest: string): boolean {
  return (
    one(ledger, `SELECT 1 FROM document_parts WHERE document_id = ? AND digest = ?`, [id, digest]) !==
    undefined
  );
}

/** FNV-1a of its beginning: a digest is as good as random there already. */
function hashOf(digest: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < 16 && i < digest.length; i++) hash = Math.imul(hash ^ digest.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Documents by a hash; several may share one. Open addressing in flat arrays: a Map of as many takes ten times the memory. */
function createPlaces() {
  let hashes = new Uint32Array(2 ** 14);
  // No document has the number 0: such a place is free.
  let documents = new Float64Array(hashes.length);
  let count = 0;

  /** False when it stands there: a document may say one thing a hundred thousand times. */
  function put(hash: number, document: number): boolean {
    let at = hash & (hashes.length - 1);
    for (; documents[at] !== 0; at = (at + 1) & (hashes.length - 1))
      if (hashes[at] === hash && documents[at] === document) return false;
    hashes[at] = hash;
    documents[at] = document;
    return true;
  }

  function grow(): void {
    const [oldHashes, oldDocuments] = [hashes, documents];
    hashes = new Uint32Array(2 * oldHashes.length);
    documents = new Float64Array(hashes.length);
    for (const [at, document] of oldDocuments.entries())
      if (document !== 0) put(oldHashes[at] ?? 0, document);
  }
  return {
    add(hash: number, document: number): void {
      if (!put(hash, document)) return;
      count += 1;
      if (2 * count > hashes.length) grow();
    },
    of(hash: number): number[] {
      const found: number[] = [];
      for (let at = hash & (hashes.length - 1); documents[at] !== 0; at = (at + 1) & (hashes.length - 1))
        if (hashes[at] === hash) found.push(documents[at] ?? 0);
      return found;
    },
  };
}
