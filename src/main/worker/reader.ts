import { parentPort } from 'node:worker_threads';
import { isWorkbookReaderLoaded } from '../importers/table/workbook.ts';
import { performTask, type ReaderTask } from './reader-task.ts';

/** What the thread that reads tells whoever started it when it is done with a task. */
export interface ReaderDone {
  readonly id: number;
  /**
   * Another thread reads the next ones: code that is not ours and keeps something between two files was at work, or the heap
   * grew, and does not become small again while nobody reads.
   */
  readonly spent: boolean;
}

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');

/** In bytes; a fresh thread takes half of it. */
const largeHeap = 24 * 1024 * 1024;

// What an importer throws is not caught: the thread ends, and with it whatever state it was in.
port.on('message', (task: ReaderTask) => {
  performTask(task);
  const isLarge = process.memoryUsage().heapTotal > largeHeap;
  const done: ReaderDone = { id: task.id, spent: isWorkbookReaderLoaded() || isLarge };
  port.postMessage(done);
});
