/**
 * The bytes of one document, wherever they are. They can be read again and again and must not change meanwhile.
 */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `position`; fewer only at the end. They stay valid after the next call. */
  read(position: number, length: number): Uint8Array;
}

/** How many bytes are read, decoded and parsed at a time: larger chunks are not faster and cost memory. */
export const chunkSize = 64 * 1024;

/** The bytes from the first to the last, a chunk at a time: to digest them or to read them in order. */
export function* chunksOf(source: ByteSource): Generator<Uint8Array, void, undefined> {
  for (let position = 0; position < source.size;) {
    const chunk = source.read(position, chunkSize);
    if (chunk.length === 0) return;
    position += chunk.length;
    yield chunk;
  }
}

/** Bytes that are in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (position, length) => bytes.subarray(position, position + length),
  };
}

/** Bytes that are fetched when first asked for, such as an entry of an archive. */
export function bytesOnDemand(size: number, fetch: () => Uint8Array): ByteSource {
  let bytes: Uint8Array | null = null;
  return {
    size,
    read(position, length) {
      bytes ??= fetch();
      return bytes.subarray(position, position + length);
    },
  };
}

/** The first bytes only, as if the document ended there. */
export function beginningOf(source: ByteSource, size: number): ByteSource {
  return {
    size: Math.min(size, source.size),
    read: (position, length) => source.read(position, Math.min(length, Math.max(0, size - position))),
  };
}
