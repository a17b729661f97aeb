import { say, type Sentences } from './say.ts';

/** Why a file could not be put where it was wanted. `target`: as the person would find it. */
export type TargetProblem =
  | { readonly code: 'target-in-use'; readonly target: string }
  | { readonly code: 'target-disk-full'; readonly target: string }
  | { readonly code: 'folder-read-only'; readonly target: string }
  | { readonly code: 'path-too-long'; readonly target: string }
  | { readonly code: 'no-such-folder'; readonly target: string }
  | { readonly code: 'target-is-a-folder'; readonly target: string }
  | { readonly code: 'target-unwritable'; readonly target: string; readonly detail: string };

/** What happened, that what stood there still does, what to do. */
export function sayTargetProblem(problem: TargetProblem): string {
  return say(sentences, problem);
}

const asBefore = 'Il file di prima, se c’era, è intatto';

const sentences: Sentences<TargetProblem> = {
  'target-in-use': ({ target }) =>
    `Il file ${target} è aperto in un altro programma, forse Excel, o è protetto. ${asBefore}: chiuderlo e riprovare, o scegliere un altro nome.`,
  'target-disk-full': ({ target }) =>
    `Sul disco di ${target} non c’è più spazio. ${asBefore}: liberare spazio, o scegliere un altro disco.`,
  'folder-read-only': ({ target }) =>
    `Nella cartella di ${target} non si può scrivere: mancano i permessi, o il disco è di sola lettura. ${asBefore}: scegliere un’altra cartella.`,
  'path-too-long': ({ target }) =>
    `Il nome ${target} è troppo lungo. Nessun file è stato scritto: scegliere un nome, o una cartella, più breve.`,
  'no-such-folder': ({ target }) =>
    `La cartella di ${target} non esiste. Nessun file è stato scritto: crearla, o sceglierne un’altra.`,
  'target-is-a-folder': ({ target }) =>
    `${target} è una cartella. Nessun file è stato scritto: aggiungere il nome del file.`,
  'target-unwritable': ({ target, detail }) =>
    `Il file ${target} non si lascia scrivere (${detail}). ${asBefore}: controllare il disco, o sceglierne un altro.`,
};
