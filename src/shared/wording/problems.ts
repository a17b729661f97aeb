import type { Findable, FolderRefusal, LedgerHolder, Problem, WhyImpossible } from '../contract/problems.ts';
import { backupSentences } from './backups.ts';
import { sayWhatLeft } from './what-left.ts';
import { sayDocumentProblem } from './document-problems.ts';
import { sayBytes } from './figures.ts';
import { sayBlock } from './messages/blocks.ts';
import { sayKeysProblem } from './messages/keys.ts';
import { sayListProblem } from './messages/list.ts';
import { sayRulesFlaw } from './messages/rules.ts';
import { sayPlanProblem } from './messages/tari-plan.ts';
import { sayTemplateComplaint } from './messages/template.ts';
import { placeSentences } from './places.ts';
import { sayOffByPolicy } from './policies.ts';
import { say, type Sentences } from './say.ts';
import { updateSentences } from './updates.ts';

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
  'already-left': ({ left }) =>
    [
      'Di queste carte qualcosa è già uscito:',
      ...sayWhatLeft(left).map((line) => `  • ${line}`),
      'Non è cambiato nulla. Annullare non richiama ciò che è uscito: per farlo lo stesso, confermarlo nella finestra o con --comunque.',
    ].join('\n'),
  'ente-in-use': ({ codiceFiscale }) =>
    `Il registro contiene documenti dell'ente ${codiceFiscale}: il codice fiscale non si può cambiare. Non è cambiato nulla: per un altro ente usare un altro archivio.`,
  'ledger-busy': ({ holder }) =>
    holder === undefined
      ? 'Il registro è in uso da un altro programma. Non è cambiato nulla: attendere che finisca e riprovare.'
      : `Il registro è già aperto ${holders[holder.program]} di «${holder.user}», dalle ${timeOf(holder.since)} (processo ${holder.pid}). Non è cambiato nulla: usare quella finestra, o chiuderla e riprovare.`,
  'ledger-unreadable': ({ detail }) =>
    `La cartella del registro non si lascia aprire (${reasons[detail] ?? detail}). Non è cambiato nulla: indicare una cartella in cui si possa scrivere.`,
  'ledger-from-the-future': ({ version, known }) =>
    `Il registro è di una versione più recente del programma (schema ${version}, qui si arriva a ${known}). Non è stato toccato: aggiornare il programma.`,
  'not-a-ledger': () =>
    'Il file tre-pallini.db di questa cartella non è un registro di Tre Pallini. Non è stato toccato: indicare un’altra cartella.',
  ...backupSentences,
  ...placeSentences,
  ...updateSentences,
  'off-by-policy': ({ what }) => sayOffByPolicy(what),
  'not-built': () =>
    'Le licenze dei componenti stanno nel programma costruito, e questo gira dai suoi sorgenti. Non è cambiato nulla: costruirlo con «npm run build».',
  'worker-lost': () =>
    "Il lavoro si è interrotto all'improvviso. Il registro è come prima: riprovare con meno file alla volta.",
  'not-found': ({ what, name }) =>
    `${findable[what]} «${name}» non c'è, o non c'è più. Non è cambiato nulla: aggiornare l'elenco e riprovare.`,
  'decision-impossible': ({ why }) => `${impossible[why]} Non è cambiato nulla.`,
  'not-a-demo': () =>
    'Questo registro è di un ente vero: i dati finti non vi entrano. Non è cambiato nulla: usare «Prova con dati finti».',
  'no-columns-to-match': ({ name, problem }) =>
    problem === null
      ? `Nel file «${name}» non ci sono colonne da abbinare: il programma lo legge già da solo, o non è un elenco in colonne. Non è cambiato nulla.`
      : `Nel file «${name}» non ci sono colonne da abbinare. ${sayDocumentProblem(problem)}`,
  'profile-taken': ({ name }) =>
    `Il profilo «${name}» vale già per le stesse colonne. Non è cambiato nulla: salvare con quel nome, o togliere prima quel profilo.`,
  'program-exists': ({ name }) =>
    `Un programma «${name}» c’è già. Non è cambiato nulla: scegliere un altro nome, o revocare prima quello.`,
  'no-window': () =>
    'L’API locale e la cartella sorvegliata si accendono nella finestra del vostro registro, o con i comandi «api servi» e «sorveglia». Non è cambiato nulla.',
  'ente-missing': () =>
    'Manca il codice fiscale dell’ente: senza, nessun documento si riconosce come nostro. Non è cambiato nulla: scriverlo nelle impostazioni.',
  'folder-refused': ({ folder, why }) =>
    `La cartella «${folder}» non si può sorvegliare: ${folderRefusals[why]}. Non è cambiato nulla: sceglierne un’altra.`,
  'nothing-about': () =>
    'Nel registro non c’è nulla su questo codice fiscale. Nessun file è stato scritto: controllare che sia scritto bene.',
  'nothing-to-discard': () =>
    'Nessun documento è tutto di quegli anni. Non è cambiato nulla: scegliere un anno più recente, o i singoli documenti.',
  'act-in-the-future': () =>
    'La data dell’atto di scarto è nel futuro. Non è cambiato nulla: scrivere quella dell’autorizzazione.',
  'folder-not-opened': ({ folder }) =>
    `La cartella non si è aperta. Non è cambiato nulla: si trova in ${folder}.`,
  'nothing-to-export': () =>
    'Non c’è nulla da esportare: nessuna riga nel periodo e nel servizio indicati. Nessun file è stato scritto: controllare le date, o importare prima i documenti.',
  'too-many-rows': ({ sheet, rows }) =>
    `Il foglio «${sheet}» avrebbe ${rows.toLocaleString('it-IT')} righe: più di quante una cartella Excel ne tenga. Nessun file è stato scritto: esportare un periodo più breve, o un servizio alla volta.`,
  'changes-begin-again': () =>
    'Che cosa è cambiato da allora non si può dire: questo registro non è quello di allora, o ne è una copia più vecchia. Non è cambiato nulla: ricominciare da capo, con tutte le righe.',
  'export-overtaken': ({ consumer }) =>
    `Un’altra esportazione per «${consumer}» è finita nel frattempo. Il file è scritto e vale, ma il segno del consumatore non si è spostato: la prossima esportazione ridarà anche queste righe.`,
  'upload-failed': ({ name }) =>
    `Il file «${name}» non si lascia leggere: è stato spostato, cambiato o il disco non risponde. Nel registro non è cambiato nulla: controllarlo e trascinarlo di nuovo.`,
  'upload-too-large': ({ name, max }) =>
    `Il file «${name}» supera il limite di ${(max / 1024 ** 3).toLocaleString('it-IT')} GB. Nel registro non è cambiato nulla: chiederlo diviso in parti.`,
  'disk-full': ({ room }) =>
    `Il disco è pieno${sayRoom(room)}. Nel registro non è cambiato nulla: liberare spazio e riprovare.`,
  'ledger-unwritable': ({ detail }) =>
    `Il registro non si lascia scrivere (${reasons[detail] ?? detail}): il disco non risponde, o la cartella non è più com’era. Nel registro non è cambiato nulla: controllare il disco e riprovare.`,
  'file-trouble': ({ detail }) =>
    `Un file accanto al registro non si lascia leggere o scrivere (${reasons[detail] ?? detail}). Nel registro ogni lavoro sta intero, o non c’è: controllare il disco e i permessi della cartella, aggiornare la schermata e riprovare.`,
  'list-refused': ({ name, problem }) => `Elenco «${name}»: ${sayListProblem(problem)}`,
  'list-profile-refused': ({ problem: { at } }) =>
    `Il profilo dell’elenco non si lascia leggere${at === '' ? '' : ` (${at})`}. Non è cambiato nulla: correggerlo, o abbinare di nuovo le colonne.`,
  'plan-impossible': ({ problem }) => sayPlanProblem(problem),
  'template-refused': ({ complaints: [first, ...others] }) =>
    `Il modello non si può usare: ${first === undefined ? '' : sayTemplateComplaint(first)}${others.length === 0 ? '' : ` (e altri ${others.length} difetti)`} Non è cambiato nulla: correggere il modello.`,
  'not-composable': ({ complaints: [first = ''] }) =>
    `Con questa riga il modello non fa un messaggio: ${first} Non è partito nulla.`,
  'evidence-stale': (block) => sayBlock(block),
  'rules-refused': ({ flaw }) => sayRulesFlaw(flaw),
  'not-uncertain': ({ key }) =>
    `Il messaggio «${key}» non ha un esito incerto: non c’è nulla da decidere. Non è cambiato nulla.`,
  'already-imported-list': ({ name }) =>
    `Questo elenco è già stato importato come «${name}». Non è cambiato nulla.`,
  'not-a-test-user': () =>
    'Il codice fiscale non è fra gli utenti di prova. Non è partito nulla: aggiungerlo nelle impostazioni dei messaggi, se il collega è d’accordo.',
  'io-address-refused': ({ address }) =>
    `L’indirizzo «${address}» (TREPALLINI_IO_URL) non si può usare: deve essere https, o http su questo computer, e finire con /api/v1. Non è partito nulla.`,
  'no-office': () =>
    'Da qui non si inviano messaggi. Non è cambiato nulla: usare la finestra del vostro registro, o la riga di comando.',
  'key-blank': sayKeysProblem,
  'key-strange-characters': sayKeysProblem,
  'keys-unreadable': sayKeysProblem,
  'keys-locked': sayKeysProblem,
  'wrong-passphrase': sayKeysProblem,
  'no-passphrase': sayKeysProblem,
  'passphrase-too-short': sayKeysProblem,
  'no-protection': sayKeysProblem,
  'keys-busy': sayKeysProblem,
  'keys-unwritable': sayKeysProblem,
  'no-key': sayKeysProblem,
  'bad-environment-key': sayKeysProblem,
  'connection-lost': () =>
    'Il programma non risponde. Quello che è scritto in questa pagina resta: appena il collegamento torna, riprovare.',
};

const holders: Readonly<Record<LedgerHolder['program'], string>> = {
  window: 'nella finestra',
  browser: 'nella finestra del browser',
  restore: 'da un ripristino',
};

function timeOf(instant: string): string {
  return new Date(instant).toLocaleString('it-IT', { dateStyle: 'short', timeStyle: 'short' });
}

const findable: Readonly<Record<Findable, string>> = {
  payment: 'Il pagamento',
  position: 'La posizione debitoria',
  flusso: 'Il flusso',
  provvisorio: 'Il provvisorio',
  decision: 'La decisione',
  drop: "L'importazione",
  parcel: 'Il file',
  profile: 'Il profilo',
  program: 'Il programma',
  service: 'Il servizio',
  consumer: 'Il consumatore',
  campaign: 'La campagna',
  message: 'Il messaggio',
  row: 'La riga',
  template: 'Il modello',
  'paid-list': 'L’elenco',
  'list-profile': 'Il profilo',
};

const folderRefusals: Readonly<Record<FolderRefusal, string>> = {
  relative: 'va scritta per intero, dal disco in poi',
  network: 'un indirizzo di rete (\\\\server\\…) va prima collegato a una lettera di unità',
  missing: 'non c’è',
  'not-a-folder': 'non è una cartella',
  link: 'è un collegamento a un’altra',
  'too-wide': 'è un disco intero',
  own: 'è quella del registro, o lo contiene',
};

const impossible: Readonly<Record<WhyImpossible, string>> = {
  cancelled: 'La banca ha stornato questo provvisorio: non c’è denaro da abbinare.',
  'same-as-read': 'La causale dice già la stessa cosa: non serve deciderla.',
  'shares-exceed':
    'Le quote superano quello che resta del provvisorio: correggere gli importi, perché la somma non lo superi.',
  'shares-repeat': 'Lo stesso flusso è indicato in più quote: unirle in una sola.',
  'not-pagopa': 'Questo provvisorio non è denaro di pagoPA, o è stato stornato: non c’è nulla da inviare.',
  'already-sent':
    'La proposta è già stata inviata alla ragioneria: per inviarla di nuovo, prima annullare quell’invio.',
  'already-regularised': 'Il provvisorio è già regolarizzato per intero: non c’è più nulla da inviare.',
  'split-changed':
    'La proposta è cambiata da quando è stata mostrata, e non è stata segnata come inviata. Guardarla di nuovo e poi inviarla.',
  'already-undone': 'La decisione era già stata annullata.',
};

/** What the operating system says, in words. */
function sayRoom(room: Extract<Problem, { code: 'disk-full' }>['room']): string {
  const told = [
    ...(typeof room?.free === 'number' ? [`ne restano liberi ${sayBytes(room.free)}`] : []),
    ...(typeof room?.needed === 'number' ? [`servono circa ${sayBytes(room.needed)}`] : []),
  ];
  return told.length === 0 ? '' : `: ${told.join(', ')}`;
}

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
  EIO: 'il disco non risponde: EIO',
  EBUSY: 'un altro programma lo tiene occupato',
  SQLITE_IOERR_WRITE: 'il disco non risponde: SQLITE_IOERR_WRITE',
};
