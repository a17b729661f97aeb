import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, vi } from 'vitest';
import { createCore, type Core } from '../../../src/main/core.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { times } from '../figures.ts';

/** The day on which all of this happens. */
export const today = '2026-03-10';

// On a computer that does other work beside it.
vi.setConfig({ testTimeout: times(240_000, 7_200_000) });

const child = fileURLToPath(new URL('act-child.ts', import.meta.url));

/** What became of a program that did one thing. */
export interface Acted {
  readonly killed: boolean;
  /** What it said until then. */
  readonly said: string;
  /** How long the thing took; null when it was killed before its end. */
  readonly ms: number | null;
}

/**
 * Does one thing in a process of its own, which is killed `ms` after it began, or after it first told its progress; null:
 * never.
 */
export function act(
  folder: string,
  ms: number | null,
  what: readonly string[],
  from: 'start' | 'work' = 'start',
): Promise<Acted> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, String(ms ?? 'never'), from, today, folder, ...what], {
      env: { ...process.env, ...apart(folder), NODE_OPTIONS: '', NODE_COMPILE_CACHE: compileCache },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    const complaints: Buffer[] = [];
    running.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    running.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    running.on('error', reject);
    running.on('close', (code, signal) => {
      const text = Buffer.concat(said).toString('utf8');
      const took = /fatto in ([\d.]+) ms/.exec(text)?.[1];
      const acted = {
        killed: signal === 'SIGKILL',
        said: text,
        ms: took === undefined ? null : Number(took),
      };
      if (acted.killed || code === 0) resolve(acted);
      else reject(new Error(`ended with ${code}: ${Buffer.concat(complaints).toString('utf8')}`));
    });
  });
}

const compileCache = join(tmpdir(), 'tre-pallini-compile-cache');

/** What the program keeps of this computer lies beside the archive, never with the person who runs the tests. */
export function apart(folder: string): NodeJS.ProcessEnv {
  return { XDG_DATA_HOME: `${folder}-computer` };
}

/** How long a thing takes when nobody kills it, and what it says. */
export async function whole(folder: string, what: readonly string[]): Promise<{ ms: number; said: string }> {
  const { ms, said } = await act(folder, null, what);
  if (ms === null) throw new Error(said);
  return { ms, said };
}

/** `count` moments from the beginning of a thing to a little after its end, never two at the same place in it. */
export function moments(count: number, ms: number): number[] {
  return Array.from({ length: count }, (_, n) => ((n + (((n + 1) * 0.618) % 1)) / count) * ms * 1.1);
}

/** A folder that goes when the test ends. */
export function aPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'tre-pallini-uccisi-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }), 120_000);
  return place;
}

let copied = 0;

/** The same archive at a place where none was before, so that no computer knows of it. */
export function copyOf(template: string): string {
  const archive = `${template}-${++copied}`;
  cpSync(template, archive, { recursive: true });
  return archive;
}

export function away(archive: string): void {
  for (const path of [archive, `${archive}-computer`]) rmSync(path, { recursive: true, force: true });
}

/** How a ledger came back. */
export interface Restart {
  readonly digest: string;
  /** Of the processor, all threads together: what other programs of this computer take of it is theirs. */
  readonly ms: number;
}

/** Opens the ledger anew as a person does: it must be sound, soon there, and nothing half done may lie beside it. */
export async function restarted(archive: string): Promise<Restart> {
  const begun = process.cpuUsage();
  const core = coreOn(archive);
  const verified = await core.call('ledger.verify', {});
  await core.close();
  const { user, system } = process.cpuUsage(begun);
  if (!verified.ok) throw new Error(JSON.stringify(verified.problem));
  const { ok, findings, digest } = verified.value;
  const ms = (user + system) / 1_000;
  expect({ ok, findings, left: leftIn(archive) }).toEqual({ ok: true, findings: [], left: [] });
  expect(ms).toBeLessThan(3_000);
  return { digest, ms };
}

/** The core as the command line has it. */
export function coreOn(archive: string): Core {
  return createCore({
    folder: archive,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: false,
    today: () => today as Day,
    now: () => new Date().toISOString(),
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });
}

/** What became of a thing that was killed again and again. */
export interface Tally {
  kills: number;
  /** Of them those after which the ledger was as before, as after, and as after because it had been said so. */
  before: number;
  after: number;
  acknowledged: number;
  /** The longest start after one of them, in milliseconds. */
  slowest: number;
}

/**
 * Kills a thing at `count` moments, each time in an archive of its own. The ledger must then be as before it or as after
 * it, and as after it when `acknowledged` was said; and the same thing asked for once more must come out as if nothing
 * had happened. `look` sees each archive before it is opened again.
 */
export async function killedAt(
  template: string,
  what: readonly string[],
  { count, acknowledged, look }: { count: number; acknowledged: RegExp; look?: (archive: string) => void },
): Promise<Tally> {
  const before = (await restarted(template)).digest;
  const wholeOne = copyOf(template);
  const { said } = await act(wholeOne, null, what, 'work');
  expect(said).toMatch(acknowledged);
  const ms = Number(/risposto in ([\d.]+) ms/.exec(said)?.[1]);
  const after = (await restarted(wholeOne)).digest;
  away(wholeOne);
  const tally: Tally = { kills: 0, before: 0, after: 0, acknowledged: 0, slowest: 0 };
  for (const moment of moments(count, ms)) {
    const archive = copyOf(template);
    const acted = await act(archive, moment, what, 'work');
    expect(acted.killed).toBe(true);
    look?.(archive);
    const start = await restarted(archive);
    const wasSaid = acknowledged.test(acted.said);
    expect(wasSaid ? [after] : [before, after]).toContain(start.digest);
    tally.kills += 1;
    tally.slowest = Math.max(tally.slowest, start.ms);
    if (wasSaid) tally.acknowledged += 1;
    if (start.digest === before) tally.before += 1;
    if (start.digest === after) tally.after += 1;
    away(archive);
  }
  return tally;
}

export function told({ kills, before, after, acknowledged, slowest }: Tally): string {
  return `${kills} kill -9: ${before} volte com’era prima, ${after} com’è dopo (${acknowledged} già confermate, 0 perse), 0 a metà; riapertura con verifica al più in ${Math.round(slowest)} ms di processore`;
}

/** Several things, told as one. */
export function together(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + of(tally), 0);
  return {
    kills: sum(({ kills }) => kills),
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    slowest: Math.max(...tallies.map(({ slowest }) => slowest)),
  };
}

/** What a program that was killed left half done, in the archive and in the folders of the program inside it. */
export function leftIn(archive: string): string[] {
  const names = readdirSync(archive, { recursive: true, encoding: 'utf8' });
  return names.filter(
    (name) => /\.parziale/.test(name) || /^(?:in-arrivo|in-partenza)\//.test(name) || isDraft(basename(name)),
  );
}

const ours = [
  /^tre-pallini\.(?:db|db-wal|db-shm|sentinella\.json|lock)$/,
  /^tre-pallini\.(?:corrotto|prima-del-ripristino)-[\d-]+\.db$/,
  /^tre-pallini-[\d-]+\.(?:db|json|invii\.jsonl)$/,
];

function isDraft(name: string): boolean {
  return name.startsWith('tre-pallini') && !ours.some((known) => known.test(name));
}
