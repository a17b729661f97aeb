import { gunzipSync } from 'node:zlib';
import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { overCeiling } from '../archive/limits.ts';
import { bytesOnDemand, type ByteSource, type FetchedBytes } from '../bytes.ts';
import { damaged } from './damaged.ts';
import type { Bounds, Wrapping } from './wrapping.ts';

const oneMegabyte = 1024 * 1024;
/** Head and tail, and nothing between. */
const shortest = 18;

/** A file compressed by itself, without a name. It is expanded in memory, within the ceilings of archives. */
export const gzip: Wrapping = {
  name: 'gzip',
  unwrap(source, head, bounds) {
    if (!head.magic.startsWith('1f8b08')) return null;
    let expanded: FetchedBytes | null = null;
    return ok([
      {
        name: null,
        share: 1,
        open() {
          const first = expand(source, bounds);
          if (!first.ok) return first;
          // The budget is paid; the next time the same comes out.
          const { length } = first.value;
          expanded = bytesOnDemand(length, () => repeat(source, length), first.value);
          return ok(expanded);
        },
        release: () => expanded?.release(),
      },
    ]);
  },
};

/** Nothing is believed: the last four bytes, which tell the size, only say how much room to make. */
function expand(source: ByteSource, { limits, budget }: Bounds): Result<Uint8Array, DocumentProblem> {
  const { size } = source;
  if (size < shortest) return damaged('gzip', 'manca la fine');
  const told = Buffer.from(source.read(size - 4, 4)).readUInt32LE();
  const byRatio = Math.max(oneMegabyte, size * limits.ratio);
  const most = Math.min(limits.entryBytes, budget.bytes, byRatio);
  const packed = source.read(0, size);
  try {
    const bytes = gunzipSync(packed, {
      maxOutputLength: Math.max(1, most),
      chunkSize: Math.max(64, Math.min(most, told) + 1),
    });
    budget.bytes -= bytes.length;
    return ok(bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'Z_BUF_ERROR') return damaged('gzip', 'manca la fine');
    if (error.code !== 'ERR_BUFFER_TOO_LARGE') return damaged('gzip', 'i suoi dati compressi sono rovinati');
    if (most === byRatio) return fail(overCeiling('ratio', limits.ratio));
    return most === budget.bytes
      ? fail(overCeiling('expanded-size', limits.expandedBytes))
      : fail(overCeiling('size', limits.entryBytes));
  }
}

function repeat(source: ByteSource, size: number): Uint8Array {
  return gunzipSync(source.read(0, source.size), {
    maxOutputLength: size,
    chunkSize: Math.max(64, size + 1),
  });
}
