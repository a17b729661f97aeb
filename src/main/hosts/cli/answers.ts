import type { Problem } from '../../../shared/contract/problems.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { sayProblem } from '../../../shared/wording/problems.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** Prints a value: JSON when asked for, else the text made of it. */
export function answer<T>(context: CommandContext, value: T, toText: (value: T) => string): ExitCode {
  context.print(context.json ? JSON.stringify(value) : toText(value));
  return 0;
}

/** Prints why nothing was done; a defect is told from bad news that was foreseen. */
export function complain(context: CommandContext, problem: Problem): ExitCode {
  const message = sayProblem(problem);
  if (context.json) context.print(JSON.stringify({ ...problem, message }));
  else context.note(message);
  return problem.code === 'defect' || problem.code === 'worker-lost' ? 1 : 3;
}

/** Bad news in the middle of an answer: what was printed cannot be taken back, and must not look whole. */
export function breakOff(context: CommandContext, problem: Problem): ExitCode {
  context.note(sayProblem(problem));
  return 1;
}

/** Bad news that only a host meets: a file that is not there, a settings file that is not JSON. */
export function refuse(context: CommandContext, code: string, message: string): ExitCode {
  if (context.json) context.print(JSON.stringify({ code, message }));
  else context.note(message);
  return 3;
}

/**
 * Prints a long list as it comes, page by page, so that a million rows need no memory. In JSON it is one array.
 */
export async function answerList<Row>(
  context: CommandContext,
  page: (
    after: string | null,
  ) => Promise<Result<{ readonly rows: readonly Row[]; readonly next: string | null }, Problem>>,
  show: {
    /** What JSON tells of a row. */
    readonly record: (row: Row) => object;
    readonly header: string;
    readonly row: (row: Row) => string;
    readonly none: string;
  },
): Promise<ExitCode> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const answered = await page(after);
    if (!answered.ok)
      return after === null ? complain(context, answered.problem) : breakOff(context, answered.problem);
    const { rows, next } = answered.value;
    if (count === 0) context.print(context.json ? '[' : rows.length === 0 ? show.none : show.header);
    const lines = rows.map((row, i) =>
      context.json ? `${count + i === 0 ? ' ' : ','}${JSON.stringify(show.record(row))}` : show.row(row),
    );
    if (lines.length > 0) context.print(lines.join('\n'));
    await context.taken();
    count += rows.length;
    if (next === null) break;
    after = next;
  }
  if (context.json) context.print(']');
  return 0;
}
