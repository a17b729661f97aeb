import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { TrailDetails } from '../../../shared/domain/trail.ts';
import type { Environment } from '../environment.ts';

/** Tells in the trail that a file was made to leave, by the digest of its bytes. */
export async function tellLeft(
  { trail }: Pick<Environment, 'trail'>,
  { path, name, rows }: { readonly path: string; readonly name: string; readonly rows: number },
  details: TrailDetails,
): Promise<void> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer);
  const sha256 = digest.digest('hex');
  await trail.note({ operation: 'export-made', subject: name, details: { ...details, rows, sha256 } });
}
