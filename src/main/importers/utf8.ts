import { isAscii, isUtf8 } from 'node:buffer';

const nothing = new Uint8Array(0);

/** Cuts chunks where characters end, so that each can be checked and decoded by itself. */
export function* wholeCharacters(chunks: Iterable<Uint8Array>): Generator<Buffer, void, undefined> {
  const cutter = createCutter();
  for (const chunk of chunks) {
    const whole = cutter.take(chunk);
    if (whole.length > 0) yield whole;
  }
  // A file cut inside a character: the parser will say that it is incomplete.
  if (cutter.isWithin()) yield Buffer.from('\uFFFD');
}

/** Answers what is whole of each chunk, and keeps the character that its end cuts for the next one. */
function createCutter() {
  let carried: Uint8Array = nothing;
  return {
    take(chunk: Uint8Array): Buffer {
      const joined = carried.length === 0 ? asBuffer(chunk) : Buffer.concat([carried, chunk]);
      const end = joined.length - unfinished(joined);
      carried = end === joined.length ? nothing : Uint8Array.prototype.slice.call(joined, end);
      return joined.subarray(0, end);
    },
    isWithin: () => carried.length > 0,
  };
}

/** True when the bytes are UTF-8 from the first to the last, a character cut off by the end excepted. */
export function areUtf8(chunks: Iterable<Uint8Array>): boolean {
  const check = createUtf8Check();
  for (const chunk of chunks) if (!check.take(chunk)) return false;
  return true;
}

/** The same for whoever has the chunks at hand for something else: false from the first that is not UTF-8 on. */
export function createUtf8Check() {
  const cutter = createCutter();
  let holds = true;
  return {
    take(chunk: Uint8Array): boolean {
      holds &&= isUtf8(cutter.take(chunk));
      return holds;
    },
  };
}

/**
 * True when the only bytes beyond ASCII are the last ones, and no whole character: an accent of Windows-1252 at the end of
 * a text looks like a character of UTF-8 that was cut.
 */
export function endsInOneAccent(chunks: Iterable<Uint8Array>): boolean {
  let last: Uint8Array = nothing;
  for (const chunk of chunks) {
    if (!isAscii(last)) return false;
    last = chunk;
  }
  const cut = unfinished(last);
  return cut > 0 && isAscii(last.subarray(0, last.length - cut));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** How many bytes at the end begin a character that goes on in the next chunk: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    // Bytes from 0xF5 on begin nothing.
    if (byte >= 0xf5) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}
