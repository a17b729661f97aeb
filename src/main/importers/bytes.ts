/**
 * The bytes of one document, wherever they are. They can be read again and again and must not change meanwhile.
 */
export interface ByteSource {
  readonly size: number;
  /** Somebody saw all of them, and that they are UTF-8. */
  readonly areUtf8?: boolean;
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

/** The same bytes; `onRead` hears each time where the ones that were fetched end. */
export function heard(source: ByteSource, onRead: (end: number) => void): ByteSource {
  return new HeardBytes(source, onRead);
}

class HeardBytes implements ByteSource {
  readonly size: number;
  readonly origin: ByteSource;
  readonly #source: ByteSource;
  readonly #onRead: (end: number) => void;

  constructor(source: ByteSource, onRead: (end: number) => void) {
    this.size = source.size;
    this.origin = originOf(source);
    this.#source = source;
    this.#onRead = onRead;
  }

  read(position: number, length: number): Uint8Array {
    const fetched = this.#source.read(position, length);
    this.#onRead(position + fetched.length);
    return fetched;
  }
}

/** The source itself, whoever looks on: what was found out about it holds for all of them. */
export function originOf(source: ByteSource): ByteSource {
  return source instanceof HeardBytes ? source.origin : source;
}

/** Bytes that are fetched when first asked for, such as an entry of an archive. */
export interface FetchedBytes extends ByteSource {
  /** Lets go of the bytes: whoever asks again has them fetched again. */
  release(): void;
}

/** `first` are the bytes when they have just been fetched. */
export function bytesOnDemand(
  size: number,
  fetch: () => Uint8Array,
  first: Uint8Array | null = null,
): FetchedBytes {
  let bytes = first;
  return {
    size,
    read(position, length) {
      bytes ??= fetch();
      return bytes.subarray(position, position + length);
    },
    release: () => void (bytes = null),
  };
}

/** The bytes from `from` up to `to` as a document of their own. */
export function sliceOf(source: ByteSource, from: number, to: number): ByteSource {
  const size = Math.max(0, Math.min(to, source.size) - from);
  return {
    size,
    read: (position, length) => source.read(from + position, Math.max(0, Math.min(length, size - position))),
  };
}

/** Several sources as one, one after the other. */
export function joined(sources: readonly ByteSource[]): ByteSource {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only;
  let size = 0;
  const blocks: Block[] = sources.map((source) => {
    const start = size;
    size += source.size;
    return { start, size: source.size, read: (position, length) => source.read(position, length) };
  });
  return inBlocks(blocks, size);
}

/** Pieces of a source as one, one after the other; there may be a million of them. */
export function inPieces(
  source: ByteSource,
  pieces: readonly { readonly from: number; readonly to: number }[],
): ByteSource {
  const starts: number[] = [];
  let size = 0;
  for (const { from, to } of pieces) {
    starts.push(size);
    size += to - from;
  }
  return {
    size,
    read(position, length) {
      const end = Math.min(size, position + length);
      const found: Uint8Array[] = [];
      let at = position;
      for (let i = lastUpTo(starts, position); at < end; i++) {
        const piece = pieces[i];
        if (piece === undefined) break;
        const from = piece.from + at - (starts[i] ?? 0);
        const bytes = source.read(from, Math.min(piece.to - from, end - at));
        if (bytes.length === 0) break;
        found.push(bytes);
        at += bytes.length;
      }
      return together(found);
    },
  };
}

/** A stretch of a source: where it begins, and its bytes by position from there. */
export interface Block {
  readonly start: number;
  readonly size: number;
  read(position: number, length: number): Uint8Array;
}

/** A source made of stretches that follow one another. */
export function inBlocks(blocks: readonly Block[], size: number): ByteSource {
  const starts = blocks.map(({ start }) => start);
  return {
    size,
    read(position, length) {
      const end = Math.min(size, position + length);
      const pieces: Uint8Array[] = [];
      let at = position;
      for (let i = lastUpTo(starts, position); at < end; i++) {
        const block = blocks[i];
        if (block === undefined) break;
        const piece = block.read(at - block.start, Math.min(end, block.start + block.size) - at);
        if (piece.length === 0 && block.size > 0) break;
        pieces.push(piece);
        at += piece.length;
      }
      return together(pieces);
    },
  };
}

/** The last of the positions, which ascend, that is not beyond one. */
function lastUpTo(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function together(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces);
}

/** The first bytes only, as if the document ended there. */
export function beginningOf(source: ByteSource, size: number): ByteSource {
  return {
    size: Math.min(size, source.size),
    read: (position, length) => source.read(position, Math.min(length, Math.max(0, size - position))),
  };
}
