import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { found, isLong, show } from '../figures.ts';
import { isEqual, isLeft, scores, share, type Score } from './score.ts';
import { allTests, halves, sample } from './subjects.ts';
import { tryMutants, type Tried } from './try-mutants.ts';

/** Per cent, in each folder. */
const promised = 85;

it('R48 a small mistake in money, days, causali, messages and verdicts is noticed by the tests', async () => {
  const tried = isLong ? await tryAll() : await trySample();
  const all = scores(tried);
  show(
    all
      .map(({ folder }) => left(tried, folder))
      .filter((lines) => lines !== '')
      .join('\n'),
  );
  const short = all.filter((one) => share(one) < promised);
  expect(short.map((one) => `${figure(one)}\n${left(tried, one.folder)}`)).toEqual([]);
  found('R48', all.map(figure).join(', '));
}, 1_800_000);

async function tryAll(): Promise<Tried[]> {
  const tests = allTests();
  const tried = await Promise.all(halves().map((mutants) => tryMutants(mutants, tests)));
  return tried.flat();
}

async function trySample(): Promise<Tried[]> {
  const { mutants, tests } = sample(120);
  return tryMutants(mutants, tests);
}

const figure = (one: Score): string =>
  `${one.folder} ${one.noticed} mutanti notati su ${one.all - one.equal} (${share(one).toFixed(1)} %)`;

/** What nobody noticed and nobody said to be no mistake. */
const left = (tried: readonly Tried[], folder: string): string =>
  tried
    .filter((one) => dirname(one.mutant.file) === folder && isLeft(one) && !isEqual(one.mutant))
    .map(({ mutant: { file, line, before, after } }) => `${file}:${line}\n- ${before}\n+ ${after}`)
    .join('\n');
