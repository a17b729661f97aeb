import type { Claim } from '../claim.ts';

export const privacy: readonly Claim[] = [
  {
    id: 'P01',
    tries:
      'chiavi e persone cercate byte per byte dopo una giornata intera: importare, esportare, inviare, copiare, ripristinare',
    target:
      'chiavi in chiaro 0 byte; nomi e codici fiscali solo nel registro, nel suo indice delle ricerche, nelle copie, nel registro degli invii e nei file chiesti in chiaro (i nomi anche nelle causali non pagoPA, che si esportano com’erano)',
    proof: {
      where: ['trust/privacy/bytes'],
      seenToFail:
        'tolto il setaccio dal messaggio degli errori: la chiave e i nomi sul terminale e nel registro eventi',
    },
  },
  {
    id: 'P02',
    tries: 'il registro eventi dice che cosa è successo, mai a chi',
    target:
      '8.000 righe che ripetono nomi, codici fiscali, IUV, IBAN ed e-mail: 0 byte nei file e sul terminale',
    proof: {
      where: ['trust/privacy/log'],
      seenToFail:
        'tolto il setaccio delle parole dal messaggio degli errori: nomi e indirizzi nel file dopo la prima riga',
    },
  },
  {
    id: 'P03',
    tries: 'con lo schermo condiviso nessuno si riconosce; i codici fiscali si coprono da soli',
    target:
      '12 schermate, un’anteprima e una scheda, dopo un riavvio anche: 0 nomi, codici fiscali e IUV interi; 30 secondi; 0 negli indirizzi',
    proof: {
      where: ['e2e/privacy.spec.ts'],
      seenToFail:
        'senza coprire i nomi dei file nelle risposte: uno IUV intero nella scheda di un pagamento; senza rifare le schermate quando si spegne: nomi ancora coperti',
    },
  },
  {
    id: 'P04',
    tries: 'l’estratto per il cittadino ha tutto ciò che lo riguarda, con le fonti, e nulla di altri',
    target: 'sette generi di dati, ognuno con file e riga; di altri 0; il nome del file non dice di chi',
    proof: {
      where: ['trust/privacy/extract'],
      seenToFail: 'tolte le decisioni dalla ricerca: nell’estratto manca la nota «Ha telefonato»',
    },
  },
  {
    id: 'P05',
    tries: 'minimizzare toglie i nomi e nient’altro, e gli stessi file non li riportano',
    target:
      'importi, date, IUV e pallini uguali; verifica integra; 0 rientrati in due forme; solo una copia di prima li ha ancora',
    proof: {
      where: ['trust/privacy/minimise'],
      seenToFail: 'tolta la nuova impronta dei documenti minimizzati: la verifica li dice danneggiati',
    },
  },
  {
    id: 'P06',
    tries: 'si scarta soltanto con un atto, e ciò che è scartato non rientra',
    target:
      'senza atto, o con una data futura, niente; gli stessi file in due forme rifiutati nominando l’atto',
    proof: {
      where: ['trust/privacy/discard'],
      seenToFail: 'tolto il confronto del contenuto: lo stesso flusso con altri byte rientra',
    },
  },
  {
    id: 'R42',
    tries: 'ciò che si cancella non è più in nessun byte',
    target:
      '0 byte di nomi, codici fiscali e indirizzi in registro, WAL, indice delle ricerche, file di passaggio, log e registro degli invii; le copie elencate con il giorno in cui se ne vanno',
    proof: {
      where: ['trust/privacy/minimise'],
      seenToFail: 'tolta la riscrittura del file dopo la cancellazione: i nomi restano nel WAL',
    },
  },
];
