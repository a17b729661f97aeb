import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { TestRunner, type RunnerTestCase, type RunnerTestFile } from 'vitest';
import { turn } from './switch.ts';

// The same cases for every mutant, and none is made smaller once it has failed.
fc.configureGlobal({ seed: 48, endOnFailure: true });

interface Known {
  readonly test: RunnerTestCase;
  readonly steps: number;
  readonly reached: ReadonlySet<number>;
}

/** Tests of how long something takes: a source with all of its mutants inside is slower. */
const watchesClock = /\bin (?:little )?time\b|\bare quick to\b/;

const known: Known[] = [];
const atLoad = new Set<number>();
let filesLeft = Number(process.env['TREPALLINI_TEST_FILES']);
let lastSign = 0;

/** Runs the tests as they are, notes which mutants each comes by, then tries each mutant with these, the fastest first. */
export default class MutationRunner extends TestRunner {
  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (watchesClock.test(test.name)) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  override onBeforeTryTask(...args: Parameters<TestRunner['onBeforeTryTask']>): void {
    super.onBeforeTryTask(...args);
    for (const id of turn.reached) atLoad.add(id);
    turn.reached = new Set();
    turn.steps = 0;
  }

  override onAfterTryTask(test: RunnerTestCase): void {
    super.onAfterTryTask(test);
    known.push({ test, steps: turn.steps, reached: turn.reached });
    turn.reached = new Set();
  }

  override async onAfterRunFiles(files: RunnerTestFile[]): Promise<void> {
    if (files.some(({ result }) => result?.state !== 'pass')) filesLeft = Infinity;
    tell({ file: files[0]?.name, isGood: filesLeft !== Infinity });
    if (--filesLeft === 0) await tryAll();
    super.onAfterRunFiles(files);
  }
}

async function tryAll(): Promise<void> {
  turn.isTold = false;
  const judged = new Set(JSON.parse(process.env['TREPALLINI_JUDGED'] ?? '[]') as number[]);
  const byDuration = known.toSorted((a, b) => duration(a) - duration(b));
  const mutants = new Map<number, Known[]>();
  for (const each of byDuration) {
    for (const id of each.reached) mutants.set(id, [...(mutants.get(id) ?? []), each]);
  }
  tell({ atLoad: [...atLoad].filter((id) => !mutants.has(id)) });
  for (const [id, tests] of mutants) if (!judged.has(id)) await tryOne(id, tests);
  // A mutant that left something behind would have been taken for the next ones.
  for (const each of byDuration) {
    const why = await failure(-1, each);
    if (why !== undefined) tell({ spoilt: each.test.name, why });
  }
  tell({ isDone: true });
}

async function tryOne(id: number, tests: readonly Known[]): Promise<void> {
  tell({ began: id });
  for (const each of tests) {
    const now = Date.now();
    if (now - lastSign > 1000) tell({ at: each.test.name });
    const why = await failure(id, each);
    if (why !== undefined) return tell({ killed: id, by: each.test.name, why });
  }
  tell({ survived: id, tests: tests.length });
}

async function failure(id: number, { test, steps }: Known): Promise<string | undefined> {
  for (const memory of turn.memories) memory.clear();
  turn.active = id;
  turn.steps = 0;
  turn.limit = 100_000 + 20 * steps;
  try {
    await TestRunner.getTestFn(test)();
    return undefined;
  } catch (error) {
    return String(error).slice(0, 80);
  } finally {
    turn.active = -1;
    turn.limit = Infinity;
  }
}

const duration = ({ test }: Known): number => test.result?.duration ?? 0;

function tell(line: object): void {
  lastSign = Date.now();
  appendFileSync(process.env['TREPALLINI_JOURNAL'] ?? '', `${JSON.stringify(line)}\n`);
}
