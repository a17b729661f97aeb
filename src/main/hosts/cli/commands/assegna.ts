import { complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { find } from '../find.ts';
import { answerNamed } from '../answer-named.ts';

export const assegna: Command = {
  name: 'assegna',
  usage: '<iuv, iuf o esercizio/numero> "<nome del partner>"',
  does: 'il pagamento, il flusso o il provvisorio è di un altro Partner Tecnologico',
  words: [2, 2],
  async run({ words: [word = '', partner = ''] }, context) {
    const { call } = context.core();
    const found = await find(call, word);
    if (!found.ok) return complain(context, found.problem);
    const made = await call('decisions.make', {
      decision: { kind: 'partner', target: found.value, partner },
    });
    return made.ok ? answerNamed(context, found.value) : complain(context, made.problem);
  },
};
