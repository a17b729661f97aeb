/**
 * `npm run trust`: every promise tried as often as it is promised. Prints a line for each with its figure, and fails when
 * one falls short. `-- --scrivi` also writes them into `docs/affidabilita.md`; words after that choose ids: `-- R01 R13`.
 * `-- --poco` tries each only as often as `npm test` does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, idsOf, testFile } from './catalogue.ts';
import type { Claim } from './claim.ts';
import { words, writePage, type Outcome } from './page.ts';

const chosen = process.argv.slice(2).filter((word) => /^[A-Z]\d\d$/.test(word));
const isShort = process.argv.includes('--poco');
const claims = catalogue.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-prove-'));
const outcomes = run(claims);
rmSync(folder, { recursive: true });

for (const { claim, state, figures } of outcomes)
  console.log(`${claim.id} ${words[state].padEnd(12)} ${claim.tries}: ${figures.join('; ')}`);
if (process.argv.includes('--scrivi')) writePage(outcomes);
process.exitCode = outcomes.some(({ state }) => state === 'failed' || state === 'unproven') ? 1 : 0;

function run(wanted: readonly Claim[]): Outcome[] {
  const files = new Set(wanted.flatMap(({ proof }) => ('where' in proof ? proof.where.map(testFile) : [])));
  const figuresFile = join(folder, 'figures.jsonl');
  const env = {
    ...process.env,
    TREPALLINI_TRUST: isShort ? 'quick' : 'long',
    TREPALLINI_KILLS: process.env['TREPALLINI_KILLS'] ?? (isShort ? '14' : '200'),
    TREPALLINI_TRUST_FIGURES: figuresFile,
  };
  const units = [...files].filter((file) => !file.endsWith('.spec.ts'));
  const spec = [...files].filter((file) => file.endsWith('.spec.ts'));
  const only = chosen.length === 0 ? [] : ['-t', chosen.map((id) => `\\b${id}\\b`).join('|')];
  const results = [
    ...(units.length === 0 ? [] : vitest([...units, ...only], env)),
    ...(spec.length === 0 ? [] : playwright(spec, env)),
  ];
  const figures = lines(figuresFile);
  return wanted.map((claim) => judge(claim, results, figures));
}

interface Result {
  readonly title: string;
  readonly passed: boolean;
}

function judge(claim: Claim, results: readonly Result[], figures: readonly Figure[]): Outcome {
  if ('notHere' in claim.proof) return { claim, state: 'not-here', figures: [claim.proof.notHere] };
  const own = results.filter(({ title }) => idsOf(title).includes(claim.id));
  const told = figures.filter(({ id }) => id === claim.id).map(({ figure }) => figure);
  if (own.some(({ passed }) => !passed)) return { claim, state: 'failed', figures: told };
  return { claim, state: own.length === 0 || told.length === 0 ? 'unproven' : 'passed', figures: told };
}

function vitest(args: readonly string[], env: NodeJS.ProcessEnv): Result[] {
  const file = join(folder, 'vitest.json');
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  spawnSync('npx', ['vitest', 'run', '--testTimeout=1800000', ...reports, ...args], {
    stdio: 'inherit',
    env,
  });
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  return report.testResults.flatMap(({ name, assertionResults, message }) =>
    assertionResults.length === 0 && message !== ''
      ? [{ title: `${name}: ${message}`, passed: false }]
      : assertionResults
          .filter(({ status }) => status === 'passed' || status === 'failed')
          .map(({ ancestorTitles, title, status }) => ({
            title: [...ancestorTitles, title].find((part) => idsOf(part).length > 0) ?? title,
            passed: status === 'passed',
          })),
  );
}

function playwright(files: readonly string[], env: NodeJS.ProcessEnv): Result[] {
  const file = join(folder, 'playwright.json');
  const args = ['playwright', 'test', '--reporter=list,json', ...files];
  spawnSync('npx', args, { stdio: 'inherit', env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightSuite;
  const within = ({ suites = [], specs = [] }: PlaywrightSuite): Result[] => [
    ...specs.map(({ title, ok }) => ({ title, passed: ok })),
    ...suites.flatMap(within),
  ];
  return within(report);
}

interface Figure {
  readonly id: string;
  readonly figure: string;
}

function lines(file: string): Figure[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figure);
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
}
