import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { kindLabels } from '../../../../shared/wording/labels.ts';
import { answer, breakOff, complain } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { detailsJson } from '../import-text.ts';
import { localMoment } from '../text.ts';

type DocumentRecord = Output<'documents.read'>;
type Listed = Result<Output<'documents.list'>, Problem>;

export const importazioni: Command = {
  name: 'importazioni',
  usage: '',
  does: 'elenca i documenti importati, anche quelli annullati',
  words: [0, 0],
  async run(_parsed, context) {
    const call = context.core().call;
    let count = 0;
    for (let after: string | null = null; ;) {
      const listed: Listed = await call('documents.list', { after });
      if (!listed.ok)
        return count === 0 ? complain(context, listed.problem) : breakOff(context, listed.problem);
      if (context.json && after === null) context.print('{"documents":[');
      for (const document of listed.value.rows) {
        const comma = count === 0 ? '' : ',';
        context.print(
          context.json ? `${comma}${JSON.stringify(recordJson(document))}` : recordText(document),
        );
        count += 1;
      }
      await context.taken();
      after = listed.value.next;
      if (after === null) break;
    }
    if (context.json) context.print(']}');
    else if (count === 0) context.print('Nessun documento importato.');
    return 0;
  },
};

export const annulla: Command = {
  name: 'annulla',
  usage: '<numero del documento> [--comunque]',
  does: 'annulla un’importazione: il registro torna come senza quel documento; --comunque anche se qualcosa ne è già uscito',
  words: [1, 1],
  flags: ['comunque'],
  async run({ words: [word = ''], flags }, context) {
    const id = Number(word);
    if (!/^\d{1,12}$/.test(word) || id < 1) throw new WrongUsage(`«${word}» non è il numero di un documento`);
    const anyway = flags.has('comunque');
    const undone = await context.core().call('documents.undo', { id, anyway }, { signal: context.signal });
    if (!undone.ok) return complain(context, undone.problem);
    return answer(
      context,
      recordJson(undone.value),
      () => `Annullato: ${undone.value.name}. Il registro è come se non fosse mai stato importato.`,
    );
  },
};

function recordJson({ undoneAt, refusedRows, warnings, report, reportToday, ...document }: DocumentRecord) {
  return {
    ...document,
    ...(undoneAt === null ? {} : { undoneAt }),
    ...detailsJson(refusedRows, warnings),
    ...(report === null ? {} : { report }),
    ...(reportToday === null ? {} : { reportToday }),
  };
}

function recordText({ id, name, kind, importedAt, undoneAt }: DocumentRecord): string {
  const undone = undoneAt === null ? '' : `  (annullato il ${localMoment(undoneAt)})`;
  return `${String(id).padStart(6)}  ${localMoment(importedAt)}  ${kindLabels[kind].padEnd(26)} ${name}${undone}`;
}
