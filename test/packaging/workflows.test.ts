import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const folder = '.github/workflows';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly system: readonly string[] } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const texts = Object.fromEntries(
  readdirSync(join(root, folder)).map((name) => [name, read(`${folder}/${name}`)]),
);
const workflows = Object.entries(texts).map(([name, text]) => ({ ...(parse(text) as Workflow), name, text }));
const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
const runs = steps.flatMap(({ run }) => run ?? []);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the workflows', () => {
  it('are these, and each may read and no more; the release alone may write its draft', () => {
    expect(workflows.map(({ name }) => name).toSorted()).toEqual([
      'check.yml',
      'electron.yml',
      'package.yml',
    ]);
    const writing = workflows.flatMap(({ name, permissions, jobs }) => {
      expect({ name, permissions }).toEqual({ name, permissions: { contents: 'read' } });
      return Object.entries(jobs).flatMap(([job, { permissions: own }]) =>
        own === undefined ? [] : [{ name, job, own }],
      );
    });
    expect(writing).toEqual([{ name: 'package.yml', job: 'release', own: { contents: 'write' } }]);
  });

  it('use nothing but the host’s own actions, each pinned to a commit whose version stands beside it', () => {
    const lines = Object.values(texts).flatMap((text) => text.match(/^ *- uses: .*$/gm) ?? []);
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const pins = new Set(lines.map((line) => line.trim()));
    expect(pins.size).toBe(new Set([...pins].map((pin) => pin.split('@')[0])).size);
  });

  it('know no secret, leave no key behind, and run nothing that a stranger wrote', () => {
    for (const [name, text] of Object.entries(texts))
      expect({ name, found: text.match(/secrets\.|pull_request_target|write-all|workflow_run/g) }).toEqual({
        name,
        found: null,
      });
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout') === true);
    expect(checkouts.map(({ with: given }) => given?.['persist-credentials'])).toEqual(
      checkouts.map(() => false),
    );
    expect(runs.filter((run) => run.includes('${{'))).toEqual([]);
  });

  it('end by themselves, and the newest of a branch is the one that counts', () => {
    for (const { jobs, concurrency } of workflows) {
      expect(concurrency.group).toContain('github.ref');
      for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
    }
  });

  it('run what the README tells a stranger to run, and scripts that exist', () => {
    const [, told = ''] = /```sh\n([^`]*)```/.exec(read('README.md')) ?? [];
    const check = workflows
      .find(({ name }) => name === 'check.yml')
      ?.jobs['linux']?.steps.flatMap(({ run }) => run ?? []);
    expect(check).toEqual(['npm ci', 'npm test']);
    expect(told).toContain(check?.join(' && '));
    const named = runs.flatMap((run) =>
      [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script),
    );
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
    expect(named).toEqual(
      expect.arrayContaining(['build', 'package', 'portable', 'sbom', 'checksums', 'e2e:electron']),
    );
  });

  it('try the window and make the files on all three systems', () => {
    const systems = workflows.flatMap(({ jobs }) =>
      Object.values(jobs).flatMap(({ strategy }) => (strategy === undefined ? [] : [strategy.matrix.system])),
    );
    expect(systems).toHaveLength(2);
    for (const system of systems)
      expect(system.map((one) => one.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos']);
  });
});
