import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ReadContext } from '../importers/read-context.ts';
import { createGate, gates, lossOf, type Loss } from './gate.ts';
import type { ReaderRequest } from './messages.ts';
import type { Question, Questions } from './questions.ts';
import type { ReaderTask } from './reader-task.ts';
import { decodeBatch, itemOf } from './tape-lines.ts';
import type { FileToRead, TapeItem } from './tape.ts';

/** Reads what comes from outside, where it can do no harm: a reader that is lost costs the file at which it was. */
export interface Reader {
  /** Tells what files say, item by item and in order. `breathe` may throw to stop. */
  tell(
    files: readonly FileToRead[],
    context: ReadContext,
    take: (item: TapeItem) => void,
    breathe: () => void,
  ): void;
  /** Answers a question about one file. */
  ask<Name extends keyof Questions>(
    question: Question<Name>,
    breathe: () => void,
  ): Result<Questions[Name]['output'], DocumentProblem>;
}

/**
 * Reads in a thread of the pool, which is asked for through `request`. This thread blocks between items: the transaction
 * stays open, and nobody else's work can come between.
 */
export function createReader(request: (request: ReaderRequest) => void): Reader {
  let lastId = 0;

  /** Hands over each message of one task. Answers how it ended, null for well, and whether anything was begun. */
  function run(
    what: ReaderTask['what'],
    taker: Taker,
    breathe: () => void,
  ): { readonly why: Loss; readonly at: number; readonly hasBegun: boolean } | null {
    const gate = createGate();
    const { port1, port2 } = new MessageChannel();
    const id = ++lastId;
    let hasEnded = false;
    request({ type: 'begin-reading', task: { id, what, gate, port: port2 } });
    try {
      while (takeNext(port1, gate, taker, breathe));
      const why = lossOf(gate);
      hasEnded = why === null;
      return why === null
        ? null
        : { why, at: Atomics.load(gate, gates.at), hasBegun: Atomics.load(gate, gates.beat) > 0 };
    } finally {
      port1.close();
      if (!hasEnded) {
        Atomics.store(gate, gates.stop, 1);
        Atomics.notify(gate, gates.taken);
        request({ type: 'end-reading', id });
      }
    }
  }

  return {
    tell(files, context, take, breathe) {
      const lost = new Map<number, Loss>();
      let falseStarts = 0;
      for (let from = 0; from < files.length;) {
        const why = lost.get(from);
        if (why !== undefined) {
          take({ type: 'file', index: from });
          take({ type: 'file-end', problem: { code: 'reading-failed', why } });
          from += 1;
          continue;
        }
        const first = from;
        const to = Math.min(files.length, ...[...lost.keys()].filter((index) => index > first));
        let isWithin = false;
        const takeBatch = (batch: string): void => {
          for (const line of decodeBatch(batch)) {
            const item = itemOf(line);
            take(item);
            if (item.type === 'file') isWithin = true;
            if (item.type !== 'file-end') continue;
            isWithin = false;
            from += 1;
          }
        };
        const loss = run({ files, from, to, lost: [...lost.keys()], context }, { take: takeBatch }, breathe);
        if (loss === null) continue;
        if (isWithin) take({ type: 'file-lost' });
        if (loss.hasBegun) lost.set(Math.max(from, loss.at), loss.why);
        // A reader that cannot even begin is no fault of a file, and will not begin the next time either.
        else if (++falseStarts === 2) for (let i = from; i < files.length; i++) lost.set(i, loss.why);
      }
    },
    ask<Name extends keyof Questions>(question: Question<Name>, breathe: () => void) {
      const told: Questions[Name]['output'][] = [];
      const loss = run(
        question,
        { take: (answer: Questions[Name]['output']) => void told.push(answer) },
        breathe,
      );
      if (loss !== null) return fail({ code: 'reading-failed', why: loss.why });
      const [answer] = told;
      if (answer === undefined) throw new Error('a reader answered nothing');
      return ok(answer);
    },
  };
}

/** Takes the messages of a task, which are what its kind is answered with. */
interface Taker {
  take(message: unknown): void;
}

/** Takes what comes next, or waits a moment for it; false when nothing will come any more. */
function takeNext(port: MessagePort, gate: Int32Array, taker: Taker, breathe: () => void): boolean {
  const told = Atomics.load(gate, gates.told);
  const hasEnded = Atomics.load(gate, gates.ended) === 1 || lossOf(gate) !== null;
  const received: { message: unknown } | undefined = receiveMessageOnPort(port);
  if (received !== undefined) {
    Atomics.add(gate, gates.taken, 1);
    Atomics.notify(gate, gates.taken);
    taker.take(received.message);
    return true;
  }
  if (hasEnded) return false;
  Atomics.wait(gate, gates.told, told, waitMs);
  breathe();
  return true;
}

/** Between two looks whether somebody asked to stop. */
const waitMs = 100;
