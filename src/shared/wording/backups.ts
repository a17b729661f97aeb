import type { Problem } from '../contract/problems.ts';
import type {
  BackupDamage,
  BackupReason,
  BackupState,
  LedgerDamage,
  LedgerNotice,
  PlaceNotice,
} from '../domain/backup.ts';
import { sayBytes } from './figures.ts';
import { placeSentences, syncedSentence } from './places.ts';
import { say, type Sentences } from './say.ts';

type BackupCode =
  'ledger-damaged' | 'migration-without-backup' | Exclude<LedgerNotice, PlaceNotice>['code'] | RestoreCode;
type RestoreCode = 'backup-not-found' | 'backup-damaged' | 'backup-of-another-ledger';

/** What is wrong with a copy, or with the ledger that a copy can give back. */
export const backupSentences: Sentences<Extract<Problem, { readonly code: BackupCode }>> = {
  'ledger-damaged': ({ what }) =>
    `${damages[what]} Non è stato toccato nulla: ripristinare l’ultima copia di sicurezza, dalla finestra o con «ripristina»; il file guasto viene tenuto da parte.`,
  'ledger-older': ({ why }) =>
    why === 'older'
      ? 'Questo registro è una copia più vecchia di quello scritto per ultimo in questa cartella: mancano le ultime modifiche. I file sono com’erano: ripristinare una copia più recente, o andare avanti con questo se è quello giusto. I messaggi ai cittadini restano fermi finché non si è guardato.'
      : 'Il registro di questa cartella non è quello che c’era: è di un altro archivio. I file sono com’erano: ripristinare una copia del suo, o andare avanti con questo se è quello giusto. I messaggi ai cittadini restano fermi finché non si è guardato.',
  'migration-without-backup': ({ why }) =>
    `Il registro va portato alla versione nuova, ma prima non si è potuta fare la copia di sicurezza. Il registro è com’era, e non si apre. ${say(backupSentences, why)}`,
  'backup-folder-missing': ({ folder }) =>
    `La cartella delle copie «${folder}» non c’è: il disco o la rete non rispondono, o è stata spostata. La copia non è stata fatta; il registro e le copie di prima sono intatti. Ricollegarla, o sceglierne un’altra.`,
  'backup-folder-read-only': ({ folder }) =>
    `Nella cartella delle copie «${folder}» non si può scrivere. La copia non è stata fatta; il registro e le copie di prima sono intatti. Controllare i permessi, o sceglierne un’altra.`,
  'backup-disk-full': ({ folder, free, needed }) =>
    `Nella cartella «${folder}» non c’è posto: servono ${sayBytes(needed)}${free === null ? '' : `, ne restano ${sayBytes(free)}`}. La copia non è stata fatta; il registro e le copie di prima sono intatti. Liberare spazio.`,
  'backup-settings-unreadable': ({ file }) =>
    `Il file «${file}» non si legge: non si sa più quale sia la seconda cartella, e lì non si fanno copie. Quelle accanto al registro continuano: indicare di nuovo la seconda cartella in «Copie di sicurezza».`,
  'backup-failed': ({ folder, detail }) =>
    `La copia nella cartella «${folder}» non è riuscita (${detail}) e non è stata tenuta. Il registro e le copie di prima sono intatti: riprovare e, se si ripete, scegliere un’altra cartella.`,
  'ledger-unsound': ({ detail }) =>
    `Il registro ha dei danni (${detail}): la sua copia non è stata tenuta, e quelle di prima sono intatte. Controllare con «verifica», e ripristinare l’ultima copia buona.`,
  'backup-not-found': ({ source }) =>
    `La copia «${source}» non c’è. Non è cambiato nulla: controllare il nome, o scegliere un’altra copia.`,
  'backup-damaged': ({ source, why }) =>
    `La copia «${source}» non è buona: ${copyDamages[why]}. Non è stata usata, e il registro è com’era: scegliere un’altra copia.`,
  'backup-of-another-ledger': ({ source }) =>
    `La copia «${source}» è di un altro registro. Non è cambiato nulla: ripristinarla in una cartella vuota, con --archivio.`,
};

const damages: Readonly<Record<LedgerDamage, string>> = {
  missing: 'Il file del registro non c’è più in questa cartella.',
  empty: 'Il file del registro è vuoto.',
  header: 'L’inizio del file del registro è guasto.',
  cut: 'Il file del registro è tagliato: è più corto di com’era.',
  pages: 'Il file del registro è guasto all’interno.',
  'wal-missing':
    'Manca il file «tre-pallini.db-wal», con le ultime modifiche del registro: il programma si era interrotto, e il file è stato tolto.',
  'wal-foreign': 'Il file «tre-pallini.db-wal» non è di questo registro: userebbe modifiche di un altro.',
};

const copyDamages: Readonly<Record<BackupDamage, string>> = {
  bytes: 'non è più come fu scritta',
  structure: 'il file è guasto',
  tables: 'le sue tabelle non sono quelle del programma',
  'not-a-ledger': 'non è un registro di Tre Pallini',
};

/** What is told while work goes on. */
export function sayNotice(notice: LedgerNotice): string {
  return say<LedgerNotice>({ ...backupSentences, ...placeSentences, ...syncedSentence }, notice);
}

export const backupReasonLabels: Readonly<Record<BackupReason, string>> = {
  import: 'dopo un’importazione',
  undo: 'prima di un annullamento',
  migration: 'prima di un aggiornamento',
  close: 'alla chiusura',
  request: 'a richiesta',
};

export const backupStateLabels: Readonly<Record<BackupState, string>> = {
  verified: 'integra',
  unchecked: 'da controllare',
  damaged: 'guasta: non usarla',
  missing: 'il file non c’è più',
  'no-manifest': 'senza scheda: si controlla al ripristino',
};
