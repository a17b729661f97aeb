import { complain } from '../../answers.ts';
import { WrongUsage, type Command } from '../../command.ts';
import { campaignNumber } from './campagne.ts';
import { answerPrepared, textsOf } from './prepared-text.ts';

export const correggi: Command = {
  name: 'messaggi correggi',
  usage: '<campagna> --modello errata-corrige|inviato-per-errore [--testo campo=valore]…',
  does: 'prepara una errata corrige alle stesse persone a cui un messaggio è arrivato, o può essere arrivato',
  words: [1, 1],
  options: ['modello', 'testo'],
  async run(parsed, context) {
    const id = campaignNumber(parsed.words[0] ?? '');
    const { modello: template } = parsed.options;
    if (template === undefined) throw new WrongUsage('Indicare --modello');
    const texts = textsOf(parsed);
    const prepared = await context
      .core()
      .call('campaigns.correct', { id, template, texts }, { signal: context.signal });
    return prepared.ok ? answerPrepared(context, prepared.value) : complain(context, prepared.problem);
  },
};
