import type { Correction } from '../../../../shared/domain/decision.ts';
import { answerNamed } from '../answer-named.ts';
import { complain } from '../answers.ts';
import { WrongUsage, type Command, type Parsed } from '../command.ts';
import { findProvvisorio } from '../find.ts';
import { standing } from './collega.ts';

export const correggi: Command = {
  name: 'correggi',
  usage: '<esercizio>/<numero>[/<conto>] --iuf <iuf> | --iuv <iuv> | illeggibile | togli [--nota testo]',
  does: 'dice che cosa c’è scritto nella causale, quando è stata letta male; «togli» torna alla lettura',
  words: [1, 2],
  options: ['iuf', 'iuv', 'nota'],
  async run(parsed, context) {
    const reading = readingOf(parsed);
    const { call } = context.core();
    const found = await findProvvisorio(call, parsed.words[0] ?? '');
    if (!found.ok) return complain(context, found.problem);
    const provvisorio = found.value;
    if (reading === null) {
      const correction = await standing(call, provvisorio, ['correct']);
      if (!correction.ok) return complain(context, correction.problem);
      if (correction.value === null) return answerNamed(context, { type: 'provvisorio', ...provvisorio });
      const undone = await call('decisions.undo', { id: correction.value });
      if (!undone.ok) return complain(context, undone.problem);
    } else {
      const note = parsed.options['nota'] ?? '';
      const made = await call('decisions.make', {
        decision: { kind: 'correct', provvisorio, reading, note },
      });
      if (!made.ok) return complain(context, made.problem);
    }
    return answerNamed(context, { type: 'provvisorio', ...provvisorio });
  },
};

/** Null when the correction is to be taken away. */
function readingOf({ words: [, word], options: { iuf, iuv } }: Parsed): Correction | null {
  const told = [word, iuf, iuv].filter((one) => one !== undefined);
  if (told.length !== 1)
    throw new WrongUsage('Indicare una cosa sola: --iuf, --iuv, «illeggibile» o «togli»');
  if (iuf !== undefined) return { kind: 'iuf', iuf };
  if (iuv !== undefined) return { kind: 'iuv', iuv };
  if (word === 'illeggibile') return { kind: 'unreadable' };
  if (word === 'togli') return null;
  throw new WrongUsage(`«${word}» non si capisce: scrivere «illeggibile» o «togli»`);
}
