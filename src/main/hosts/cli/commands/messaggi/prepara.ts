import { basename } from 'node:path';
import { isDay } from '../../../../../shared/domain/day.ts';
import { isTextField } from '../../../../../shared/domain/message/merge-field.ts';
import { many } from '../../../../../shared/wording/figures.ts';
import { sayPreparationWarning, sayRowRefusal } from '../../../../../shared/wording/messages/preparation.ts';
import { answer, complain } from '../../answers.ts';
import { WrongUsage, type Command } from '../../command.ts';
import { readJsonFile } from '../../json-file.ts';

export const prepara: Command = {
  name: 'messaggi prepara',
  usage:
    '--servizio <id> --modello <nome> --elenco <file> [--immobili <file>] [--profilo <json>] [--nome testo] [--solo-rate] [--decisione AAAA-MM-GG] [--senza-immobili] [--scaduti] [--testo campo=valore]…',
  does: 'legge un elenco e prepara i messaggi come bozze: dice di ogni riga che non va perché',
  words: [0, 0],
  options: ['servizio', 'modello', 'elenco', 'immobili', 'profilo', 'nome', 'decisione', 'testo'],
  flags: ['solo-rate', 'senza-immobili', 'scaduti'],
  async run({ options, flags, values }, context) {
    const { servizio: service, modello: template, elenco } = options;
    if (service === undefined || template === undefined || elenco === undefined)
      throw new WrongUsage('Indicare --servizio, --modello ed --elenco');
    const decisionDay = options['decisione'] ?? null;
    if (decisionDay !== null && !isDay(decisionDay))
      throw new WrongUsage(`«${decisionDay}» non è un giorno: scriverlo come AAAA-MM-GG`);
    const texts = Object.fromEntries((values['testo'] ?? []).map(readText));
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
    const { campaign, rows, ready, refused, warnings } = prepared.value;
    const told = {
      campaign,
      rows,
      ready,
      refused: refused.map((one) => ({ ...one, message: sayRowRefusal(one) })),
      warnings: warnings.map((one) => ({ ...one, message: sayPreparationWarning(one) })),
    };
    return answer(context, told, () =>
      [
        `Campagna ${campaign}: ${many(rows, 'riga', 'righe')}, ${many(ready, 'messaggio pronto', 'messaggi pronti')}.`,
        ...told.warnings.map(({ message }) => `Attenzione: ${message}`),
        ...told.refused.map(({ message }) => message),
      ].join('\n'),
    );
  },
};

/** `cosaFare=Pagare l’altro avviso`. */
function readText(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  const field = text.slice(0, Math.max(at, 0)).trim();
  if (!isTextField(field))
    throw new WrongUsage(`«${text}» non è un testo del modello: scriverlo come campo=valore`);
  return [field, text.slice(at + 1)];
}
