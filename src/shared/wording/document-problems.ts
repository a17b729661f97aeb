import type { Ceiling, DocumentProblem, ExplainedKind, WrapperKind } from '../domain/document.ts';
import { italianDay } from './figures.ts';
import { say, type Sentences } from './say.ts';

/** Why a document was refused: what happened, that nothing changed, what to do next. */
export function sayDocumentProblem(problem: DocumentProblem): string {
  return `${say(sentences, problem)} Nel registro non è cambiato nulla.`;
}

const readings: Readonly<Record<(DocumentProblem & { code: 'reading-failed' })['why'], string>> = {
  memory: 'per leggerlo serve troppa memoria',
  stuck: 'la lettura si è bloccata',
  defect: 'la lettura si è fermata per un errore interno',
};

const download = 'Riscaricare il file dalla fonte e importarlo di nuovo.';

const sentences: Sentences<DocumentProblem> = {
  discarded: ({ act, actDay }) =>
    `Questo documento è stato scartato con l’atto «${act}» del ${italianDay(actDay)}: i suoi dati non rientrano nel registro. Se lo scarto era sbagliato, ripristinare una copia di sicurezza di prima.`,
  'empty-file': () => `Il file è vuoto. ${download}`,
  'not-a-file': () =>
    'Non è un file importabile: è una cartella, un collegamento o un dispositivo. Scegliere il file vero, o i file nella cartella.',
  'unreadable-file': ({ detail }) =>
    `Il file non si lascia leggere (${detail}). Controllare i permessi o copiarlo su questo computer, poi riprovare.`,
  'file-changed': () =>
    'Il file è cambiato durante la lettura. Attendere che sia completo e importarlo di nuovo.',
  'reading-failed': ({ why }) =>
    `Il file non si è potuto leggere: ${readings[why]}. Gli altri file non ne risentono. Riscaricarlo dalla fonte; se succede di nuovo, segnalarlo a chi cura il programma.`,
  'still-downloading': () =>
    'Il file è ancora in scaricamento. Attendere che il browser abbia finito, poi importare il file completo.',
  'file-not-found': () => 'Il file non esiste. Controllare il nome e la cartella.',
  'unknown-format': ({ saw }) =>
    `Tipo di file non riconosciuto${saw === '' ? '' : ` (sembra: ${saw})`}. Si importano giornali di cassa e movimenti di tesoreria, flussi di rendicontazione e loro elenchi, ricevute e posizioni, anche firmati o in archivi zip.`,
  'ambiguous-format': ({ claimants }) =>
    `Il file può essere letto in più modi (${claimants.join(', ')}). Segnalarlo a chi cura il programma.`,
  'not-importable': ({ what }) => explained[what],
  'incomplete-file': () => `Il file è incompleto: manca la fine. ${download}`,
  'malformed-xml': ({ line, detail }) =>
    `Il file XML è danneggiato alla riga ${line}: ${detail}. ${download}`,
  'doctype-refused': () =>
    'Il file contiene una DTD, non ammessa per sicurezza. Chiedere alla fonte un file senza DTD.',
  'over-ceiling': ({ ceiling, max }) =>
    `${ceilings[ceiling]} (limite: ${max.toLocaleString('it-IT')}). ${download}`,
  'unreadable-encoding': ({ declared }) =>
    `La codifica dei caratteri non è riconosciuta${declared === '' ? '' : ` (dichiarata: ${declared})`}. Chiedere il file in UTF-8.`,
  'unexpected-namespace': ({ namespace }) =>
    `Versione o namespace non previsto (${namespace}). Controllare di aver scaricato il documento giusto.`,
  'missing-field': ({ field }) =>
    `Manca un dato obbligatorio: ${field}. Chiedere alla fonte un file completo.`,
  'invalid-field': ({ field, value }) =>
    `Dato non valido: ${field} = «${value}». Chiedere alla fonte un file corretto.`,
  'no-usable-rows': ({ refused }) =>
    refused === 0
      ? 'Nel file non c’è alcuna riga da importare. Controllare di aver scelto quello giusto.'
      : `Nessuna riga utilizzabile: ${refused === 1 ? 'una riga rifiutata' : `${refused} righe rifiutate`}. Chiedere alla fonte un file corretto.`,
  'archive-damaged': ({ detail }) => `L'archivio è danneggiato: ${detail}. ${download}`,
  'archive-encrypted': () =>
    "L'archivio è protetto da password. Estrarre i file e importarli senza archivio.",
  'archive-empty': () =>
    "L'archivio non contiene file da importare. Controllare di aver scelto quello giusto.",
  'archive-entry-refused': ({ name }) =>
    `La voce «${name}» dell'archivio non è ammessa: il suo nome o il suo tipo non sono sicuri. Estrarla a mano, se serve.`,
  'wrapper-damaged': ({ wrapper, detail }) => `${wrappers[wrapper]}: ${detail}. ${download}`,
  'malformed-json': ({ line }) => `Il file JSON è danneggiato alla riga ${line}. ${download}`,
  'pages-incomplete': ({ rows, declared, missing, pages }) =>
    `Il flusso è incompleto: dichiara ${declared === 1 ? 'un pagamento' : `${declared} pagamenti`}, nei file ${foundRows(rows)}${listMissing(missing, pages)}. Scaricare tutte le pagine dei pagamenti e importarle insieme alla testata del flusso.`,
  'page-without-flow': ({ reason }) =>
    reason === 'alone'
      ? 'È una pagina di pagamenti senza il suo flusso: da sola non dice di quale flusso è. Importarla insieme alla testata del flusso.'
      : 'È una pagina di pagamenti che può essere di più flussi. Dare al file il nome del suo flusso, oppure importare un flusso alla volta.',
  'pages-disagree': ({ detail }) => `Le pagine del documento non concordano: ${detail}. ${download}`,
  'workbook-refused': ({ why }) => workbooks[why],
  'unclosed-quote': ({ line }) =>
    `Alla riga ${line} si aprono virgolette che non si chiudono più: non si può sapere dove finisce il testo. Correggere la riga o riscaricare il file.`,
  'column-missing': ({ column }) =>
    `Manca la colonna «${column}». Chiedere alla fonte un file completo, o esportarlo di nuovo con tutte le colonne.`,
  'column-twice': ({ column }) =>
    `La colonna «${column}» c'è due volte: non si può sapere quale vale. Togliere o rinominare quella che non serve.`,
  'column-damaged': ({ column, row, value }) =>
    `La colonna «${column}» è stata rovinata da un foglio di calcolo: alla riga ${row} si legge «${value}», un numero arrotondato. Esportare di nuovo la colonna come testo, senza aprire e salvare il file con Excel.`,
  'columns-unknown': ({ columns }) =>
    `È un elenco in colonne che il programma non conosce ancora${columns.length === 0 ? '' : ` (${columns.map((column) => `«${column}»`).join(', ')})`}. ${matchColumns('dire una volta sola')} che cosa sono le sue colonne.`,
  'columns-shifted': ({ profile, column, row, value }) =>
    `Le colonne non sono più quelle del profilo «${profile}»: alla riga ${row}, ${column === '' ? 'dopo l’ultima colonna' : `dove il profilo vuole «${column}»`}, ${value === '' ? 'non c’è nulla' : `si legge «${value}»`}. ${matchColumns('confermare di nuovo')} che cosa sono le sue colonne, o riscaricare il file.`,
  'other-ente': ({ found, foundName, expected }) =>
    `Il documento è di un altro ente: codice fiscale ${found}${foundName === null ? '' : ` (${foundName})`}, mentre il nostro è ${expected}. Controllare il file o le impostazioni.`,
  'ente-not-configured': () =>
    'Non è ancora indicato il nostro ente. Scrivere nelle impostazioni il codice fiscale e la denominazione, poi importare di nuovo.',
};

/** The same thing in the window and on the command line. */
function matchColumns(verb: string): string {
  return `Con «Abbina le colonne», o con il comando «profili proponi», si può ${verb}`;
}

function foundRows(rows: number): string {
  if (rows === 0) return 'non ce n’è nessuno';
  return rows === 1 ? 'ce n’è uno' : `ce ne sono ${rows}`;
}

function listMissing(missing: readonly number[], pages: number): string {
  if (missing.length === 0) return '';
  return ` (${missing.length === 1 ? 'manca la pagina' : 'mancano le pagine'} ${missing.join(', ')} di ${pages})`;
}

const explained: Readonly<Record<ExplainedKind, string>> = {
  'richiesta-pagamento':
    'È una richiesta di pagamento (RPT), non una ricevuta: non prova alcun pagamento. Importare la ricevuta (RT).',
  revoca:
    'È una richiesta o un esito di revoca, non una ricevuta. Non va importato: conservarlo nella pratica.',
  'soap-fault': 'È una risposta di errore del servizio, non un documento. Ripetere lo scaricamento.',
  'bollettini-postali':
    'È la rendicontazione dei bollettini postali, che non passano da pagoPA: le sue righe non hanno né IUF né IUV e non si possono abbinare. Non va importata: gli accrediti di Poste si leggono dal giornale di cassa.',
  'web-page':
    'Non è un documento: sembra una pagina web. Riscaricare il file dal portale dopo aver effettuato l’accesso.',
  pdf: 'È un PDF: il programma legge i dati, non le stampe. Scaricare la versione XML.',
  database:
    'È un archivio di dati di un programma, non un documento. Per ripristinare una copia usare «ripristina».',
  'signature-only': 'Il file contiene solo una firma, senza il documento. Chiedere il file firmato completo.',
  encrypted:
    'Il file è cifrato: non si può leggere. Decifrarlo con il programma di chi lo ha ricevuto e importare il documento.',
};

const workbooks: Readonly<Record<(DocumentProblem & { code: 'workbook-refused' })['why'], string>> = {
  protected: 'Il foglio è protetto da password. Toglierla, salvare e importare di nuovo.',
  damaged: `Il foglio di calcolo è danneggiato. ${download}`,
  'too-large':
    'Il foglio di calcolo è troppo grande. Esportarlo in CSV, o dividerlo in più file, e importare di nuovo.',
  'several-sheets':
    'Più fogli del file contengono dati: non si può sapere quale importare. Salvare in un file il solo foglio che serve.',
};

const wrappers: Readonly<Record<WrapperKind, string>> = {
  base64: 'Il contenuto in base64 è danneggiato',
  p7m: 'La firma del file è danneggiata',
  gzip: 'Il file compresso (gzip) è danneggiato',
  multipart: 'Il messaggio con allegati è danneggiato',
};

const ceilings: Readonly<Record<Ceiling, string>> = {
  depth: 'Struttura troppo profonda',
  attributes: 'Troppi attributi in un elemento',
  'attribute-length': 'Valore di un attributo troppo lungo',
  'text-length': 'Testo troppo lungo in un elemento',
  'name-length': 'Nome di un elemento troppo lungo',
  size: 'File troppo grande',
  'expanded-size': 'Archivio sospetto: contenuto espanso oltre il limite',
  ratio: 'Archivio sospetto: contenuto compresso oltre ogni misura',
  entries: 'Archivio con troppe voci',
  nesting: 'File dentro altri file oltre il limite',
};
