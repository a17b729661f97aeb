import { expect, it } from 'vitest';
import { found, isLong } from '../figures.ts';
import { isEqual, isLeft, score, scores, share, type Score } from './score.ts';
import { allTests, halves, sample } from './subjects.ts';
import { tryMutants, type Tried } from './try-mutants.ts';

const promised = 85;

it(
  'R48 a small mistake in money, days and verdicts is noticed by the tests',
  { timeout: 1_800_000 },
  async () => {
    const tried = isLong ? await tryAll() : await trySample();
    const all = scores(tried);
    expect(
      all.filter((one) => share(one) < promised),
      left(tried),
    ).toEqual([]);
    expect(share(score('', tried))).toBeGreaterThanOrEqual(promised);
    found('R48', [score('in tutto', tried), ...all].map(figure).join(', '));
  },
);

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

const left = (tried: readonly Tried[]): string =>
  tried
    .filter((one) => isLeft(one) && !isEqual(one.mutant))
    .map(({ mutant: { file, line, before, after } }) => `${file}:${line}\n- ${before}\n+ ${after}`)
    .join('\n');
