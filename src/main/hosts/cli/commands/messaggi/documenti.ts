import { sayProgress } from '../../../../../shared/wording/progress.ts';
import { WrongUsage, type Command, type Parsed } from '../../command.ts';
import { writeOutgoing } from '../../write-outgoing.ts';
import { campaignNumber } from './campagne.ts';

export const rapporto: Command = {
  name: 'messaggi rapporto',
  usage: '<campagna> --out <file.xlsx> [--chiaro]',
  does: 'scrive la cartella Excel di una campagna: che ne è di ogni messaggio, righe rifiutate, chi avvisare su carta',
  words: [1, 1],
  options: ['out'],
  flags: ['chiaro'],
  async run(parsed, context) {
    const id = campaignNumber(parsed.words[0] ?? '');
    return writeOutgoing(context, outOf(parsed), {
      make: () =>
        context.core().call(
          'campaigns.report',
          { id, clear: parsed.flags.has('chiaro') },
          {
            signal: context.signal,
            onProgress: (progress) => context.note(sayProgress(progress)),
          },
        ),
    });
  },
};

export const carta: Command = {
  name: 'messaggi carta',
  usage: '[<campagna>] --out <file.xlsx|file.csv>',
  does: 'scrive chi nessun messaggio ha potuto raggiungere, con l’indirizzo che c’è nell’elenco: nomi e codici fiscali in chiaro',
  words: [0, 1],
  options: ['out'],
  async run(parsed, context) {
    const [word] = parsed.words;
    const id = word === undefined ? null : campaignNumber(word);
    const out = outOf(parsed);
    const format = /\.csv$/i.test(out) ? 'csv' : 'xlsx';
    return writeOutgoing(context, out, {
      make: () => context.core().call('campaigns.paper', { id, format }),
    });
  },
};

export const rifiutate: Command = {
  name: 'messaggi rifiutate',
  usage: '<campagna> --out <file.csv>',
  does: 'scrive le righe dell’elenco rifiutate, con il motivo, da rimandare a chi lo ha fatto',
  words: [1, 1],
  options: ['out'],
  async run(parsed, context) {
    const id = campaignNumber(parsed.words[0] ?? '');
    return writeOutgoing(context, outOf(parsed), {
      make: () => context.core().call('campaigns.refused', { id }),
    });
  },
};

function outOf({ options: { out } }: Parsed): string {
  if (out === undefined) throw new WrongUsage('Manca --out <file>: il file da scrivere');
  return out;
}
