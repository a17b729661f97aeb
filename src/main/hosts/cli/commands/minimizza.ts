import { copiesText, minimisedText } from '../../../../shared/wording/personal-data.ts';
import { answer, complain } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { noteProgress } from '../progress.ts';

export const minimizza: Command = {
  name: 'minimizza',
  usage: '--anni <numero> [--conferma [--elimina-copie]]',
  does: 'toglie nomi, codici fiscali e causali da ciò che è più vecchio e sistemato; senza --conferma dice soltanto quanto sarebbe',
  words: [0, 0],
  options: ['anni'],
  flags: ['conferma', 'elimina-copie'],
  async run({ options, flags }, context) {
    const years = Number(options['anni']);
    if (!Number.isInteger(years) || years < 1 || years > 100)
      throw new WrongUsage('Manca --anni <numero>: di solito 10, se il massimario di scarto non dice altro');
    const dropCopies = flags.has('elimina-copie');
    if (dropCopies && !flags.has('conferma')) throw new WrongUsage('--elimina-copie vuole anche --conferma');
    const asked = {
      signal: context.signal,
      onProgress: noteProgress(context),
    };
    if (!flags.has('conferma')) {
      const preview = await context.core().call('minimise.preview', { years }, asked);
      if (!preview.ok) return complain(context, preview.problem);
      return answer(context, preview.value, (counts) =>
        [minimisedText(counts, false), 'Non è cambiato nulla: con --conferma si fa.'].join('\n'),
      );
    }
    const done = await context.core().call('minimise.run', { years, dropCopies }, asked);
    if (!done.ok) return complain(context, done.problem);
    return answer(context, done.value, ({ counts, dropped, copies }) =>
      [minimisedText(counts, true), ...copiesText(copies, dropped)].join('\n'),
    );
  },
};
