import type { Problem } from '../contract/problems.ts';
import { say, type Sentences } from './say.ts';

/** What happened to a whole operation, what was not changed, what to do next. */
export function sayProblem(problem: Problem): string {
  return say(sentences, problem);
}

const sentences: Sentences<Problem> = {
  'invalid-request': ({ complaints }) =>
    `La richiesta non è valida${complaints.length === 0 ? '' : ` (${complaints.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')})`}. Non è cambiato nulla: correggere e riprovare.`,
  'unknown-operation': ({ name }) => `L'operazione «${name}» non esiste. Non è cambiato nulla.`,
  cancelled: () => "L'operazione è stata annullata: il registro è come prima.",
  defect: ({ incident }) =>
    `Il programma ha un difetto (segnalazione ${incident}). Il registro è come prima: riprovare e, se si ripete, comunicare il numero a chi cura il programma.`,
  'no-such-parcel': () => 'Il file non è più a disposizione. Non è cambiato nulla: sceglierlo di nuovo.',
  'no-such-document': ({ id }) =>
    `Il documento ${id} non esiste. Non è cambiato nulla: l'elenco si vede con «importazioni».`,
  'already-undone': ({ id }) =>
    `Il documento ${id} è già stato annullato. Non è cambiato nulla: per averlo di nuovo, importarlo.`,
  'ente-in-use': ({ codiceFiscale }) =>
    `Il registro contiene documenti dell'ente ${codiceFiscale}: il codice fiscale non si può cambiare. Non è cambiato nulla: per un altro ente usare un altro archivio.`,
  'ledger-busy': () =>
    'Il registro è in uso da un altro programma. Non è cambiato nulla: attendere che finisca e riprovare.',
  'ledger-unreadable': ({ detail }) =>
    `La cartella del registro non si lascia aprire (${reasons[detail] ?? detail}). Non è cambiato nulla: indicare una cartella in cui si possa scrivere.`,
  'ledger-from-the-future': ({ version, known }) =>
    `Il registro è di una versione più recente del programma (schema ${version}, qui si arriva a ${known}). Non è stato toccato: aggiornare il programma.`,
  'not-a-ledger': () =>
    'Il file tre-pallini.db di questa cartella non è un registro di Tre Pallini. Non è stato toccato: indicare un’altra cartella.',
  'worker-lost': () =>
    "Il lavoro si è interrotto all'improvviso. Il registro è come prima: riprovare con meno file alla volta.",
};

/** What the operating system says, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'mancano i permessi',
  EPERM: 'mancano i permessi',
  EROFS: 'il disco è di sola lettura',
  SQLITE_READONLY: 'è di sola lettura',
  SQLITE_CANTOPEN: 'non si può scrivere',
  EEXIST: 'è un file, non una cartella',
  ENOTDIR: 'è un file, non una cartella',
  ENOSPC: 'il disco è pieno',
  SQLITE_FULL: 'il disco è pieno',
  ENAMETOOLONG: 'il nome è troppo lungo',
};
