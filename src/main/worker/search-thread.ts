import { workerData } from 'node:worker_threads';
import { feedSearch } from '../ledger/feed-search.ts';

/** What the thread that keeps the search index is given. */
export interface SearchStart {
  readonly archive: string;
  /** Not 0: it is to end soon. */
  readonly stop: SharedArrayBuffer;
}

const { archive, stop } = workerData as SearchStart;
const flag = new Int32Array(stop);
feedSearch(archive, () => Atomics.load(flag, 0) !== 0);
