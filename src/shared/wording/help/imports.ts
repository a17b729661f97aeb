import type { HelpSection } from './entry.ts';

export const reportHelp: HelpSection = {
  id: 'rapporto',
  title: 'Il rapporto dell’importazione',
  lead: 'Dopo un giornale di cassa il rapporto dice che cosa c’è dentro. Conta solo i provvisori di entrata nuovi; resta com’era quel giorno, e accanto si vede come sarebbe oggi.',
  entries: [
    {
      id: 'rapporto-movimenti',
      title: 'Movimenti, nuovi, già presenti, storni',
      paragraphs: [
        'I movimenti sono tutte le righe del giornale, mandati compresi. Di queste contano i provvisori di entrata: i nuovi, quelli già presenti perché erano in un giornale precedente, e gli [[storno|storni]].',
      ],
    },
    {
      id: 'rapporto-importati',
      title: 'Flussi importati',
      paragraphs: [
        'Quanti flussi diversi nominano le causali. Un provvisorio che è pagoPA ma non lascia leggere il suo flusso conta per uno. È sempre la somma dei cinque conti che seguono.',
      ],
    },
    {
      id: 'rapporto-riconciliati',
      title: 'Riconciliati',
      paragraphs: ['Il flusso c’è e il denaro è uguale al centesimo, contando tutti i suoi provvisori.'],
    },
    {
      id: 'rapporto-parziali',
      title: 'Parziali',
      paragraphs: ['Il flusso c’è, ma è arrivata solo una parte del denaro.'],
    },
    {
      id: 'rapporto-non-rendicontati',
      title: 'Riconciliati ma non rendicontati',
      paragraphs: ['Il denaro è arrivato, il file del flusso non c’è ancora: va importato.'],
    },
    {
      id: 'rapporto-altro-partner',
      title: 'Di un altro Partner Tecnologico',
      paragraphs: [
        'Tutti i pagamenti del flusso sono di un altro [[partner]]. Un flusso misto, con pagamenti nostri e di altri, resta invece nel conto dove lo mette il suo denaro ed è contato a parte.',
      ],
    },
    {
      id: 'rapporto-errore',
      title: 'In errore',
      paragraphs: [
        'Il riferimento è tagliato o illeggibile, il flusso non torna, o è arrivato più denaro del dovuto. Sono i primi da guardare.',
      ],
    },
    {
      id: 'rapporto-non-pagopa',
      title: 'Non pagoPA',
      paragraphs: [
        'Provvisori che non parlano di pagoPA. I sospetti fra loro lo ricordano (per esempio «servizio pagoPA» fra chi ordina) senza dire nessun flusso: conviene guardarli.',
      ],
    },
  ],
};

export const formatsHelp: HelpSection = {
  id: 'che-cosa-si-importa',
  title: 'Che cosa si importa',
  lead: 'Si trascinano i file nella finestra, anche tutti insieme, anche cartelle e archivi zip. Ognuno è riconosciuto da ciò che contiene: nome ed estensione non contano.',
  entries: [
    {
      id: 'importa-giornale',
      title: 'Giornale di cassa OPI',
      paragraphs: [
        'Il file XML che il [[tesoriere]] manda ogni giorno lavorativo (versioni dalla 1.4 alla 1.8), anche diviso in pagine. Si scarica dal sito del tesoriere, o dal programma di contabilità che lo riceve da SIOPE+.',
      ],
      also: ['siope', 'xml', 'tesoreria', 'banca'],
    },
    {
      id: 'importa-tesoreria',
      title: 'Altri elenchi di movimenti',
      paragraphs: [
        'Quando il giornale OPI non c’è, o per i conti che non sono del [[tesoriere]]. Un elenco senza numeri di [[provvisorio]] li riceve dal programma (EC-…): sempre gli stessi, anche in estratti che si sovrappongono.',
        'Provvisori in CSV, tracciato breve o completo: li manda il tesoriere, o li esporta il programma di contabilità.',
        'Estratto conto di Poste in CSV: si scarica da BancoPosta.',
        'Movimenti in Excel: si scaricano dal sito della banca (UniCredit e simili).',
        'Giornale di cassa in CSV di MyPivot: lo manda il tesoriere a chi usa MyPivot.',
        'Provvisori di PiemontePAY, CSV o Excel: il modello del portale, compilato dall’ufficio.',
        'Rendicontazione CBI (RH): si scarica dal sito della banca, fra i flussi CBI.',
        'Se due fonti raccontano lo stesso denaro con numeri diversi, un avviso lo dice: uno dei due va escluso.',
      ],
      also: [
        'estratto conto',
        'csv',
        'excel',
        'xls',
        'xlsx',
        'poste',
        'bancoposta',
        'unicredit',
        'mypivot',
        'piemonte',
        'cbi',
        'rh',
      ],
    },
    {
      id: 'importa-flussi',
      title: 'Flussi di rendicontazione',
      paragraphs: [
        'I file XML che dicono quali pagamenti stanno in ogni bonifico. Si scaricano dal portale del [[partner]]. Scaricarli presto: la piattaforma pagoPA non li tiene per sempre.',
        'Vanno bene anche gli elenchi CSV di GovPay. Lo stesso flusso in XML e in un elenco conta una volta sola: se uno dei due dice di più, vale quello.',
      ],
      also: ['fdr', 'rendicontazione', 'xml'],
    },
    {
      id: 'importa-elenchi',
      title: 'Elenchi dei flussi',
      paragraphs: [
        'La risposta del nodo pagoPA, o del servizio che lo sostituisce, a chi chiede quali flussi ci sono. Non prova nessun pagamento: dice quali flussi sono attesi. Il rapporto dell’importazione dice quanti ci sono già; la schermata Flussi mostra quelli «attesi, mai arrivati», da scaricare.',
        'Uno [[iuf]] che un elenco nomina aiuta anche a leggere le causali rovinate.',
      ],
      also: ['elenco', 'attesi', 'mancanti', 'nodo'],
    },
    {
      id: 'importa-ricevute',
      title: 'Ricevute telematiche',
      paragraphs: [
        'I file XML con la prova di ogni pagamento. Si scaricano dal portale del [[partner]], di solito in un archivio zip per periodo.',
        'Vanno bene anche gli elenchi dei pagati: CSV di GovPay, della Piattaforma Unitaria e di MyPivot, per hyperSIC, e i record SECIM. Un elenco che non dice di quale ente è vale per il nostro.',
      ],
      also: ['rt', 'xml', 'zip', 'csv', 'govpay', 'mypivot', 'hypersic', 'secim', 'pagati'],
    },
    {
      id: 'importa-posizioni',
      title: 'Elenchi di avvisi e di posizioni',
      paragraphs: [
        'I file con cui il gestionale carica gli avvisi, o un suo elenco in CSV o Excel con numero avviso o IUV, importo, e scadenza o codice fiscale. Non provano pagamenti: danno un nome e un servizio a quelli senza ricevuta.',
        'Aprendo e salvando un CSV con Excel i numeri lunghi si arrotondano: il programma se ne accorge e rifiuta la riga, o la colonna. Esportare di nuovo il file e importarlo senza aprirlo.',
      ],
      also: ['csv', 'excel', 'xlsx', 'debiti', 'avvisi', 'mypivot'],
    },
    {
      id: 'importa-elenchi-sconosciuti',
      title: 'Elenchi che il programma non conosce',
      paragraphs: [
        'Un file CSV, Excel o ODS che il programma non conosce si può insegnare una volta: con «Abbina le colonne», accanto al file rifiutato, si dice che cosa c’è in ogni colonna. Gli altri file con le stesse colonne si leggono poi da soli.',
        'Se un giorno la banca sposta una colonna il file è rifiutato tutto intero, e si conferma di nuovo. I profili si vedono nelle Impostazioni.',
      ],
      also: ['csv', 'excel', 'xlsx', 'ods', 'estratto conto', 'banca', 'profilo', 'colonne'],
    },
    {
      id: 'importa-due-volte',
      title: 'Lo stesso file due volte',
      paragraphs: [
        'Non fa danni: il programma riconosce ciò che conosce già, anche con un altro nome o dentro un archivio, e non lo conta di nuovo. L’ordine dei file non conta.',
      ],
    },
  ],
};
