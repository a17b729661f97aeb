import type { Claim } from '../claim.ts';

export const hostile: readonly Claim[] = [
  {
    id: 'H01',
    tries: 'un file vuoto o di soli spazi',
    target: '«Il file è vuoto.», registro uguale',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolta la domanda se il file è vuoto: «Tipo di file non riconosciuto» al posto di «vuoto».',
    },
  },
  {
    id: 'H02',
    tries: 'un PDF o la pagina di accesso del portale con nome .xml',
    target: 'detto che cos’è',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolto il riconoscimento di PDF e pagine web: la frase attesa non c’era più.',
    },
  },
  {
    id: 'H03',
    tries: 'un XML ben formato di tipo sconosciuto',
    target: '«Tipo di file non riconosciuto», con la sua radice',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolta la radice dalla frase: il test non la trovava più.',
    },
  },
  {
    id: 'H04',
    tries: 'un XML tagliato al 60 %',
    target: '«manca la fine»',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail:
        'Tolta la chiusura del lettore XML alla fine del file: il documento tagliato passava o era detto altrimenti, e il registro cambiava.',
    },
  },
  {
    id: 'H05',
    tries: 'una DTD con entità che crescono',
    target: 'rifiutata per la DTD',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolto il rifiuto della DTD: il documento era importato e il registro cambiava.',
    },
  },
  {
    id: 'H06',
    tries: 'entità esterne: file, cartella di rete, sito',
    target: 'rifiutate per la DTD, nulla viene aperto',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolto il rifiuto della DTD: i tre file non erano più rifiutati per quella.',
    },
  },
  {
    id: 'H07',
    tries: 'un milione di elementi uno dentro l’altro',
    target: '«Struttura troppo profonda», memoria ≤ 250 MB oltre quella a riposo',
    proof: {
      where: ['trust/hostile/xml', 'trust/hostile/memory'],
      seenToFail: 'Limite di profondità portato a un miliardo: la frase attesa non c’era più.',
    },
  },
  {
    id: 'H08',
    tries: 'un attributo di 500 MB',
    target: '«troppo lungo», memoria ≤ 250 MB oltre quella a riposo',
    proof: {
      where: ['trust/hostile/xml', 'trust/hostile/memory'],
      seenToFail:
        'Limite della lunghezza degli attributi tolto: il documento era importato e il registro cambiava.',
    },
  },
  {
    id: 'H09',
    tries: '200.000 attributi, 300 attributi, un nome di 300 lettere',
    target: 'rifiutati per il loro limite, memoria ≤ 250 MB oltre quella a riposo',
    proof: {
      where: ['trust/hostile/xml', 'trust/hostile/memory'],
      seenToFail:
        'Limite del numero degli attributi tolto: il documento era importato e il registro cambiava.',
    },
  },
  {
    id: 'H10',
    tries: '50 milioni di riferimenti a carattere',
    target: '«Testo troppo lungo», memoria ≤ 250 MB oltre quella a riposo',
    proof: {
      where: ['trust/hostile/xml', 'trust/hostile/memory'],
      seenToFail:
        'Limite della lunghezza dei testi tolto: il documento era importato e il registro cambiava.',
    },
  },
  {
    id: 'H11',
    tries: 'caratteri che non esistono: &#x110000;, NUL, mezza coppia',
    target: '«danneggiato alla riga …»',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Errori sui caratteri ignorati invece che lanciati: i quattro documenti erano importati.',
    },
  },
  {
    id: 'H12',
    tries: 'codifica diversa da quella dichiarata',
    target: 'letta se una sola è possibile, altrimenti detta sconosciuta',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolta la lettura di riserva in Windows-1252: il documento era rifiutato.',
    },
  },
  {
    id: 'H13',
    tries: 'i nomi giusti in un altro namespace',
    target: '«Versione o namespace non previsto»',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolta la domanda sul namespace: il flusso era importato.',
    },
  },
  {
    id: 'H14',
    tries: 'importi impossibili: 1e3, 0x10, 1.234,56, NaN, 30 cifre',
    target: 'il documento è rifiutato con il valore; -0.00 vale zero',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Importi letti come fa JavaScript: 1e3, 0x10 e 1.234,56 erano importati.',
    },
  },
  {
    id: 'H15',
    tries: 'totale o numero dichiarati che non tornano',
    target: 'importato come anomalo, con i due numeri',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Tolto il confronto con il totale dichiarato: nessun avviso.',
    },
  },
  {
    id: 'H16',
    tries: 'giorni impossibili',
    target: '«Dato non valido», con il valore',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Ogni data della forma giusta creduta vera: 31 febbraio e mese 13 erano importati.',
    },
  },
  {
    id: 'H17',
    tries: 'nomi con HTML, caratteri che girano il testo, 2 MB',
    target: 'importati come testo, o rifiutati per lunghezza',
    proof: {
      where: ['trust/hostile/xml'],
      seenToFail: 'Limite della lunghezza dei testi tolto: il nome di 2 MB era importato.',
    },
  },
  {
    id: 'H18',
    tries: 'lo stesso IUV due volte in un flusso',
    target: 'due pagamenti, segnati doppi',
    proof: {
      where: ['scenarios/doppi'],
      seenToFail: 'Tolto il giudizio «doppio»: i due pagamenti erano solo senza ricevuta.',
    },
  },
  {
    id: 'H19',
    tries: 'archivi con nomi che escono dalla cartella',
    target: 'rifiutati per nome, nulla scritto fuori',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail: 'Tolto il giudizio sui nomi: le cinque voci erano importate.',
    },
  },
  {
    id: 'H20',
    tries: 'un archivio mille volte più piccolo del contenuto',
    target: '«Archivio sospetto»',
    proof: {
      where: ['trust/hostile/wrapped', 'trust/hostile/memory'],
      seenToFail: 'Limite del rapporto tolto: la frase non c’era più.',
    },
  },
  {
    id: 'H21',
    tries: 'archivi dentro archivi dentro archivi',
    target: 'ci si ferma al secondo',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail: 'Limite portato a nove: la ricevuta in fondo era importata.',
    },
  },
  {
    id: 'H22',
    tries: 'archivi che mentono: misura, controllo, voci sovrapposte, cifrate, collegamenti, 70.000',
    target: 'una frase per ciascuno',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail:
        'Tolti il codice di controllo, la ricerca delle sovrapposizioni e quella dei collegamenti: i tre archivi erano importati.',
    },
  },
  {
    id: 'H23',
    tries: '500 ricevute buone e una rotta',
    target: '500 importate, una rifiutata con il suo nome',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail: 'Un documento rifiutato faceva rifiutare tutto il file: nessuna delle 500 era importata.',
    },
  },
  {
    id: 'H24',
    tries: 'p7m in sette forme: DER, BER a pezzi, base64, PEM, firmato due volte',
    target: 'lo stesso contenuto',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail: 'Letto solo il primo pezzo della busta: le due forme a pezzi erano rifiutate.',
    },
  },
  {
    id: 'H25',
    tries: 'p7m senza documento o cifrato',
    target: 'detto quale dei due',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail: 'Tolta la domanda se è cifrato: la frase era un’altra.',
    },
  },
  {
    id: 'H26',
    tries: 'p7m con lunghezza di 4 GB, 100.000 sequenze',
    target: '«danneggiata»',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail:
        'Tolto il confronto della lunghezza con quella del file: il file con 4 GB dichiarati non era più rifiutato.',
    },
  },
  {
    id: 'H27',
    tries: 'p7m con dentro un programma o un PDF',
    target: 'detto che cos’è, nessun file temporaneo',
    proof: {
      where: ['trust/hostile/wrapped'],
      seenToFail: 'Tolto il riconoscimento dei programmi dal loro inizio: la frase non lo diceva più.',
    },
  },
  {
    id: 'H28',
    tries: 'un foglio con un commento su __proto__',
    target: 'letto, prototipo intatto',
    proof: {
      where: ['trust/hostile/tables'],
      seenToFail:
        'Aperta una cartella, scritta una chiave sul prototipo, come faceva la vecchia libreria: il test vedeva la chiave e il lettore si fermava.',
    },
  },
  {
    id: 'H29',
    tries: 'titoli __proto__, constructor, toString, vuoti, doppi',
    target: 'colonne lette per posto; il doppione rifiutato',
    proof: {
      where: ['trust/hostile/tables'],
      seenToFail: 'Tolta la ricerca dei titoli doppi: il foglio era importato.',
    },
  },
  {
    id: 'H30',
    tries: 'un foglio di 400 MB in 1 MB, una dimensione dichiarata enorme',
    target: 'rifiutato per misura; la dimensione non è creduta',
    proof: {
      where: ['trust/hostile/tables', 'trust/hostile/memory'],
      seenToFail: 'Tolta la misura del contenuto prima di aprirlo: la frase era un’altra.',
    },
  },
  {
    id: 'H31',
    tries: 'xls, xlsb, ods, xlsm, con password',
    target: 'letti, o detto perché no',
    proof: {
      where: ['trust/hostile/tables'],
      seenToFail: 'Tolto il riconoscimento dei fogli del 1997: rifiutati come sconosciuti.',
    },
  },
  {
    id: 'H32',
    tries: 'formule e collegamenti in una cella',
    target: 'conta il valore salvato, nulla viene chiesto alla rete',
    proof: {
      where: ['trust/hostile/tables'],
      seenToFail: 'Letta la formula al posto del valore: il registro cambiava.',
    },
  },
  {
    id: 'H33',
    tries: 'IUV arrotondato da Excel',
    target: 'rifiutato: esportare la colonna come testo',
    proof: {
      where: ['trust/hostile/tables'],
      seenToFail: 'Tolta la ricerca dei numeri arrotondati: la frase non c’era più.',
    },
  },
  {
    id: 'H34',
    tries: 'CSV: virgolette aperte, riga di 1 GB, NUL, sep=, senza titoli, tre codifiche, 900.000 cifre',
    target: 'riga nella frase, memoria ≤ 250 MB oltre quella a riposo',
    proof: {
      where: ['trust/hostile/tables', 'trust/hostile/memory'],
      seenToFail:
        'Limite della lunghezza di un campo tolto: la riga di 20 MB non era più rifiutata. Tolta la lettura dell’accento finale: «Città» perdeva la à.',
    },
  },
  {
    id: 'H35',
    tries: 'testi che cominciano come una formula fino alle esportazioni',
    target: 'in Excel testo, in CSV con l’apostrofo',
    proof: {
      where: ['main/exports/csv', 'main/exports/write-workbook'],
      seenToFail: 'Tolto l’apostrofo: 17 celle su 18 erano una formula.',
    },
  },
  {
    id: 'H36',
    tries: 'una tabella HTML con nome .xls',
    target: 'riconosciuta e spiegata',
    proof: {
      where: ['trust/hostile/tables'],
      seenToFail: 'Tolto il riconoscimento delle pagine web: la frase non lo diceva più.',
    },
  },
  {
    id: 'H38',
    tries: '10.000 file insieme, un percorso profondissimo',
    target: 'contati, importati o annullati in mezzo secondo',
    proof: {
      where: ['trust/hostile/memory'],
      seenToFail: 'Tolto lo sguardo al segnale di annullamento: l’importazione andava fino in fondo.',
    },
  },
];
