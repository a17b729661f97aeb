import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { readCanonical } from '../importers/canonical.ts';
import type { ReadContext } from '../importers/read-context.ts';
import type { ReaderStart } from './reader.ts';
import { decodeBatch, gates, type Line } from './tape-lines.ts';
import { threadEnvironment } from './thread-environment.ts';
import type { FileToRead, TapeItem } from './tape.ts';

/** How long the reader may be silent before it counts as lost: it tells something every few milliseconds. */
const silenceMs = 120_000;

/**
 * Reads files in a thread of its own while this one takes what they say, item by item and in order. This thread
 * blocks between items: the transaction stays open, and nobody else's work can come between.
 */
export function readInThread(
  files: readonly FileToRead[],
  context: ReadContext,
  take: (item: TapeItem) => void,
  breathe: () => void,
): void {
  const gate = new Int32Array(new SharedArrayBuffer(4 * gates.count));
  const { port1, port2 } = new MessageChannel();
  const start: ReaderStart = { files, context, gate, port: port2 };
  const reader = new Worker(readerFile(), {
    workerData: start,
    transferList: [port2],
    env: threadEnvironment(),
    resourceLimits: { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 768 },
  });
  // Its end is noticed by its silence: this thread hears no event while it waits.
  reader.on('error', () => undefined);
  try {
    for (;;) {
      const line = nextBatch(port1, gate, breathe);
      if (line === null) return;
      for (const item of decodeBatch(line)) take(toItem(item));
    }
  } finally {
    Atomics.store(gate, gates.stop, 1);
    Atomics.notify(gate, gates.taken);
    port1.close();
    void reader.terminate();
  }
}

function toItem(line: Line): TapeItem {
  if (line.type !== 'reading') return line;
  const { type, part, digest, row, text } = line;
  return { type, part, digest, row, reading: readCanonical(text) };
}

/** The next batch of lines; null when the reader has told everything. */
function nextBatch(port: MessagePort, gate: Int32Array, breathe: () => void): string | null {
  for (let silent = 0; ;) {
    const told = Atomics.load(gate, gates.told);
    const received: { message: string | Error } | undefined = receiveMessageOnPort(port);
    if (received !== undefined) {
      if (received.message instanceof Error) throw received.message;
      Atomics.add(gate, gates.taken, 1);
      Atomics.notify(gate, gates.taken);
      return received.message;
    }
    if (Atomics.load(gate, gates.ended) === 1 && Atomics.load(gate, gates.told) === told) return null;
    const waited = performance.now();
    if (Atomics.wait(gate, gates.told, told, 200) !== 'timed-out') silent = 0;
    else silent += performance.now() - waited;
    breathe();
    if (silent > silenceMs) throw new Error('the reader is lost');
  }
}

/** Beside this file in the sources, beside the bundle that holds it once built. */
function readerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url);
}
