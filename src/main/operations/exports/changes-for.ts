import { createHash } from 'node:crypto';
import type { Value } from '../../exports/open-format.ts';
import { digestGiven, keysGone, noteSeen, openSeen, type Cursor } from '../../ledger/consumers.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { givenLine } from '../../worker/given-lines.ts';
import type { DepartingFile } from './departing-file.ts';

/** Tells what one consumer must hear; what it is told is noted in a file, for the day on which it has it. */
export interface ChangesFor {
  /** Of these rows, by their keys, those that are new or say something else than before. */
  news<Row extends KeyedRow>(rows: readonly Row[]): Promise<Row[]>;
  /** What is no more, by key, in pieces; to be asked when all rows were shown. */
  gone(): AsyncGenerator<string[]>;
}

export interface KeyedRow {
  readonly key: string;
  /** In clear: a row that changed behind its mask changed all the same. */
  readonly values: readonly Value[];
}

export function changesFor(ledger: ReadableLedger, cursor: Cursor | null, notes: DepartingFile): ChangesFor {
  openSeen(ledger);
  return {
    async news(rows) {
      const lines: string[] = [];
      const news = rows.filter(({ key, values }) => {
        const digest = digestOf(values);
        noteSeen(ledger, key);
        if (cursor !== null && digestGiven(ledger, cursor, key) === digest) return false;
        lines.push(givenLine({ key, digest }));
        return true;
      });
      await notes.write(lines.join(''));
      return news;
    },
    async *gone() {
      if (cursor === null) return;
      for (let after = ''; ;) {
        const keys = keysGone(ledger, cursor, after, 1_000);
        const last = keys.at(-1);
        if (last === undefined) return;
        await notes.write(keys.map((key) => givenLine({ key, digest: null })).join(''));
        yield keys;
        after = last;
      }
    },
  };
}

/** 128 bits: two different rows of one key never share them by chance. */
function digestOf(values: readonly Value[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
}
