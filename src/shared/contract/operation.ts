import type { z } from 'zod';

/** One row of the contract: what may be asked, what is answered, and, for long work, what is told meanwhile. */
export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Progress extends z.ZodType = z.ZodType,
> {
  readonly input: Input;
  readonly output: Output;
  readonly progress: Progress | null;
}

export function operation<Input extends z.ZodType, Output extends z.ZodType>(row: {
  input: Input;
  output: Output;
}): Operation<Input, Output, z.ZodNever>;
export function operation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  Progress extends z.ZodType,
>(row: { input: Input; output: Output; progress: Progress }): Operation<Input, Output, Progress>;
export function operation(row: { input: z.ZodType; output: z.ZodType; progress?: z.ZodType }): Operation {
  return { input: row.input, output: row.output, progress: row.progress ?? null };
}
