import type { WatchNotice } from '../contract/events.ts';
import { sayDocumentProblem } from './document-problems.ts';
import { many } from './figures.ts';
import { sayProblem } from './problems.ts';
import { say, type Sentences } from './say.ts';

/** What came of the watched folder, in a few sentences. */
export function sayWatchNotice(notice: WatchNotice): string {
  return say(sentences, notice);
}

/** True when somebody has to do something about it. */
export function isWorry(notice: WatchNotice): boolean {
  return notice.code === 'watch-imported' ? notice.refused > 0 : notice.code !== 'watch-back';
}

const sentences: Sentences<WatchNotice> = {
  'watch-imported': ({ files, imported, alreadyImported, refused, warnings, shown }) => {
    const parts = [
      imported > 0 ? many(imported, 'documento importato', 'documenti importati') : '',
      alreadyImported > 0 ? `${alreadyImported.toLocaleString('it-IT')} già in archivio` : '',
      refused > 0 ? many(refused, 'rifiutato', 'rifiutati') : '',
      warnings > 0 ? many(warnings, 'avviso', 'avvisi') : '',
    ].filter((part) => part !== '');
    const head = `Dalla cartella sorvegliata (${files.join(', ')}): ${parts.length === 0 ? 'niente da importare' : parts.join(', ')}.`;
    const more = refused - shown.length;
    return [
      head,
      ...shown.map(({ name, problem }) => `«${name}»: ${sayDocumentProblem(problem)}`),
      ...(more > 0 ? [`E altri ${more.toLocaleString('it-IT')} rifiutati.`] : []),
    ].join('\n');
  },
  'watch-failed': ({ files, problem }) =>
    `Dalla cartella sorvegliata non si è potuto importare ${files.join(', ')}. ${sayProblem(problem)} Tra un minuto il programma riprova da sé.`,
  'watch-too-large': ({ name, max }) =>
    `Il file «${name}» della cartella sorvegliata supera ${(max / 1024 ** 3).toLocaleString('it-IT')} GB: non è stato letto. Se è da importare, trascinarlo nella finestra.`,
  'watch-locked': ({ name }) =>
    `Il file «${name}» della cartella sorvegliata non si lascia aprire: un altro programma lo tiene, o mancano i permessi. Non è stato importato: appena si apre, si importa da sé.`,
  'watch-gone': ({ folder }) =>
    `La cartella sorvegliata «${folder}» non c’è più, o non risponde. Nulla è andato perso: appena torna, si riprende da sé.`,
  'watch-back': ({ folder }) => `La cartella sorvegliata «${folder}» è tornata: si riprende.`,
};
