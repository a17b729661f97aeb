import type { Progress } from '../../../shared/contract/api.ts';
import { sayProgress } from '../../../shared/wording/progress.ts';
import type { CommandContext } from './command.ts';

/** Notes how far some long work is, line by line: nothing is said twice in a row. */
export function noteProgress(context: CommandContext): (progress: Progress<'documents.import'>) => void {
  let last = '';
  return (progress) => {
    const line = sayProgress(progress);
    if (line !== last) context.note(line);
    last = line;
  };
}
