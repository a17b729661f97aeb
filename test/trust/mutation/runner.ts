import { appendFileSync } from 'node:fs';
import { configureGlobal } from 'fast-check';
import { TestRunner, type RunnerTestCase, type RunnerTestSuite } from 'vitest';
import { turn } from './switch.ts';

// The same cases for every mutant, and none is made smaller once it has failed.
configureGlobal({ seed: 48, endOnFailure: true });

interface Known {
  readonly test: RunnerTestCase;
  readonly steps: number;
  /** Microseconds of this thread's processor. */
  readonly cost: number;
  readonly reached: ReadonlySet<number>;
}

/** Tests of how long something takes: a source with all of its mutants inside is slower. */
const watchesClock = /\bin (?:little )?time\b|\bare quick to\b|\bis read at once\b|\bwhile somebody waits\b/;

const known: Known[] = [];
const atLoad = new Set<number>();
let filesLeft = Number(process.env['TREPALLINI_TEST_FILES']);
let lastSign = 0;
let began = process.threadCpuUsage();

/** How much one mutant may cost, in microseconds: what only longer tests would notice counts as not noticed. */
const most = 500_000;

/** Runs the tests as they are, notes which mutants each comes by, then tries each mutant with these, the cheapest first. */
export default class MutationRunner extends TestRunner {
  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (watchesClock.test(test.name) || needsMore(test)) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  override onBeforeTryTask(...args: Parameters<TestRunner['onBeforeTryTask']>): void {
    super.onBeforeTryTask(...args);
    for (const id of turn.reached) atLoad.add(id);
    turn.reached = new Set();
    turn.steps = 0;
    began = process.threadCpuUsage();
  }

  override onAfterTryTask(test: RunnerTestCase): void {
    super.onAfterTryTask(test);
    const { user, system } = process.threadCpuUsage(began);
    known.push({ test, steps: turn.steps, cost: user + system, reached: turn.reached });
    turn.reached = new Set();
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    if (test.result?.state === 'fail') tell({ broken: test.name, why: test.result.errors?.[0]?.message });
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite.id !== suite.file.id) return;
    tell({ ran: suite.name });
    for (const { message } of suite.result?.errors ?? []) tell({ broken: suite.name, why: message });
    if (--filesLeft === 0) await tryAll();
  }
}

async function tryAll(): Promise<void> {
  turn.isTold = false;
  const judged = new Set(JSON.parse(process.env['TREPALLINI_JUDGED'] ?? '[]') as number[]);
  const cheapestFirst = known.toSorted((a, b) => a.cost - b.cost);
  const mutants = new Map<number, Known[]>();
  for (const each of cheapestFirst) {
    for (const id of each.reached) mutants.set(id, [...(mutants.get(id) ?? []), each]);
  }
  tell({ atLoad: [...atLoad].filter((id) => !mutants.has(id)) });
  for (const [id, tests] of mutants) if (!judged.has(id)) await tryOne(id, tests);
  // A mutant that left something behind would have been taken for the next ones.
  for (const each of cheapestFirst) {
    const why = await failure(-1, each);
    if (why !== undefined) tell({ spoilt: each.test.name, why });
  }
  tell({ isDone: true });
}

async function tryOne(id: number, tests: readonly Known[]): Promise<void> {
  tell({ began: id });
  let cost = 0;
  for (const each of tests) {
    if (cost > 0 && cost + each.cost > most) break;
    cost += each.cost;
    const now = Date.now();
    if (now - lastSign > 1000) tell({ at: each.test.name });
    const why = await failure(id, each);
    if (why !== undefined) return tell({ killed: id, by: each.test.name, why });
  }
  tell({ survived: id });
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

/** Something is made ready before it and cleared away after it, which another try would miss. */
function needsMore({ suite, file }: RunnerTestCase): boolean {
  for (let outer = suite ?? file; ; outer = outer.suite ?? file) {
    if (Object.values(TestRunner.getSuiteHooks(outer)).some((hooks) => hooks.length > 0)) return true;
    if (outer === file) return false;
  }
}

function tell(line: object): void {
  lastSign = Date.now();
  appendFileSync(process.env['TREPALLINI_JOURNAL'] ?? '', `${JSON.stringify(line)}\n`);
}
