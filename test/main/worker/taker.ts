import { parentPort, workerData } from 'node:worker_threads';
import type { ReadContext } from '../../../src/main/importers/read-context.ts';
import { createReader } from '../../../src/main/worker/read-elsewhere.ts';
import type { FileToRead, TapeItem } from '../../../src/main/worker/tape.ts';

/** A thread that takes what a reader tells and blocks meanwhile; at its end it tells what it took. */
const { files, context, stopAt } = workerData as {
  readonly files: readonly FileToRead[];
  readonly context: ReadContext;
  readonly stopAt: number;
};
const items: TapeItem[] = [];
const enough = new Error('enough');
const reader = createReader((request) =>
  parentPort?.postMessage(request, request.type === 'begin-reading' ? [request.task.port] : []),
);
const take = (item: TapeItem): void => {
  items.push(item);
  if (items.length === stopAt) throw enough;
};
try {
  reader.tell(files, context, take, () => undefined);
} catch (error) {
  if (error !== enough) throw error;
}
parentPort?.postMessage({ type: 'taken', items });
