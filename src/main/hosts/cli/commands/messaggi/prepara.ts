import { basename } from 'node:path';
import { isDay } from '../../../../../shared/domain/day.ts';
import { complain } from '../../answers.ts';
import { WrongUsage, type Command } from '../../command.ts';
import { readJsonFile } from '../../json-file.ts';
import { answerPrepared, textsOf } from './prepared-text.ts';

export const prepara: Command = {
  name: 'messaggi prepara',
  usage:
    '--servizio <id> --modello <nome> --elenco <file> [--immobili <file>] [--profilo <json>] [--nome testo] [--solo-rate] [--decisione AAAA-MM-GG] [--senza-immobili] [--scaduti] [--testo campo=valore]…',
  does: 'legge un elenco e prepara i messaggi come bozze: dice di ogni riga che non va perché',
  words: [0, 0],
  options: ['servizio', 'modello', 'elenco', 'immobili', 'profilo', 'nome', 'decisione', 'testo'],
  flags: ['solo-rate', 'senza-immobili', 'scaduti'],
  async run(parsed, context) {
    const { options, flags } = parsed;
    const { servizio: service, modello: template, elenco } = options;
    if (service === undefined || template === undefined || elenco === undefined)
      throw new WrongUsage('Indicare --servizio, --modello ed --elenco');
    const decisionDay = options['decisione'] ?? null;
    if (decisionDay !== null && !isDay(decisionDay))
      throw new WrongUsage(`«${decisionDay}» non è un giorno: scriverlo come AAAA-MM-GG`);
    const texts = textsOf(parsed);
    const profile =
      options['profilo'] === undefined
        ? null
        : readJsonFile(context, options['profilo'], 'Non è stato preparato nulla');
    if (profile?.ok === false) return profile.problem;
    const core = context.core();
    const handOver = (file: string): string =>
      core.handOver({ path: context.resolve(file), name: basename(file) });
    const { immobili } = options;
    const prepared = await core.call('campaigns.prepare', {
      service,
      template,
      name: options['nome'] ?? null,
      list: handOver(elenco),
      properties: immobili === undefined ? null : handOver(immobili),
      profile: profile?.value ?? null,
      scenario: flags.has('solo-rate') ? 'rate-only' : null,
      decisionDay,
      missingProperties: flags.has('senza-immobili') ? 'send' : 'block',
      allowPastDue: flags.has('scaduti'),
      texts,
    });
    if (!prepared.ok) return complain(context, prepared.problem);
    return answerPrepared(context, prepared.value);
  },
};
