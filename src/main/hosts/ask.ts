import type { Call, CallOptions } from '../../shared/contract/api.ts';
import type { OperationName } from '../../shared/contract/operations.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';

export interface AskOptions {
  readonly signal: AbortSignal;
  onProgress(progress: unknown): void;
}

/** Asks with what came over a wire: whether it is a question at all is for the door of the core to say. */
export function ask(
  call: Call,
  name: string,
  input: unknown,
  options: AskOptions,
): Promise<Result<unknown, Problem>> {
  return call(name as OperationName, input as never, options as CallOptions<OperationName>);
}
