import type { HelpEntry, HelpSection } from './entry.ts';

export const glossary: HelpSection = {
  id: 'glossario',
  title: 'Glossario',
  lead: 'Le parole di pagoPA e della tesoreria, in una o due frasi.',
  entries: [
    term(
      'aca',
      'ACA, archivio centralizzato degli avvisi',
      'Il servizio di pagoPA in cui si depositano gli avvisi da pagare, così che ogni canale li trovi.',
      ['avvisi'],
    ),
    term(
      'accertamento',
      'Accertamento',
      'La scrittura con cui l’ente registra di avere un credito. La [[reversale]] incassa su un accertamento; nei Servizi si può dire quale.',
    ),
    term(
      'avviso',
      'Avviso di pagamento',
      'Ciò che si chiede di pagare con pagoPA: un [[numero-avviso]], un importo, una scadenza. Un messaggio su [[io]] ne porta uno solo.',
    ),
    term(
      'bolletta',
      'Bolletta, quietanza',
      'Il numero che il [[tesoriere]] dà al movimento di cassa. Non è il numero del [[provvisorio]], anche se stanno nella stessa riga.',
    ),
    term(
      'bonifico-supplementare',
      'Bonifico supplementare',
      'Un secondo bonifico dello stesso flusso: la causale ha un numero da 1 a 9 al posto dello 0. Il suo importo si somma a quello dell’altro.',
      ['prog', 'txt'],
    ),
    term(
      'campagna',
      'Campagna',
      'I messaggi preparati insieme da un elenco, per un servizio e con un modello. Si controlla, si conferma e poi parte.',
      ['messaggi', 'invio'],
    ),
    term(
      'capitolo',
      'Capitolo',
      'La voce di bilancio su cui l’entrata va a finire. Nei Servizi si può dire quale.',
    ),
    term(
      'causale',
      'Causale',
      'La descrizione del bonifico. Per pagoPA ha una forma fissa, [[lgpe|con la dicitura LGPE-RIVERSAMENTO]] e poi lo [[iuf]]; le banche a volte la spezzano o la tagliano.',
    ),
    term(
      'chiave-api',
      'Chiave API di un servizio',
      'Il segreto con cui un servizio del Comune scrive su [[io]]. Ogni servizio ne ha due, così che si possano cambiare senza fermarsi: [[chiavi-dei-servizi]].',
      ['api key'],
    ),
    term(
      'applicativo',
      'Codice applicativo',
      'Due cifre del numero avviso che comincia con 0: dicono quale programma ha emesso lo [[iuv]] di 15 cifre. Nelle impostazioni si scrive app:01. Oggi non se ne emettono più.',
      ['aux digit', 'app'],
    ),
    term(
      'segregazione',
      'Codice di segregazione',
      'Le due cifre dopo il 3 iniziale del numero avviso, cioè le prime dello [[iuv]]. Dicono di quale [[partner]] è il pagamento.',
      ['aux digit 3'],
    ),
    term(
      'conto-evidenza',
      'Conto di evidenza',
      'Uno dei conti in cui il [[tesoriere]] divide la cassa dell’ente. Il [[giornale]] elenca i movimenti conto per conto.',
    ),
    term(
      'data-regolamento',
      'Data di regolamento',
      'Il giorno del bonifico, come lo dice il flusso. È anche l’inizio dello [[iuf]]; da qui si contano i due giorni lavorativi per l’accredito.',
    ),
    term(
      'differenza',
      'Differenza',
      'Tutto ciò che una persona deve guardare: pagamenti che non tornano e provvisori da chiarire, ciascuno contato una volta sola. Quando è zero, tutto è riconciliato.',
      ['a meno di', 'voci'],
    ),
    term(
      'end-to-end',
      'End-to-end',
      'Il riferimento che chi ordina il bonifico gli dà e che arriva fino a chi lo riceve. Se la [[causale]] è rovinata, lo IUF si cerca anche qui.',
      ['e2e'],
    ),
    term(
      'ente',
      'Ente creditore',
      'Chi deve ricevere il denaro: nel nostro caso il Comune. In pagoPA è riconosciuto dal suo codice fiscale.',
      ['comune'],
    ),
    term(
      'errata',
      'Errata corrige',
      'Un messaggio che corregge quello di prima, presso chi lo ha letto o può averlo letto: [[errata-corrige]].',
    ),
    term(
      'esercizio',
      'Esercizio',
      'L’anno contabile. I numeri di provvisori, reversali e mandati ricominciano da capo ogni anno: per questo un provvisorio si nomina con numero ed esercizio.',
      ['anno'],
    ),
    term(
      'esito',
      'Esito di una riga',
      'Che cosa il flusso dice di un pagamento: 0 eseguito, 3 revocato, 4 eseguito in emergenza con ricevuta in seguito, 8 e 9 eseguito senza ricevuta.',
      ['codice esito'],
    ),
    term(
      'incerto',
      'Esito incerto',
      'Un messaggio partito di cui nessuno può sapere se è arrivato: [[esito-incerto]].',
    ),
    term(
      'flusso',
      'Flusso di rendicontazione (FDR)',
      'L’elenco, mandato dal [[psp]], dei pagamenti che stanno dentro un bonifico. Lo nomina lo [[iuf]]; il suo totale deve essere uguale al denaro arrivato.',
      ['fdr', 'rendicontazione'],
    ),
    term(
      'giornale',
      'Giornale di cassa',
      'L’elenco dei movimenti che il [[tesoriere]] manda all’ente ogni giorno lavorativo: mandati, reversali e [[provvisorio|provvisori]].',
      ['gdc'],
    ),
    term(
      'gpd',
      'GPD, gestione delle posizioni debitorie',
      'Il servizio di pagoPA che tiene le [[posizione|posizioni debitorie]] degli enti che non hanno un archivio proprio.',
    ),
    term(
      'io',
      'IO',
      'L’app con cui i cittadini ricevono messaggi e avvisi dalla pubblica amministrazione e li pagano.',
      ['app io'],
    ),
    term(
      'iuf',
      'IUF, identificativo univoco del flusso',
      'Il nome del [[flusso]], al più 35 caratteri: la data del bonifico, il codice del PSP, un trattino e un codice. Sta nella [[causale]] del bonifico.',
      ['identificativo flusso'],
    ),
    term(
      'iur',
      'IUR, identificativo univoco di riscossione',
      'Il numero che il PSP dà a ogni incasso. Due pagamenti dello stesso avviso hanno lo stesso [[iuv]] e IUR diversi.',
    ),
    term(
      'iuv',
      'IUV, identificativo univoco di versamento',
      'Il numero del debito, dato dall’ente. Sta nella ricevuta, nel flusso e dentro il [[numero-avviso]]; le sue prime cifre dicono di chi è.',
    ),
    term(
      'lgpe',
      'LGPE-RIVERSAMENTO',
      'La dicitura che apre la causale di un bonifico pagoPA: /PUR/LGPE-RIVERSAMENTO/, poi /URI/ e lo [[iuf]].',
      ['pur', 'uri', 'rfb', 'rfs'],
    ),
    term(
      'mandato',
      'Mandato',
      'L’ordine con cui l’ente dice al [[tesoriere]] di pagare. Non riguarda gli incassi pagoPA.',
    ),
    term(
      'bollo',
      'Marca da bollo digitale',
      'Il bollo pagato insieme a un’istanza. È nella [[ricevuta]] ma non va all’ente: nel flusso e nel bonifico non c’è. Vedi [[marca-da-bollo]].',
      ['mbt', 'e.bollo'],
    ),
    term(
      'numero-avviso',
      'Numero avviso',
      'Le 18 cifre stampate sull’avviso di pagamento. Tolta la prima cifra, se è 1, 2 o 3, resta lo [[iuv]]; se è 0, se ne tolgono tre.',
      ['nav', 'codice avviso'],
    ),
    term(
      'opi',
      'OPI, ordinativo informatico',
      'Lo standard con cui enti e tesorieri si scambiano mandati, reversali e [[giornale|giornale di cassa]], passando da [[siope]].',
    ),
    term(
      'pagopa',
      'pagoPA',
      'Il sistema con cui si paga la pubblica amministrazione: il cittadino paga presso un [[psp]], che versa all’ente e gli rendiconta.',
    ),
    term(
      'partner',
      'Partner Tecnologico (PT)',
      'Chi collega l’ente a pagoPA e gestisce i suoi pagamenti. Un ente può averne più d’uno: li distinguono i codici degli [[iuv]].',
      ['intermediario', 'pt'],
    ),
    term(
      'posizione',
      'Posizione debitoria',
      'Ciò che un cittadino deve, con importo, scadenza e avviso. Una volta pagata ne nasce una [[ricevuta]].',
    ),
    term(
      'provvisorio',
      'Provvisorio (sospeso) di entrata',
      'Denaro arrivato in tesoreria e non ancora coperto da una [[reversale]]. Provvisorio e sospeso sono la stessa cosa.',
      ['sospeso', 'carta contabile'],
    ),
    term(
      'psp',
      'PSP, prestatore di servizi di pagamento',
      'La banca, la posta o l’istituto presso cui il cittadino paga. Raccoglie i pagamenti del giorno e li versa all’ente con un bonifico.',
      ['banca', 'poste'],
    ),
    term(
      'rata',
      'Rata unica, rate',
      'Lo stesso debito chiesto tutto insieme o in parti, ciascuna con il suo [[avviso]]. Chi paga la rata unica non deve le rate: [[rata-unica-e-rate]].',
      ['rateizzazione', 'acconto', 'saldo'],
    ),
    term(
      'regolarizzazione',
      'Regolarizzazione',
      'Coprire un [[provvisorio]] con una [[reversale]], in tutto o in parte. Disfarla si chiama ripristino.',
      ['ripristino'],
    ),
    term(
      'reversale',
      'Reversale d’incasso',
      'L’ordine con cui l’ente dice al [[tesoriere]] a quale titolo incassare. Può coprire uno o più [[provvisorio|provvisori]].',
    ),
    term(
      'revisione',
      'Revisione di un flusso',
      'Una versione nuova dello stesso flusso, mandata per correggerlo. Vale la più recente, anche se si importa prima della vecchia.',
    ),
    term(
      'revoca',
      'Revoca',
      'Il [[psp]] disfa un pagamento già comunicato. Nel [[flusso]] è una riga con [[esito]] 3.',
    ),
    term(
      'ricevuta',
      'Ricevuta telematica (RT)',
      'La prova che il cittadino ha pagato, con l’importo per ogni ente. Se dice che il pagamento non è riuscito, non arriverà denaro.',
      ['rt'],
    ),
    term(
      'rf',
      'Riferimento RF',
      'Un modo internazionale di scrivere un riferimento di pagamento: RF, due cifre di controllo e il resto. Alcuni enti lo usano come [[iuv]].',
      ['iso 11649', 'creditor reference'],
    ),
    term(
      'riversamento',
      'Riversamento',
      'Il bonifico con cui il [[psp]] versa all’ente. È cumulativo quando porta molti pagamenti e nomina uno [[iuf]]; puntuale quando ne porta uno solo e nomina lo [[iuv]].',
      ['cumulativo', 'puntuale'],
    ),
    term(
      'sct',
      'SCT, bonifico SEPA',
      'Il bonifico in euro fra banche europee: quello con cui il [[psp]] versa. Può essere anche istantaneo.',
      ['bonifico', 'sepa'],
    ),
    term(
      'siope',
      'SIOPE+',
      'L’infrastruttura da cui passano gli scambi fra enti e tesorieri: ordini in un verso, esiti e [[giornale|giornali di cassa]] nell’altro.',
    ),
    term(
      'sollecito',
      'Sollecito',
      'Un messaggio che chiede di nuovo ciò che è già stato chiesto. Non va a chi ha pagato: perciò aspetta che i flussi siano importati.',
    ),
    term(
      'storno',
      'Storno',
      'La banca richiama denaro già accreditato, tutto o in parte. Può comparire nel giornale anche prima della riga che disfa.',
    ),
    term(
      'tassonomia',
      'Tassonomia',
      'L’elenco nazionale dei servizi che si pagano con pagoPA. Il suo codice è nella ricevuta e dice per quale servizio si è pagato.',
    ),
    term(
      'tesoriere',
      'Tesoriere',
      'La banca che tiene la cassa dell’ente, riceve i bonifici e manda il [[giornale]].',
      ['tesoreria', 'banca'],
    ),
    term(
      'trn',
      'TRN, CRO',
      'Il numero con cui le banche riconoscono un bonifico; CRO è il nome di una volta. Il flusso lo riporta, il giornale a volte.',
    ),
  ],
};

function term(id: string, title: string, meaning: string, also: readonly string[] = []): HelpEntry {
  return { id, title, paragraphs: [meaning], also };
}
