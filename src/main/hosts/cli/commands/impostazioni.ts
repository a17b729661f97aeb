import type { Output } from '../../../../shared/contract/api.ts';
import { isCodiceFiscale } from '../../../../shared/domain/codice-fiscale.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';
import { servizioText } from './servizi.ts';
import { readJsonFile } from '../json-file.ts';

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
    const read = readJsonFile(context, file, 'Le impostazioni non sono cambiate');
    if (!read.ok) return read.problem;
    const settings = read.value as SettingsInput;
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
