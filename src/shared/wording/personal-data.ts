import type { Output } from '../contract/api.ts';
import { italianDay, many } from './figures.ts';

type Minimised = Output<'minimise.preview'>;
type Copies = Output<'minimise.run'>['copies'];

/** What lost its names, or would. */
export function minimisedText(counts: Minimised, isDone: boolean): string {
  const { before, receipts, positions, movements, kept, notes, messages, documents } = counts;
  const parts = [
    many(receipts, 'ricevuta', 'ricevute'),
    many(positions, 'posizione', 'posizioni'),
    many(movements, 'movimento', 'movimenti'),
    many(messages, 'messaggio', 'messaggi'),
    many(notes, 'nota', 'note'),
  ];
  const total = receipts + positions + movements + messages + notes;
  const left =
    kept === 0
      ? ''
      : ` ${many(kept, 'movimento resta', 'movimenti restano')} com’è: senza quelle parole si leggerebbe in un altro modo.`;
  if (total === 0) return `Prima del ${italianDay(before)} non c’è nulla da minimizzare.${left}`;
  const verb = isDone ? 'Tolti' : 'Si toglierebbero';
  return `${verb} nomi, codici fiscali e testi da ${parts.join(', ')} di prima del ${italianDay(before)}, in ${many(documents, 'documento', 'documenti')}. Importi, date e IUV restano.${left}`;
}

export function discardedText({ documents, facts }: Output<'discard.preview'>, isDone: boolean): string {
  if (documents.length === 0) return 'Nessun documento è tutto di quegli anni.';
  const shown = documents.slice(0, 20).map(({ id, name }) => `  ${id}  ${name}`);
  const rest = documents.length - shown.length;
  return [
    `${isDone ? 'Scartati' : 'Si scarterebbero'} ${many(documents.length, 'documento', 'documenti')} con ${many(facts, 'riga', 'righe')}:`,
    ...shown,
    ...(rest > 0 ? [`  e altri ${rest.toLocaleString('it-IT')}`] : []),
  ].join('\n');
}

/** What the copies of before still say, and until when. */
export function copiesText(copies: Copies, dropped: number): string[] {
  const gone =
    dropped === 0 ? [] : [`${many(dropped, 'copia precedente eliminata', 'copie precedenti eliminate')}.`];
  // With the older ones dropped, what is left was made after.
  if (copies.length === 0 || dropped > 0) return gone;
  return [
    'Le copie fatte prima contengono ancora i dati:',
    ...copies.map(({ file, leavesOn }) => `  ${file}  ${sayLeaving(leavesOn)}`),
    'Con --elimina-copie si tolgono subito.',
  ];
}

export function sayLeaving(leavesOn: string | null): string {
  return leavesOn === null ? 'va tolta a mano' : `se ne va da sé il ${italianDay(leavesOn)}`;
}
