import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hide } from '../../../shared/domain/scrub.ts';

/**
 * The same code has the same eight digits all through one log, and nobody can find the code from them without the key, which
 * is made for this folder and never leaves it.
 */
export function pseudonymsOf(folder: string): Hide {
  const key = keyIn(folder);
  return (kind, value) => `${kind}:${createHmac('sha256', key).update(value).digest('hex').slice(0, 8)}`;
}

function keyIn(folder: string): Buffer {
  const file = join(folder, 'chiave');
  const fresh = randomBytes(32);
  try {
    writeFileSync(file, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = readFileSync(file);
  // Of a program that was killed while it wrote: whoever has only half a key begins a new one.
  if (kept.length === fresh.length) return kept;
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
}
