import type { MessagePort } from 'node:worker_threads';
import type { ReadContext } from '../importers/read-context.ts';
import { gates } from './gate.ts';
import { answer, type Question } from './questions.ts';
import { readFiles, type FilesToRead } from './read-files.ts';
import { encodeLine } from './tape-lines.ts';

/** What a reader is asked: to tell what files say, or one question about a file. */
export interface ReaderTask {
  readonly id: number;
  readonly what: (FilesToRead & { readonly context: ReadContext }) | Question;
  readonly gate: Int32Array;
  readonly port: MessagePort;
}

/** Characters in a message, and messages that may wait: enough for both threads, little for the memory. */
const batchSize = 128 * 1024;
const batchesAhead = 4;

/** Does what is asked. Throws what an importer throws, which is a defect. */
export function performTask({ what, gate, port }: ReaderTask): void {
  const onRead = (file: number): void => {
    Atomics.store(gate, gates.at, file);
    Atomics.add(gate, gates.beat, 1);
  };
  try {
    const send = (message: unknown): void => {
      port.postMessage(message);
      Atomics.add(gate, gates.told, 1);
      Atomics.notify(gate, gates.told);
    };
    if ('name' in what) send(answer(what, () => onRead(0)));
    else tellFiles(what, gate, send, onRead);
    Atomics.store(gate, gates.ended, 1);
    Atomics.notify(gate, gates.told);
  } catch (error) {
    if (error !== stopped) throw error;
  } finally {
    port.close();
  }
}

/** Reads ahead of the thread that writes, but never far. */
function tellFiles(
  what: FilesToRead & { readonly context: ReadContext },
  gate: Int32Array,
  send: (batch: string) => void,
  onRead: (file: number) => void,
): void {
  let batch = '';
  readFiles(
    what,
    what.context,
    (item) => {
      Atomics.add(gate, gates.beat, 1);
      batch += encodeLine(item);
      if (batch.length < batchSize) return;
      waitForRoom(gate);
      send(batch);
      batch = '';
    },
    onRead,
  );
  if (batch !== '') send(batch);
}

const stopped = new Error('stopped');

function waitForRoom(gate: Int32Array): void {
  for (;;) {
    if (Atomics.load(gate, gates.stop) === 1) throw stopped;
    const taken = Atomics.load(gate, gates.taken);
    if (Atomics.load(gate, gates.told) - taken < batchesAhead) return;
    Atomics.wait(gate, gates.taken, taken, 1_000);
    // To wait for whoever writes is no standing still.
    Atomics.add(gate, gates.beat, 1);
  }
}
