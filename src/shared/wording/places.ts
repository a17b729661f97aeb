import type { LedgerNotice } from '../domain/backup.ts';
import type { Problem } from '../contract/problems.ts';
import type { Sentences } from './say.ts';

/** What the place of a ledger means for it. */
export const placeSentences: Sentences<Extract<Problem, { code: 'ledger-read-only' | 'ledger-on-share' }>> = {
  'ledger-read-only': ({ folder, what, outdated }) =>
    `Sola lettura: ${what === 'folder' ? `nella cartella «${folder}»` : `nel file del registro, in «${folder}»,`} non si può scrivere. ${
      outdated
        ? 'Il registro va prima portato alla versione di questo programma, e così non si può mostrare'
        : 'Il registro si consulta e si esporta, ma non si importa e non si cambia nulla'
    }. Per scrivere: togliere la protezione, o chiedere i permessi a chi cura i computer, e riaprire il programma.`,
  'ledger-on-share': ({ folder }) =>
    `La cartella «${folder}» è in rete: lì il registro non si apre, perché una rete che cade o due computer insieme lo rovinerebbero. Non è stato toccato nulla. Tenere il registro sul disco di questo computer (spostandovi la cartella, se c’è già) e indicare la cartella di rete come seconda cartella in «Copie di sicurezza».`,
};

/** Told once, at the beginning. */
export const syncedSentence: Sentences<Extract<LedgerNotice, { code: 'ledger-synced' }>> = {
  'ledger-synced': ({ folder, service }) =>
    `Attenzione: il registro è in «${folder}», che ${service} copia anche altrove mentre si lavora. Può bloccare i file o rimettere versioni vecchie, e porta fuori dati personali. Chiudere il programma, spostare la cartella in un posto che resti su questo computer, e riaprirlo da lì; per le copie usare una seconda cartella su un altro disco.`,
};
