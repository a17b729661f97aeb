import { readFileSync } from 'node:fs';
import type { Output } from '../../../../shared/contract/api.ts';
import { isCodiceFiscale } from '../../../../shared/domain/codice-fiscale.ts';
import { answer, complain, refuse } from '../answers.ts';
import type { Command } from '../command.ts';
import { servizioText } from './servizi.ts';

export const impostazioniLeggi: Command = {
  name: 'impostazioni leggi',
  usage: '',
  does: "mostra le impostazioni: l'ente, i codici, gli altri partner, i servizi",
  words: [0, 0],
  async run(_parsed, context) {
    const settings = await context.core().call('settings.read', {});
    return settings.ok ? answer(context, settings.value, settingsText) : complain(context, settings.problem);
  },
};

export const impostazioniScrivi: Command = {
  name: 'impostazioni scrivi',
  usage: '<file.json>',
  does: 'scrive le impostazioni da un file JSON e riconcilia di nuovo',
  words: [1, 1],
  async run({ words: [file = ''] }, context) {
    let settings;
    try {
      settings = JSON.parse(
        readFileSync(context.resolve(file), 'utf8').replace(/^\uFEFF/, ''),
      ) as SettingsInput;
    } catch (error) {
      // What cannot be read has a code of the file system; what is not JSON has none.
      const unreadable = error instanceof Error && 'code' in error;
      return unreadable
        ? refuse(
            context,
            'file-not-found',
            `Il file ${file} non esiste o non si può leggere. Le impostazioni non sono cambiate: indicare un file JSON.`,
          )
        : refuse(
            context,
            'not-json',
            `Il file ${file} non è JSON. Le impostazioni non sono cambiate: correggerlo.`,
          );
    }
    const written = await context.core().call('settings.write', { settings }, { signal: context.signal });
    if (!written.ok) return complain(context, written.problem);
    const { ente } = written.value;
    if (ente !== null && !isCodiceFiscale(ente.codiceFiscale))
      context.note(
        `Attenzione: il carattere di controllo del codice fiscale ${ente.codiceFiscale} non torna. Controllarlo.`,
      );
    return answer(context, written.value, settingsText);
  },
};

// The contract checks it at its door.
type SettingsInput = Output<'settings.read'>;

function settingsText({ ente, codiciPropri, altriPartner, servizi }: Output<'settings.read'>): string {
  return [
    ente === null ? 'Ente: non ancora indicato' : `Ente: ${ente.denominazione} (${ente.codiceFiscale})`,
    `Codici propri: ${codiciPropri.length === 0 ? 'nessuno' : codiciPropri.join(', ')}`,
    ...altriPartner.map(({ codice, nome }) => `Altro partner: ${nome} (codice ${codice})`),
    ...servizi.map(servizioText),
  ].join('\n');
}
