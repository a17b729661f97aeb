import { stepLabels } from '../../../../shared/wording/labels.ts';
import type { Parcel } from '../../../parcels.ts';
import { complain } from '../answers.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { filesOf } from '../files.ts';
import { importJson, importText } from '../import-text.ts';

export const importa: Command = {
  name: 'importa',
  usage: '<file o cartella>…',
  does: 'importa giornali di cassa, flussi, ricevute e archivi zip, e riconcilia',
  words: [1, Infinity],
  run: ({ words }, context) =>
    importParcels(
      context,
      words.flatMap((word) => filesOf(context.resolve(word))),
    ),
};

/** Imports files and prints what became of them; 3 when something was refused, though the rest was done. */
export async function importParcels(context: CommandContext, files: readonly Parcel[]): Promise<ExitCode> {
  const core = context.core();
  const parcels = files.map((file) => core.handOver(file));
  const imported = await core.call(
    'documents.import',
    { parcels },
    {
      signal: context.signal,
      onProgress: ({ step, done, total }) => context.note(`${stepLabels[step]} ${done}/${total}`),
    },
  );
  if (!imported.ok) return complain(context, imported.problem);
  if (context.json) for (const piece of importJson(imported.value)) context.print(piece);
  else context.print(importText(imported.value));
  return imported.value.documents.some((document) => document.outcome === 'refused') ? 3 : 0;
}
