import { ok } from '../../src/shared/domain/result.ts';
import { answer } from '../../src/main/worker/questions.ts';
import type { Reader } from '../../src/main/worker/read-elsewhere.ts';
import { readFiles } from '../../src/main/worker/read-files.ts';
import { itemOf } from '../../src/main/worker/tape-lines.ts';

/** Reads in the thread of the test, for jobs that are run there: whoever blocks can start no other. */
export const readHere: Reader = {
  tell: (files, context, take) =>
    readFiles({ files, from: 0, to: files.length, lost: [] }, context, (line) => take(itemOf(line))),
  ask: (question) => ok(answer(question, () => undefined)),
};
