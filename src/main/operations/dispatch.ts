import { randomUUID } from 'node:crypto';
import type { Call, CallOptions, Checked, Handlers, Input } from '../../shared/contract/api.ts';
import { operations, type OperationName } from '../../shared/contract/operations.ts';
import { whyNoQuestion } from '../../shared/contract/plain.ts';
import { fail, type Result } from '../../shared/domain/result.ts';
import { troubleOf } from '../ledger/trouble.ts';

/** How an operation ended: nothing of what it said. */
export interface Answered {
  readonly ms: number;
  /** The code of the problem; null when all went well. */
  readonly problem: string | null;
  /** As it was asked; null where that was no question of the contract. */
  readonly input: unknown;
}

/**
 * The one door of the core. Input is checked before any handler runs. What a handler throws is the disk's doing, where it
 * bears the disk's name, and else a defect: it gets a number, goes to `onDefect` whole and to the caller as the number alone.
 */
export function createDispatch(
  handlers: Handlers,
  onDefect: (incident: string, operation: string, error: unknown) => void,
  /** Of the ledger: a disk that is full is asked how full. */
  folder: string,
  onAnswer: (operation: string, answered: Answered) => void = () => undefined,
): Call {
  const ask: Call = async <Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    options: CallOptions<Name> = {},
  ) => {
    if (!Object.hasOwn(operations, name)) return fail({ code: 'unknown-operation', name });
    const noQuestion = whyNoQuestion(input);
    if (noQuestion !== null) return fail(noQuestion);
    const parsed = operations[name].input.safeParse(input);
    if (!parsed.success) {
      const complaints = parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        message: issue.message,
      }));
      return fail({ code: 'invalid-request', complaints });
    }
    if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
    try {
      // The table pairs each name with its schema: what the schema let through is what the handler takes.
      return await handlers[name](parsed.data as Checked<Name>, options);
    } catch (error) {
      const trouble = troubleOf(error, folder);
      if (trouble !== null) return fail(trouble);
      const incident = randomUUID().slice(0, 8);
      onDefect(incident, name, error);
      return fail({ code: 'defect', incident });
    }
  };
  return async (name, input, options) => {
    const since = performance.now();
    const answer = await ask(name, input, options);
    const problem = codeOf(answer);
    // A name that nobody knows may say anything.
    if (problem !== 'unknown-operation')
      onAnswer(name, {
        ms: performance.now() - since,
        problem,
        input: problem === 'invalid-request' ? null : input,
      });
    return answer;
  };
}

function codeOf(answer: Result<unknown, { readonly code: string }>): string | null {
  return answer.ok ? null : answer.problem.code;
}
