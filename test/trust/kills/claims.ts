import type { Claim } from '../claim.ts';

export const kills: readonly Claim[] = [
  {
    id: 'R01',
    tries:
      'kill -9 mentre si importa, per ogni specie di file e per un carico grande letto da un filo a parte',
    target:
      '240 kill: 0 importazioni a metà, 0 confermate e perse, registro verificato e riaperto in meno di 3 s di processore',
    proof: {
      where: ['trust/kills/imports'],
      seenToFail:
        'tolta la transazione attorno all’importazione: dopo un kill la verifica dice che i pallini non tornano',
    },
  },
  {
    id: 'R02',
    tries: 'kill -9 durante ogni passo dello schema, e durante l’intero passaggio dall’edizione 1 a oggi',
    target:
      '40 kill per passo e 60 in tutto il cammino: sempre il passo fatto o non fatto, totali al centesimo, mai senza la copia di prima',
    proof: {
      where: ['trust/kills/migrations'],
      seenToFail:
        'tolta la transazione attorno a ogni passo: ucciso durante il passo 5 (20.000 righe), il registro non si apriva più («ledger-unreadable, SQLITE_ERROR»)',
    },
  },
  {
    id: 'R03',
    tries: 'kill -9 durante sei esportazioni (Excel del tesoriere, CSV, JSON)',
    target:
      '120 kill: il file di prima, quello nuovo intero o nessuno; ciò che resta in archivio va via alla riapertura, accanto al file alla prossima esportazione lì',
    proof: {
      where: ['trust/kills/exports'],
      seenToFail: 'scritto il file direttamente al suo posto: dopo un kill restava un foglio di 0 byte',
    },
  },
  {
    id: 'R04',
    tries: 'kill -9 mentre si inviano messaggi a un servizio finto che tiene il suo registro',
    target: '200 kill a caso e due a ogni passo: 0 doppi, 0 persi, i dubbi da verificare',
    proof: {
      where: ['messages/long/crash'],
      seenToFail:
        'rimesso in coda, invece che «da verificare», ciò che era in invio: tutte e due le prove trovano messaggi arrivati e ancora in coda',
    },
  },
  {
    id: 'R05',
    tries:
      'taglio della corrente: il registro delle modifiche troncato a ogni pagina e in 500 punti a caso, anche mentre si ripone o ricomincia',
    target:
      'si riapre esattamente ciò che era confermato (synchronous = FULL); un registro troncato sotto l’ultima conferma è segnalato',
    proof: {
      where: ['trust/kills/power-cut'],
      seenToFail:
        'tolto il confronto con la sentinella all’apertura: un registro più vecchio si apriva senza una parola; tolto synchronous = FULL: la prova trova 1 al posto di 2',
    },
  },
  {
    id: 'R35',
    tries: 'importazione interrotta in 50 momenti, su un registro di 100.000 pagamenti',
    target: 'risposta entro 500 ms, registro intatto, nessuna istruzione sopra 100 ms di processore',
    proof: {
      where: ['trust/kills/stops'],
      seenToFail:
        'tolto lo sguardo al segnale durante il lavoro: nessuna importazione si interrompeva (0 su almeno 1)',
    },
  },
  {
    id: 'R39',
    tries:
      'SIGTERM, SIGHUP e SIGINT durante un’importazione, alla riga di comando e alla finestra del browser',
    target:
      'importato o no entro 2 s dall’avviso, registro sano. Sospensione, ibernazione e sessioni remote di Windows non si provano qui: lì il programma è fermato come da kill -9 (R01) o riprende dov’era',
    proof: {
      where: ['trust/kills/signals'],
      seenToFail:
        'tolto l’ascolto dei segnali nella finestra del browser: finiva uccisa dal segnale e lasciava tre-pallini.lock. Alla riga di comando togliendolo il registro resta comunque sano: è la transazione (R01)',
    },
  },
  {
    id: 'K01',
    tries: 'kill -9 mentre si fanno copie di sicurezza e mentre si ripristina',
    target:
      '200 kill l’uno e l’altro: copie intere o nessuna, nessuna persa; il registro di prima o quello nuovo',
    proof: {
      where: ['trust/kills/copies'],
      seenToFail:
        'scritta la copia a pezzi sopra il registro invece di darle il nome: dopo un kill «ledger-damaged, empty»',
    },
  },
  {
    id: 'K02',
    tries: 'kill -9 mentre si annulla un documento o un carico intero',
    target: '120 kill: annullato o no, mai a metà, nessun annullamento confermato perso',
    proof: {
      where: ['trust/kills/undo'],
      seenToFail:
        'annullamento fuori dalla transazione: dopo un kill la verifica dice «document-damaged» di prima/giornale.xml',
    },
  },
];
