import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';
import type { Plan } from './try-child.ts';

/** What became of a mutant: no test came by its place (`unreached`), or only while a module was loaded (`at-load`). */
export type Fate = 'killed' | 'hung' | 'survived' | 'unreached' | 'at-load';

export interface Tried {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** Tries mutants with tests in one process after another: one that hangs ends itself, and the next goes on behind it. */
export async function tryMutants(mutants: readonly Mutant[], tests: readonly string[]): Promise<Tried[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-mutanti-'));
  const fates = new Map<number, Fate>();
  try {
    for (let attempt = 0; ; attempt++) {
      const journal = join(folder, `${attempt}.jsonl`);
      const plan: Plan = { mutants, tests, journal, judged: [...fates.keys()] };
      const output = await run(plan, join(folder, 'plan.json'));
      if (take(readJournal(journal), fates, output)) break;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return mutants.map((mutant, id) => ({ mutant, fate: fates.get(id) ?? 'unreached' }));
}

async function run(plan: Plan, file: string): Promise<string> {
  writeFileSync(file, JSON.stringify(plan));
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith('VITEST') || name === 'NODE_ENV') delete env[name];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'try-child.ts'), file], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  await once(child, 'close');
  return output;
}

/** True when the process came to its end; else the mutant at which it hung is known now. */
function take(lines: readonly Line[], fates: Map<number, Fate>, output: string): boolean {
  for (const { broken, spoilt, why } of lines) {
    if (broken !== undefined) throw new Error(`una prova fallisce già senza mutanti: ${broken} ${why}`);
    if (spoilt !== undefined) throw new Error(`un mutante ha lasciato qualcosa: ${spoilt} ${why}`);
  }
  let began: number | undefined;
  for (const line of lines) {
    if (line.began !== undefined) began = line.began;
    if (line.killed !== undefined) fates.set(line.killed, 'killed');
    if (line.survived !== undefined) fates.set(line.survived, 'survived');
    for (const id of line.atLoad ?? []) fates.set(id, 'at-load');
  }
  if (lines.at(-1)?.isDone === true) return true;
  if (began === undefined || fates.has(began))
    throw new Error(`la prova non è finita: ${output.slice(-3000)}`);
  fates.set(began, 'hung');
  return false;
}

/** A line of the journal (`runner.ts` writes it). */
interface Line {
  readonly began?: number;
  readonly killed?: number;
  readonly survived?: number;
  readonly atLoad?: readonly number[];
  readonly isDone?: true;
  readonly broken?: string;
  readonly spoilt?: string;
  readonly why?: string;
}

const readJournal = (file: string): Line[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
