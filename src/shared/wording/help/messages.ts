import { messageStates } from '../../domain/message/state.ts';
import { tariScenarioLabels } from '../messages/tari-plan.ts';
import { messageStateLabels, messageStateMeanings, settlementLabels } from '../messages/states.ts';
import type { HelpSection } from './entry.ts';

export const messagesHelp: HelpSection = {
  id: 'messaggi-io',
  title: 'Messaggi nell’app IO',
  lead: 'I servizi del Comune scrivono ai cittadini nell’app [[io]], con l’avviso pagoPA dentro il messaggio. Ogni messaggio parte una volta sola: due volte lo stesso avviso alla stessa persona non si scrive, nemmeno da un altro elenco o l’anno dopo.',
  entries: [
    {
      id: 'messaggi-primo-invio',
      title: 'Messaggi IO: primo invio',
      paragraphs: [
        'Serve la chiave del servizio ([[chiavi-dei-servizi]]) e un elenco in CSV o Excel con almeno il codice fiscale; per chiedere un pagamento anche numero avviso, importo e scadenza. L’elenco non va aperto e salvato con Excel: i numeri avviso si rovinano.',
        'Fino alla conferma non parte nulla. Dopo la conferma il testo di ogni messaggio è fissato: cambiare il modello non lo cambia più. Appena prima di inviare il programma guarda ancora se nel frattempo qualcuno ha pagato, e a lui non scrive.',
        'Se il programma conosce le [[posizioni-debitorie|posizioni debitorie]] di quel servizio, avverte quando l’elenco dice un importo o una scadenza diversi, o un avviso che fra le posizioni non c’è.',
      ],
      steps: [
        'In Messaggi IO, Servizi e chiavi, incollare la chiave del servizio e provarla.',
        'Nelle impostazioni dei messaggi scrivere i contatti dell’ufficio e gli [[utenti-di-prova]].',
        'In Campagne scegliere il servizio e il modello, e aggiungere l’elenco. Il programma dice di ogni riga rifiutata perché.',
        'Leggere le avvertenze e guardare l’anteprima di alcune righe: è ciò che vedrà il cittadino.',
        'Mandare una prova a un collega e leggerla sul telefono.',
        'Confermare: i messaggi vanno in coda e partono negli orari d’ufficio, finché il programma è aperto.',
        'Il giorno dopo guardare gli esiti, scaricare il rapporto e l’[[elenco-per-la-carta]].',
      ],
      also: ['campagna', 'inviare', 'iniziare', 'elenco', 'csv', 'app io', 'cominciare', 'rapporto'],
    },
    {
      id: 'esito-incerto',
      title: 'Esito incerto: che cosa fare',
      paragraphs: [
        'Il messaggio è partito, ma la risposta di IO si è persa: la rete è caduta, IO non ha risposto in tempo, il programma si è chiuso. IO non permette di chiedere se è arrivato né di riprenderlo. Il programma non lo invia mai di nuovo da sé: decide una persona.',
        'Due messaggi con lo stesso avviso non possono far pagare due volte: l’avviso si paga una volta sola. Un doppione dà fastidio, un messaggio mancato può far perdere la scadenza.',
        `«${settlementLabels.inviato}»: quando si sa che è arrivato, per esempio perché il cittadino lo dice o ha pagato da IO. «${settlementLabels.reinvia}»: quando la scadenza è vicina. «${settlementLabels['altro-canale']}»: si avvisa per telefono o su carta, e la persona entra nell’[[elenco-per-la-carta]].`,
        'Tre esiti incerti di fila fermano l’invio: di solito è la rete. Prima si sistema quella, poi si fa riprendere la coda.',
      ],
      also: ['incerto', 'doppione', 'rete caduta', 'non so se è arrivato', 'risolvere', 'reinviare'],
    },
    {
      id: 'chiavi-dei-servizi',
      title: 'Chiavi dei servizi e rotazione',
      paragraphs: [
        'Ogni servizio ha due chiavi, primaria e secondaria, nella pagina del servizio nell’Area Riservata. Chi ha la chiave può scrivere ai cittadini a nome di quel servizio: non si manda per posta e non si scrive in un file. Con la chiave di un altro servizio il messaggio parte a nome sbagliato, e nessuno avverte: per questo la si prova.',
        'Il programma la tiene su questo computer, cifrata, fuori dal registro: una copia del registro non contiene chiavi. Ne mostra solo le ultime quattro lettere.',
        'Quando IO risponde che la chiave non è valida, i messaggi di quel servizio aspettano e gli altri proseguono. Nessun messaggio è perso: incollata la chiave nuova ripartono da soli.',
        'Si cambiano una alla volta, e sempre quella con cui il programma non sta lavorando: il vecchio valore smette subito di valere, anche per una ditta esterna che lo usi.',
      ],
      steps: [
        'Copiare la chiave secondaria, incollarla nel programma e provarla.',
        'Nell’Area Riservata rigenerare la primaria.',
        'Incollare la nuova primaria e provarla.',
        'Nell’Area Riservata rigenerare la secondaria.',
      ],
      also: [
        'api key',
        'chiave non valida',
        '401',
        'rigenerare',
        'scaduta',
        'primaria',
        'secondaria',
        'password',
      ],
    },
    {
      id: 'rata-unica-e-rate',
      title: 'TARI: rata unica e rate',
      paragraphs: [
        'Un messaggio porta un solo avviso, e di uno stesso debito non se ne chiedono mai due insieme: chi vede la rata unica e la prima rata può pagarle tutte e due.',
        `«${tariScenarioLabels['unica-first']}»: si chiede la rata unica; dal giorno dopo la sua scadenza chi non ha pagato nulla riceve la prima rata, e poi le altre ciascuna a suo tempo. Chi ha pagato la rata unica non riceve più niente; chi ha cominciato con le rate non riceve più la rata unica.`,
        'Se la rata unica e la prima rata scadono lo stesso giorno, o quasi, aspettare non si può: va indicato da che giorno si passa alle rate, oppure si mandano solo le rate.',
        'Chi ha pagato lo dicono le ricevute, i flussi e gli elenchi di chi ha pagato in altro modo, per esempio con F24: vanno importati prima che cominci la rata seguente.',
      ],
      also: ['tassa rifiuti', 'rateizzazione', 'acconto', 'saldo', 'f24', 'solleciti', 'due avvisi'],
    },
    {
      id: 'utenti-di-prova',
      title: 'Utenti di prova',
      paragraphs: [
        'IO non ha un ambiente di prova: ogni chiave può scrivere a ogni cittadino. Gli utenti di prova sono colleghi che hanno l’app e sono d’accordo; i loro codici fiscali stanno nelle impostazioni dei messaggi.',
        'Una prova ha l’oggetto che comincia con PROVA e non porta l’avviso: il debito di un altro non si potrebbe pagare per sbaglio.',
        'Con la modalità di prova accesa tutto il resto si fa per davvero, ma partono solo i messaggi agli utenti di prova. Il controllo è sull’ultimo passo, prima che il messaggio esca dal computer.',
      ],
      also: ['test', 'provare', 'collega', 'modalità di prova', 'sandbox'],
    },
    {
      id: 'elenco-per-la-carta',
      title: 'Elenco per la carta',
      paragraphs: [
        'È di chi nessun messaggio ha potuto raggiungere: chi non usa IO o ha spento quel servizio, chi IO non ha potuto raggiungere, le ditte e i codici fiscali numerici dell’elenco, chi si è deciso di avvisare in altro modo. Non è un errore: è la parte di cittadini che si avvisa per posta.',
        'Si scarica per una campagna o per tutte insieme, in Excel o in CSV, con l’indirizzo se l’elenco di partenza lo aveva. Ogni avviso c’è una volta sola, e chi nel frattempo ha pagato non c’è più. Nomi e codici fiscali sono in chiaro: il file va trattato come dato personale.',
        'Per aprirlo con Excel meglio il formato Excel: aprendo un CSV con un doppio clic i numeri avviso si rovinano.',
      ],
      also: [
        'posta',
        'lettere',
        'raccomandate',
        'non iscritto',
        'non recapitabile',
        'stampa unione',
        'ditte',
      ],
    },
    {
      id: 'errata-corrige',
      title: 'Ho inviato un messaggio sbagliato',
      paragraphs: [
        'Un messaggio partito non si può riprendere. Si prepara una campagna di correzione: va alle stesse persone a cui il messaggio è arrivato o può essere arrivato, anche a chi ha già pagato, una volta sola.',
        'Il modello «Errata corrige» dice il dato sbagliato e quello giusto; «Messaggio inviato per errore» è per chi non doveva riceverlo. Ciò che non è ancora partito si ritira.',
      ],
      also: ['errore', 'correggere', 'annullare un messaggio', 'ritirare', 'sbagliato'],
    },
    ...messageStates.map((state) => ({
      id: `messaggio-${state}`,
      title: messageStateLabels[state],
      paragraphs: [messageStateMeanings[state]],
      also: ['stato di un messaggio'],
    })),
  ],
};
