import type { TrailDetails } from '../../../shared/domain/trail.ts';
import { digestOf } from '../../ledger/backup/files.ts';
import type { Environment } from '../environment.ts';

/** Tells in the trail that a file was made to leave, by the digest of its bytes. */
export async function tellLeft(
  { trail }: Pick<Environment, 'trail'>,
  { path, name, rows }: { readonly path: string; readonly name: string; readonly rows: number },
  details: TrailDetails,
): Promise<void> {
  const sha256 = digestOf(path);
  await trail.note({ operation: 'export-made', subject: name, details: { ...details, rows, sha256 } });
}
