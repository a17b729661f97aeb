import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a finished program took. */
export interface Measure {
  readonly seconds: number;
  /** When it had answered: its last word on the standard output; null without any. */
  readonly answeredSeconds: number | null;
  /** What it computed, on all cores, by itself and by what it started; null where nobody can tell. A neighbour changes it little. */
  readonly cpuSeconds: number | null;
  /** Megabytes of memory at the peak, or null where nobody can tell. */
  readonly peakMb: number | null;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const time = '/usr/bin/time';
let runs = 0;

/**
 * Runs a program to its end, with the clock and an eye on its memory. `onSaid` hears what it says on its way, and how many
 * seconds after its start.
 */
export async function measure(
  command: string,
  args: readonly string[],
  input?: string,
  onSaid: (said: string, seconds: number) => void = () => undefined,
): Promise<Measure> {
  runs += 1;
  const note = join(tmpdir(), `tre-pallini-bench-${process.pid}-${runs}`);
  const timed = existsSync(time);
  const program = timed ? time : command;
  const words = timed ? ['-f', '%M %U %S', '-o', note, command, ...args] : [...args];
  const started = performance.now();
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] });
  let peakKb = 0;
  let cpuSeconds: number | null = null;
  const watch = setInterval(() => {
    if (!timed && child.pid !== undefined) peakKb = Math.max(peakKb, highWaterMark(child.pid));
  }, 20);
  const output = { stdout: '', stderr: '' };
  let answeredSeconds: number | null = null;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output.stdout += piece;
    answeredSeconds = (performance.now() - started) / 1000;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    output.stderr += piece;
    onSaid(piece, (performance.now() - started) / 1000);
  });
  // A program that is not there, or does not read, closes its input before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  if (timed && existsSync(note)) {
    // GNU time puts a sentence before the figure when the program fails.
    const [kb, user, system] = (readFileSync(note, 'utf8').trim().split('\n').at(-1) ?? '')
      .split(' ')
      .map(Number);
    peakKb = kb ?? 0;
    cpuSeconds = (user ?? 0) + (system ?? 0);
    rmSync(note);
  }
  return {
    seconds,
    answeredSeconds,
    cpuSeconds,
    peakMb: peakKb > 0 ? peakKb / 1024 : null,
    exitCode,
    ...output,
  };
}

/** True when the program can be found and started. */
export async function isInstalled(command: string): Promise<boolean> {
  try {
    // GNU time starts all the same, and ends with 127.
    const { exitCode } = await measure(command, ['--version']);
    return exitCode !== 127;
  } catch {
    return false;
  }
}

function highWaterMark(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** How long something takes that is done at once. */
export function milliseconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
