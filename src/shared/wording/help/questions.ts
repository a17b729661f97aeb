import type { HelpSection } from './entry.ts';

export const questionsHelp: HelpSection = {
  id: 'domande',
  title: 'Domande frequenti',
  entries: [
    {
      id: 'perche-due-giorni',
      title: 'Perché si aspettano due giorni lavorativi?',
      paragraphs: [
        'Il PSP versa il giorno lavorativo dopo il pagamento e manda il flusso entro il secondo. Fino ad allora una prova che manca è «non ancora», dal giorno dopo è «no».',
        'Sabati, domeniche e feste nazionali non contano: un pagamento del venerdì si aspetta fino al martedì.',
      ],
      also: ['termine', 'scadenza', 'ritardo', 'D+2'],
    },
    {
      id: 'che-cose-uno-storno',
      title: 'Un provvisorio è stato stornato: che cosa succede?',
      paragraphs: [
        'La banca ha richiamato il denaro. Il provvisorio non conta più, o conta per quel che resta se lo [[storno]] è di una parte; il flusso torna in attesa, o con accredito mancante.',
        'Di solito la banca rimanda il denaro con un provvisorio nuovo, che si abbina da solo.',
      ],
    },
    {
      id: 'flusso-di-un-altro',
      title: 'Perché un flusso risulta di un altro Partner?',
      paragraphs: [
        'Né la causale né il nome del flusso dicono il Partner: lo dicono soltanto gli IUV dei pagamenti che contiene. Se tutti hanno codici che nelle impostazioni sono di altri, il flusso è loro.',
        'Se è un errore, correggere i codici: tutto si ricalcola. Per un caso solo basta deciderlo dal dettaglio.',
      ],
    },
    {
      id: 'causale-illeggibile',
      title: 'La causale è tagliata o illeggibile: come si abbina?',
      paragraphs: [
        'Aprire il provvisorio: il programma propone i flussi che potrebbero essere il suo, per importo, data e PSP, e dice perché. Sceglierne uno, oppure scrivere lo IUF.',
        'Da solo non conferma mai un abbinamento incerto. Spazi e righe spezzate invece li ricompone, e nel dettaglio si vede che cosa ha corretto.',
      ],
      also: ['troncata', 'suggerimenti', 'abbinare'],
    },
    {
      id: 'piu-flussi',
      title: 'Un provvisorio è il denaro di più flussi: come si ripartisce?',
      paragraphs: [
        'Quando la causale nomina più flussi e i loro totali fanno insieme l’importo, il programma li riconcilia da solo. Altrimenti il provvisorio resta in errore: nel dettaglio, «Ripartisci…» assegna a ogni flusso la sua quota.',
        'Quello che avanza resta da chiarire. Se uno storno toglie più di quanto avanza, la ripartizione non vale più e va rifatta; se un flusso arriva in una nuova versione, la decisione resta e il dettaglio chiede di confermarla.',
      ],
      also: ['quote', 'ripartire', 'due IUF', 'bonifico cumulativo'],
    },
    {
      id: 'lettura-sbagliata',
      title: 'Il programma ha letto male una causale: come si corregge?',
      paragraphs: [
        'Nel dettaglio del provvisorio, «Correggi la lettura…»: si indica lo IUF, lo IUV di un solo pagamento, o che non si legge nulla. Vale al posto di ciò che il programma leggeva, che resta visibile accanto.',
        'La correzione resta anche quando il giornale viene importato di nuovo, e si annulla come ogni altra decisione.',
      ],
      also: ['correggere', 'lettura', 'IUV', 'causale'],
    },
    {
      id: 'annullare',
      title: 'Ho importato il file sbagliato: come si torna indietro?',
      paragraphs: [
        'In Importazioni, aprire l’importazione e annullarla: il registro torna come se quei file non ci fossero mai stati. Si può fare anche molto tempo dopo, e i file si possono importare di nuovo.',
        'Anche abbinamenti, note e ogni altra decisione si annullano, una per una.',
      ],
      also: ['annulla', 'cancellare', 'errore'],
    },
    {
      id: 'dove-stanno-i-dati',
      title: 'Dove stanno i dati?',
      paragraphs: [
        'In una cartella di questo computer: il suo nome è in Impostazioni, «Il registro». Il programma lavora senza rete e non manda nulla fuori dall’ufficio, se non i messaggi che si confermano per l’app [[io]].',
        'Per una copia di sicurezza: chiudere il programma e copiare l’intera cartella.',
      ],
      also: ['backup', 'copia', 'privacy', 'cartella', 'internet'],
    },
    {
      id: 'doppio-pagamento',
      title: 'Lo stesso avviso è stato pagato due volte?',
      paragraphs: [
        'Può succedere, per esempio se si paga da due canali nello stesso momento. I due pagamenti hanno lo stesso [[iuv]] e [[iur]] diversi: aprirne uno mostra anche l’altro.',
        'Il denaro è arrivato davvero due volte: si confrontano le ricevute e si dispone il rimborso di uno.',
      ],
    },
    {
      id: 'marca-da-bollo',
      title: 'La ricevuta è più alta del flusso: c’è la marca da bollo?',
      paragraphs: [
        'Spesso sì. La [[bollo]] è nella ricevuta ma non passa dalla tesoreria dell’ente: nel flusso e nel provvisorio non c’è. Il programma la lascia fuori e il pagamento è completo.',
      ],
      also: ['16 euro', '16,00'],
    },
    {
      id: 'a-cavallo-d-anno',
      title: 'Pagato a dicembre, accreditato a gennaio: si abbina?',
      paragraphs: [
        'Sì. Il provvisorio ha il numero del nuovo [[esercizio]], ma la causale nomina lo stesso flusso: l’anno non conta.',
      ],
      also: ['capodanno', 'fine anno', 'chiusura'],
    },
    {
      id: 'piu-provvisori',
      title: 'Due provvisori nominano lo stesso flusso: è un errore?',
      paragraphs: [
        'Non per forza. Il PSP può versare un flusso in più bonifici: gli importi si sommano. Solo se la somma supera il totale il flusso è in errore. Vedi [[bonifico-supplementare]].',
      ],
    },
    {
      id: 'ricevuta-che-manca',
      title: 'Il flusso elenca un pagamento di cui non ho la ricevuta',
      paragraphs: [
        'Scaricarla dal Partner Tecnologico. Se il flusso dice che il PSP ha incassato senza ricevuta (esito 8 o 9), la ricevuta può arrivare più tardi, o mai: il denaro è comunque dell’ente.',
      ],
    },
    {
      id: 'altri-enti',
      title: 'Perché il mio importo è più basso di quello pagato?',
      paragraphs: [
        'Un avviso può pagare più enti insieme, per esempio Comune e Provincia sulla TARI. Conta solo la parte nostra, che è quella del flusso e del bonifico.',
      ],
      also: ['tefa', 'tari', 'multibeneficiario'],
    },
    {
      id: 'piu-computer',
      title: 'Si può usare in due?',
      paragraphs: [
        'Un registro si apre in una finestra alla volta, su un computer. Se è già aperto, il programma dice da chi e da quando.',
      ],
    },
  ],
};
