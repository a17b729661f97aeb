import { importedDocuments } from '../../../../shared/contract/imported-documents.ts';
import type { OpiReport } from '../../../../shared/domain/opi-report.ts';
import { sayDocumentProblem } from '../../../../shared/wording/document-problems.ts';
import type { Parcel } from '../../../parcels.ts';
import { breakOff, complain } from '../answers.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { filesOf } from '../files.ts';
import { createSummary, documentJson, reportText } from '../import-text.ts';
import { noteProgress } from '../progress.ts';

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
      onProgress: noteProgress(context),
    },
  );
  if (!imported.ok) return complain(context, imported.problem);
  const { documents, report } = imported.value;
  return context.json
    ? printJson(context, importedDocuments(core.call, documents), report)
    : printText(context, importedDocuments(core.call, documents), report);
}

type Pages = ReturnType<typeof importedDocuments>;

/** One JSON document, in pieces: a zip may hold a hundred thousand documents. */
async function printJson(context: CommandContext, pages: Pages, report: OpiReport | null): Promise<ExitCode> {
  let code: ExitCode = 0;
  let first = true;
  context.print('{"documents":[');
  for await (const page of pages) {
    if (!page.ok) return breakOff(context, page.problem);
    for (const document of page.value) {
      context.print(`${first ? '' : ','}${JSON.stringify(documentJson(document))}`);
      first = false;
      if (document.outcome === 'refused') code = 3;
    }
    await context.taken();
  }
  context.print(`],"report":${JSON.stringify(report)}}`);
  return code;
}

async function printText(context: CommandContext, pages: Pages, report: OpiReport | null): Promise<ExitCode> {
  let code: ExitCode = 0;
  let any = false;
  const summary = createSummary();
  for await (const page of pages) {
    if (!page.ok) return complain(context, page.problem);
    for (const document of page.value) {
      any = true;
      if (document.outcome === 'refused') code = 3;
      if (document.problem?.code === 'ente-not-configured') {
        context.print(sayDocumentProblem(document.problem));
        return 3;
      }
      summary.add(document);
    }
  }
  context.print(any ? summary.text() : 'Nessun file da importare: la cartella è vuota.');
  if (report !== null) context.print(['', ...reportText(report)].join('\n'));
  return code;
}
