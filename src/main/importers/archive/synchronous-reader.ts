import { RandomAccessReader } from 'yauzl';
import type { ByteSource } from '../bytes.ts';

const window = 64 * 1024;

/**
 * yauzl asks its reader and waits for a callback: this one answers at once, so that all of it happens at once.
 * It reads ahead, because an index is asked for in bits of a few bytes.
 */
export class SynchronousReader extends RandomAccessReader {
  readonly #source: ByteSource;
  #held: Uint8Array = new Uint8Array(0);
  #heldFrom = 0;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const bytes = this.bytesAt(position, length);
    buffer.set(bytes, offset);
    callback(null, bytes.length);
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  /** At most `length` bytes from `position`; none where there are none. */
  bytesAt(position: number, length: number): Uint8Array {
    if (position < 0 || position >= this.#source.size) return new Uint8Array(0);
    if (position < this.#heldFrom || position + length > this.#heldFrom + this.#held.length) {
      this.#held = this.#source.read(position, Math.max(length, window));
      this.#heldFrom = position;
    }
    return this.#held.subarray(position - this.#heldFrom, position - this.#heldFrom + length);
  }
}
