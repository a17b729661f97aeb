import { parentPort } from 'node:worker_threads';
import { isWorkbookReaderLoaded } from '../importers/table/workbook.ts';
import { performTask, type ReaderTask } from './reader-task.ts';

/** What the thread that reads tells whoever started it when it is done with a task. */
export interface ReaderDone {
  readonly id: number;
  /** Code that is not ours and keeps something between two files was at work: another thread reads the next ones. */
  readonly spent: boolean;
}

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');

// What an importer throws is not caught: the thread ends, and with it whatever state it was in.
port.on('message', (task: ReaderTask) => {
  performTask(task);
  const done: ReaderDone = { id: task.id, spent: isWorkbookReaderLoaded() };
  port.postMessage(done);
});
