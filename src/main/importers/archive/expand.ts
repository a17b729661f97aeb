import { crc32, inflateRawSync } from 'node:zlib';
import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { overCeiling, type ArchiveLimits, type Budget } from './limits.ts';
import type { LocatedEntry } from './zip-directory.ts';

const stored = 0;
const deflated = 8;
const oneMegabyte = 1024 * 1024;

/**
 * The bytes of one entry. Nothing is believed: inflating stops at the declared size, which is judged first,
 * and size and checksum must agree with what comes out. `ready` may have the bytes, judged in the same way.
 */
export function expand(
  archive: ByteSource,
  entry: LocatedEntry,
  name: string,
  limits: ArchiveLimits,
  budget: Budget,
  ready: () => Uint8Array | null = () => null,
): Result<Uint8Array, DocumentProblem> {
  const { start, compressedSize, uncompressedSize, compressionMethod } = entry;
  if (start === null) return damaged(name, 'la sua intestazione è rovinata');
  if (compressionMethod !== stored && compressionMethod !== deflated)
    return damaged(name, 'è compresso in un modo che non si apre');
  if (uncompressedSize > limits.entryBytes) return fail(overCeiling('size', limits.entryBytes));
  if (uncompressedSize > oneMegabyte && uncompressedSize > compressedSize * limits.ratio)
    return fail(overCeiling('ratio', limits.ratio));
  if (uncompressedSize > budget.bytes) return fail(overCeiling('expanded-size', limits.expandedBytes));
  budget.bytes -= uncompressedSize;
  const found = ready();
  if (found !== null) return ok(found);
  const packed = archive.read(start, compressedSize);
  const bytes = compressionMethod === stored ? packed : inflate(packed, uncompressedSize);
  if (bytes === null) return damaged(name, 'i suoi dati compressi sono rovinati');
  if (bytes.length !== uncompressedSize) return damaged(name, 'la sua grandezza non è quella dichiarata');
  return crc32(bytes) === entry.crc32 ? ok(bytes) : damaged(name, 'il suo codice di controllo non torna');
}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    // One output buffer of the right size; zlib wants 64 bytes at least, and room to notice one byte too many.
    return inflateRawSync(packed, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function damaged(name: string, why: string): { readonly ok: false; readonly problem: DocumentProblem } {
  return fail({ code: 'archive-damaged', detail: `«${name.slice(0, 120)}»: ${why}` });
}
