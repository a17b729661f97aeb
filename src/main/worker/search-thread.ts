import { workerData } from 'node:worker_threads';
import { feedSearch, wipeSearch } from '../ledger/feed-search.ts';

/** What the thread that keeps the search index is given. */
export interface SearchStart {
  readonly archive: string;
  readonly work: 'feed' | 'forget';
  /** Not 0: it is to end soon. */
  readonly stop: SharedArrayBuffer;
}

const { archive, work, stop } = workerData as SearchStart;
const flag = new Int32Array(stop);
if (work === 'forget') wipeSearch(archive);
else feedSearch(archive, () => Atomics.load(flag, 0) !== 0);
