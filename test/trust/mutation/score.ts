import { dirname } from 'node:path';
import { equivalents } from './equivalents.ts';
import type { Mutant } from './mutants.ts';
import type { Tried } from './try-mutants.ts';

/** How many mutants of a folder the tests noticed. */
export interface Score {
  readonly folder: string;
  readonly all: number;
  readonly noticed: number;
  /** Not noticed, and told to be no mistake at all. */
  readonly equal: number;
}

export function scores(tried: readonly Tried[]): Score[] {
  const folders = Map.groupBy(tried, ({ mutant }) => dirname(mutant.file));
  return [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([folder, own]) => score(folder, own));
}

function score(folder: string, tried: readonly Tried[]): Score {
  const left = tried.filter(isLeft);
  const equal = left.filter(({ mutant }) => isEqual(mutant)).length;
  return { folder, all: tried.length, noticed: tried.length - left.length, equal };
}

/** Per cent, of those that are mistakes. */
export const share = ({ all, noticed, equal }: Score): number => (100 * noticed) / (all - equal);

export const isLeft = ({ fate }: Tried): boolean => fate !== 'killed' && fate !== 'hung';

const known = new Set(
  equivalents.flatMap(({ file, lines }) =>
    lines.flatMap(([before, ...others]) => others.map((after) => [file, before, after].join('\n'))),
  ),
);

export const isEqual = ({ file, before, after }: Mutant): boolean =>
  known.has([file, before, after].join('\n'));
