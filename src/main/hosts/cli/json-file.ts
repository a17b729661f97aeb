import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { refuse } from './answers.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** A JSON file that the person named; else why not is said already. `unchanged`: what stays as it was. */
export function readJsonFile(
  context: CommandContext,
  file: string,
  unchanged: string,
): Result<unknown, ExitCode> {
  try {
    return ok(JSON.parse(readFileSync(context.resolve(file), 'utf8').replace(/^\uFEFF/, '')));
  } catch (error) {
    // What cannot be read has a code of the file system; what is not JSON has none.
    const unreadable = error instanceof Error && 'code' in error;
    return fail(
      unreadable
        ? refuse(
            context,
            'file-not-found',
            `Il file ${file} non esiste o non si può leggere. ${unchanged}: indicare un file JSON.`,
          )
        : refuse(context, 'not-json', `Il file ${file} non è JSON. ${unchanged}: correggerlo.`),
    );
  }
}
