import { canonical } from '../importers/canonical.ts';
import { listDocuments, minimisedParts, partsOf } from '../ledger/documents.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { readingsOf } from '../ledger/read-facts.ts';
import { createTextDigest } from './text-digest.ts';

export interface DamagedDocument {
  readonly code: 'document-damaged';
  readonly id: number;
  readonly name: string;
}

/** The standing documents whose rows no longer say what was imported. */
export function damagedDocuments(
  ledger: ReadableLedger,
  onChecked: (done: number, total: number) => void,
): DamagedDocument[] {
  const standing = listDocuments(ledger).filter((document) => document.undoneAt === null);
  return standing.flatMap(({ id, name }, done) => {
    onChecked(done, standing.length);
    return isWhole(ledger, id) ? [] : [{ code: 'document-damaged' as const, id, name }];
  });
}

function isWhole(ledger: ReadableLedger, documentId: number): boolean {
  const minimised = minimisedParts(ledger, documentId);
  const digests = partsOf(ledger, documentId).map(({ digest }, part) => ({
    // What was taken out of it was taken out on purpose; what is left must stay as it was left.
    expected: minimised.get(part) ?? digest,
    found: createTextDigest(),
  }));
  for (const { part, reading } of readingsOf(ledger, documentId))
    digests[part]?.found.add(canonical(reading));
  return digests.length > 0 && digests.every(({ expected, found }) => found.finish() === expected);
}
