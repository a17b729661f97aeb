import type { Problem } from '../../../shared/contract/problems.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { many } from '../../../shared/wording/figures.ts';
import { sayTargetProblem } from '../../../shared/wording/targets.ts';
import { openTarget } from '../keep-file.ts';
import { answer, complain, refuse } from './answers.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** Where a file comes from. */
export interface Filling {
  readonly make: () => Promise<Result<{ readonly parcel: string; readonly rows: number }, Problem>>;
  /** Once it stands at its place, or could not be put there. */
  readonly afterwards?: (parcel: string, written: boolean) => Promise<Result<unknown, Problem>>;
}

/** Puts a file that the core makes where the person wants it; until it is whole, what stood there stands. */
export async function writeOutgoing(
  context: CommandContext,
  out: string,
  { make, afterwards }: Filling,
): Promise<ExitCode> {
  const file = context.resolve(out);
  const target = await openTarget(file);
  if (!target.ok) return refuse(context, target.problem.code, sayTargetProblem(target.problem));
  const made = await make();
  if (!made.ok) {
    await target.value.giveUp();
    return complain(context, made.problem);
  }
  const { parcel, rows } = made.value;
  const put = await context.core().lend(parcel, (path) => target.value.put(path));
  if (put === null) throw new Error('a file that was just made is gone');
  const after = await afterwards?.(parcel, put.ok);
  if (after?.ok === false) return complain(context, after.problem);
  if (!put.ok) return refuse(context, put.problem.code, sayTargetProblem(put.problem));
  return answer(context, { file, rows }, () => `Scritto ${file}: ${many(rows, 'riga', 'righe')}.`);
}
