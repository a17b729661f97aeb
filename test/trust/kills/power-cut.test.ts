import { readHere } from '../../helpers/read-here.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ledgerDigest } from '../../../src/main/ledger/digest.ts';
import {
  ledgerFile,
  openWritable,
  type WhenOlder,
  type WritableLedger,
} from '../../../src/main/ledger/open.ts';
import { noteCommit, sentinelFile } from '../../../src/main/ledger/sentinel.ts';
import type { Jobs } from '../../../src/main/worker/jobs.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { ourSettings } from '../../main/hosts/papers.ts';
import { randomFrom } from '../../fakes/io-service/random.ts';
import { found, times } from '../figures.ts';
import { aPlace } from './act.ts';
import { before, kinds, putDown, type Papers } from './kinds.ts';

/** The files of a ledger after something was acknowledged, and what it said then. */
interface State {
  readonly db: Buffer;
  readonly log: Buffer;
  readonly sentinel: Buffer;
  readonly digest: string;
}

/** The log of changes begins with 32 bytes; then come pages, each with 24 bytes of its own. */
const frame = 24 + 4_096;
const head = 32;

it('R05 a power cut leaves what was acknowledged, and of the rest all or nothing', () => {
  const place = aPlace();
  const states = statesOf(place);
  const random = randomFrom(5);
  const boundaries = thinned(
    states.slice(1).flatMap((_, n) => boundariesIn(states, n)),
    times(24, Infinity),
  );
  // Whatever is left out, the log that arrived whole is not.
  const ends = states.slice(1).map(({ log }, at): Cut => ({ at, byte: log.length }));
  const bytes = Array.from({ length: times(8, 500) }, () => anywhereIn(states, random));
  let kept = 0;
  for (const [turn, cut] of [...boundaries, ...ends, ...bytes].entries()) {
    const { last, next } = pair(states, cut.at);
    const log = Buffer.concat([next.log.subarray(0, cut.byte), last.log.subarray(cut.byte)]);
    const isWhole = log.equals(next.log);
    const folder = join(place, 'taglio');
    // The file may have its length already where its bytes never arrived.
    const zeros = turn % 3 === 0 ? Buffer.alloc(Math.max(0, next.log.length - log.length)) : Buffer.alloc(0);
    const db = isWhole ? someOf(last.db, next.db, random) : last.db;
    putFiles(folder, {
      db,
      log: Buffer.concat([log, zeros]),
      sentinel: sentinelAfter(states, cut.at, turn),
    });
    expect(digestIn(folder, 'refuse')).toBe(isWhole ? next.digest : last.digest);
    if (isWhole) kept += 1;
  }
  expect(kept).toBeGreaterThan(0);
  const lost = cutsOfTheLast(place, states);
  found(
    'R05',
    `${boundaries.length + ends.length} tagli tra due pagine e ${bytes.length} a metà pagina, su ${states.length - 1} scritture: 0 volte manca ciò che era confermato, 0 registri a metà; ${lost} registri troncati sotto l’ultima conferma, tutti segnalati`,
  );
});

/** Everything that writes a ledger, one after the other, as the writer does it. */
function statesOf(place: string): State[] {
  const folder = join(place, 'archivio');
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  // What is acknowledged is on the disk: what the cuts below take for granted.
  expect(ledger.pragma('synchronous', { simple: true })).toBe(2);
  const states: State[] = [];
  const keep = (): void => {
    noteCommit(ledger, folder);
    const [db, log, sentinel] = [ledgerFile(folder), `${ledgerFile(folder)}-wal`, sentinelFile(folder)].map(
      (file) => readFileSync(file),
    );
    if (db === undefined || log === undefined || sentinel === undefined) throw new Error('three files');
    states.push({ db, log, sentinel, digest: ledgerDigest(ledger) });
  };
  const drop = (name: string, papers: Papers): void => {
    const paths = Object.keys(papers).map((file) => ({ path: join(place, name, file), name: file }));
    putDown(join(place, name), papers);
    done(ledger, 'import', { files: paths });
    keep();
  };
  done(ledger, 'settings', { settings: ourSettings });
  keep();
  drop('prima', before);
  for (const [name, papers] of Object.entries(kinds).slice(0, -1)) drop(name, papers);
  done(ledger, 'undo', { id: 3 });
  keep();
  drop('grande', kinds['un carico grande, letto da un filo a parte'] ?? {});
  done(ledger, 'undo', { id: 1 });
  keep();
  done(ledger, 'settings', { settings: { ...ourSettings, codiciPropri: ['01', '02'] } });
  keep();
  ledger.close();
  return states;
}

function done<Name extends keyof Jobs>(ledger: WritableLedger, name: Name, input: Jobs[Name]['input']): void {
  const outside = {
    now: new Date().toISOString(),
    isStopped: () => false,
    progress: () => undefined,
    reader: readHere,
  };
  const answer = runJob(ledger, name, input, outside);
  if ('stopped' in answer || !answer.ok) throw new Error(name);
}

function putFiles(folder: string, { db, log, sentinel }: Omit<State, 'digest'>): void {
  rmSync(folder, { recursive: true, force: true });
  putDown(folder, { 'tre-pallini.db': db, 'tre-pallini.db-wal': log });
  if (sentinel.length > 0) writeFileSync(sentinelFile(folder), sentinel);
}

/** What a ledger says when our own code opens it, or why it does not. */
function digestIn(folder: string, whenOlder: WhenOlder): string {
  const opened = openWritable(folder, whenOlder);
  if (!opened.ok) return opened.problem.code;
  const sound = opened.value.pragma('quick_check(1)', { simple: true });
  const digest = ledgerDigest(opened.value);
  opened.value.close();
  return sound === 'ok' ? digest : String(sound);
}

/** Where in the log of the write after state `at` the power is cut. */
interface Cut {
  readonly at: number;
  readonly byte: number;
}

function pair(states: readonly State[], at: number): { last: State; next: State } {
  const [last, next] = states.slice(at, at + 2);
  if (last === undefined || next === undefined) throw new Error(`no state ${at}`);
  return { last, next };
}

/** The bytes of the log that a write changed. */
function written(states: readonly State[], at: number): { from: number; to: number } {
  const { last, next } = pair(states, at);
  const isOther = (byte: number): boolean => last.log[byte] !== next.log[byte];
  let from = 0;
  while (from < next.log.length && !isOther(from)) from += 1;
  let to = next.log.length;
  while (to > from && !isOther(to - 1)) to -= 1;
  return { from, to };
}

function boundariesIn(states: readonly State[], at: number): Cut[] {
  const { from, to } = written(states, at);
  const first = Math.max(0, Math.floor((from - head) / frame));
  const last = Math.ceil((to - head) / frame);
  return Array.from({ length: last - first + 1 }, (_, n) => ({ at, byte: head + (first + n) * frame }));
}

function anywhereIn(states: readonly State[], random: () => number): Cut {
  const at = Math.floor(random() * (states.length - 1));
  const { from, to } = written(states, at);
  return { at, byte: from + Math.floor(random() * (to - from)) };
}

/** What is beside the ledger is written after it, and nobody waits until it is on the disk. */
function sentinelAfter(states: readonly State[], at: number, turn: number): Buffer {
  const nothing = Buffer.alloc(0);
  return [states[at]?.sentinel, states[Math.max(0, at - 1)]?.sentinel, nothing][turn % 3] ?? nothing;
}

/** While pages go home from the log any of them may be there already: the log stays until all are. */
function someOf(last: Buffer, next: Buffer, random: () => number): Buffer {
  const mixed = Buffer.from(next);
  for (let at = 0; at < last.length; at += 4_096)
    if (random() < 0.5) last.copy(mixed, at, at, Math.min(at + 4_096, last.length));
  return mixed;
}

/** Whoever takes away what was acknowledged is told of: it was no power cut. */
function cutsOfTheLast(place: string, states: readonly State[]): number {
  const end = states.at(-1);
  if (end === undefined) throw new Error('no state');
  const folder = join(place, 'troncato');
  const said = states.map(({ digest }) => digest);
  const pages = Math.floor((end.log.length - head) / frame);
  const cuts = thinned(
    Array.from({ length: pages }, (_, n) => head + n * frame),
    times(8, Infinity),
  );
  let lost = 0;
  for (const byte of cuts) {
    putFiles(folder, { ...end, log: end.log.subarray(0, byte) });
    const answer = digestIn(folder, 'refuse');
    // Old pages may follow the last one that was written.
    if (answer === end.digest) continue;
    expect(['ledger-older', 'ledger-damaged']).toContain(answer);
    expect([...said, 'ledger-damaged']).toContain(digestIn(folder, 'go-on'));
    lost += 1;
  }
  expect(lost).toBeGreaterThan(0);
  return lost;
}

function thinned<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_, n) => n % step === 0);
}
