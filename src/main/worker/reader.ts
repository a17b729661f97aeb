import { workerData, type MessagePort } from 'node:worker_threads';
import { canonical } from '../importers/canonical.ts';
import type { ReadContext } from '../importers/read-context.ts';
import { readFiles } from './read-files.ts';
import { encodeLine, gates } from './tape-lines.ts';
import type { FileToRead } from './tape.ts';

/** What the thread that reads is told when it starts. */
export interface ReaderStart {
  readonly files: readonly FileToRead[];
  readonly context: ReadContext;
  readonly gate: Int32Array;
  readonly port: MessagePort;
}

/** Characters in a message, and messages that may wait: enough for both threads, little for the memory. */
const batchSize = 128 * 1024;
const batchesAhead = 4;

read(workerData as ReaderStart);

/** Reads ahead of the thread that writes, but never far. */
function read({ files, context, gate, port }: ReaderStart): void {
  let batch = '';
  const send = (message: string | Error): void => {
    port.postMessage(message);
    Atomics.add(gate, gates.told, 1);
    Atomics.notify(gate, gates.told);
  };
  try {
    readFiles(files, context, (item) => {
      batch += encodeLine(item.type === 'reading' ? { ...item, text: canonical(item.reading) } : item);
      if (batch.length < batchSize) return;
      waitForRoom(gate);
      send(batch);
      batch = '';
    });
    if (batch !== '') send(batch);
  } catch (error) {
    if (error !== stopped) send(error instanceof Error ? error : new Error(String(error)));
  }
  Atomics.store(gate, gates.ended, 1);
  Atomics.notify(gate, gates.told);
}

const stopped = new Error('stopped');

function waitForRoom(gate: Int32Array): void {
  for (;;) {
    if (Atomics.load(gate, gates.stop) === 1) throw stopped;
    const taken = Atomics.load(gate, gates.taken);
    if (Atomics.load(gate, gates.told) - taken < batchesAhead) return;
    Atomics.wait(gate, gates.taken, taken, 1_000);
  }
}
