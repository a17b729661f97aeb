import type { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { OperationName, Operations } from './operations.ts';
import type { Problem } from './problems.ts';

/** What the caller may leave out is left out: defaults are filled in at the door. */
export type Input<Name extends OperationName> = z.input<Operations[Name]['input']>;
/** What the handler gets: checked, and with its defaults. */
export type Checked<Name extends OperationName> = z.output<Operations[Name]['input']>;
export type Output<Name extends OperationName> = z.output<Operations[Name]['output']>;
export type Progress<Name extends OperationName> = z.output<NonNullable<Operations[Name]['progress']>>;

/** The part of an AbortSignal that the core needs; pages, servers and tests all have one. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions<Name extends OperationName> {
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((progress: Progress<Name>) => void) | undefined;
}

/** How anybody asks the core: by the name of a row. */
export type Call = <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  options?: CallOptions<Name>,
) => Promise<Result<Output<Name>, Problem>>;

/** What the core owes: one handler for each row; the compiler counts them. */
export type Handlers = {
  readonly [Name in OperationName]: (
    input: Checked<Name>,
    options: CallOptions<Name>,
  ) => Promise<Result<Output<Name>, Problem>>;
};
