import { isDay } from '../../../../shared/domain/day.ts';
import { copiesText, discardedText } from '../../../../shared/wording/personal-data.ts';
import { answer, complain } from '../answers.ts';
import { WrongUsage, type Command, type Parsed } from '../command.ts';
import { noteProgress } from '../progress.ts';

export const scarta: Command = {
  name: 'scarta',
  usage: '<id>… | --fino-al <anno> [--atto <numero e autorità> --data AAAA-MM-GG [--elimina-copie]]',
  does: 'scarta documenti per sempre con l’autorizzazione della Soprintendenza (art. 21 D.Lgs. 42/2004); senza --atto dice soltanto quali sarebbero',
  words: [0, 10_000],
  options: ['fino-al', 'atto', 'data'],
  flags: ['elimina-copie'],
  async run(parsed, context) {
    const what = whatOf(parsed);
    const { atto: act, data: actDay } = parsed.options;
    const asked = {
      signal: context.signal,
      onProgress: noteProgress(context),
    };
    if (act === undefined && actDay === undefined) {
      const preview = await context.core().call('discard.preview', what, asked);
      if (!preview.ok) return complain(context, preview.problem);
      return answer(context, preview.value, (told) =>
        [
          discardedText(told, false),
          'Non è cambiato nulla: con --atto e --data dell’autorizzazione si scarta.',
        ].join('\n'),
      );
    }
    if (act === undefined || actDay === undefined || !isDay(actDay))
      throw new WrongUsage('Servono --atto <numero e autorità> e --data AAAA-MM-GG dell’autorizzazione');
    const dropCopies = parsed.flags.has('elimina-copie');
    const done = await context.core().call('discard.run', { what, act, actDay, dropCopies }, asked);
    if (!done.ok) return complain(context, done.problem);
    return answer(context, done.value, ({ discarded, dropped, copies }) =>
      [discardedText(discarded, true), ...copiesText(copies, dropped)].join('\n'),
    );
  },
};

function whatOf({ words, options }: Parsed): { documents: number[] } | { upToYear: number } {
  const year = options['fino-al'];
  const documents = words.map(Number);
  if (year !== undefined && words.length === 0 && /^\d{4}$/.test(year)) return { upToYear: Number(year) };
  if (
    year !== undefined ||
    documents.length === 0 ||
    !documents.every((id) => Number.isInteger(id) && id > 0)
  )
    throw new WrongUsage('Indicare i numeri dei documenti, o --fino-al <anno>');
  return { documents };
}
