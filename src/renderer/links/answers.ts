import type { Call, CallOptions } from '../../shared/contract/api.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { HostFrame } from '../../shared/contract/frames.ts';
import type { FetchedFile } from '../../shared/contract/link.ts';
import type { OperationName } from '../../shared/contract/operations.ts';
import { whyNoQuestion } from '../../shared/contract/plain.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { fail, type Result } from '../../shared/domain/result.ts';

// The edge where what came over a wire gets its type again. It was made by the same build of the same contract and is
// not parsed once more: a million rows would be, and the contract suite sees a drift before anybody else.

/** How a link asks with the name as a mere word. */
export type WireCall = (
  name: string,
  input: unknown,
  options: {
    readonly signal: CallOptions<OperationName>['signal'];
    readonly onProgress: (progress: unknown) => void;
  },
) => Promise<Result<unknown, Problem>>;

/** The typed call of a link, over one that knows no types. */
export function createCall(ask: WireCall): Call {
  const call = async (
    name: string,
    input: unknown,
    options: CallOptions<OperationName> = {},
  ): Promise<Result<unknown, Problem>> => {
    if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
    // A wire would lose it, and nobody would ever answer.
    const noQuestion = whyNoQuestion(input);
    if (noQuestion !== null) return fail(noQuestion);
    return ask(name, input, {
      signal: options.signal,
      onProgress: (progress) => options.onProgress?.(progress as never),
    });
  };
  return call as Call;
}

/** One line of an answer, or of the events: it has one of these. */
export function toLine(line: unknown): {
  readonly progress?: unknown;
  readonly result?: Result<unknown, Problem>;
  readonly event?: CoreEvent;
} {
  return line as ReturnType<typeof toLine>;
}

/** What came through the port of the window. */
export function toHostFrame(told: unknown): HostFrame {
  return told as HostFrame;
}

/** The answer to a download. */
export function toFile(value: unknown): FetchedFile {
  return value as FetchedFile;
}

/** The parcel of an upload, or why there is none. */
export function toParcel(result: Result<unknown, Problem>): Result<string, Problem> {
  return result as Result<string, Problem>;
}
