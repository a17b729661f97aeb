import { complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { find } from '../find.ts';
import { answerNamed } from '../answer-named.ts';

export const nota: Command = {
  name: 'nota',
  usage: '<iuv, iuf o esercizio/numero> "<testo>"',
  does: 'annota un pagamento, un flusso o un provvisorio; un testo vuoto toglie la nota',
  words: [2, 2],
  async run({ words: [word = '', text = ''] }, context) {
    const { call } = context.core();
    const found = await find(call, word);
    if (!found.ok) return complain(context, found.problem);
    const made = await call('decisions.make', { decision: { kind: 'note', target: found.value, text } });
    return made.ok ? answerNamed(context, found.value) : complain(context, made.problem);
  },
};
