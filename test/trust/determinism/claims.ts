import type { Claim } from '../claim.ts';

export const determinism: readonly Claim[] = [
  {
    id: 'R24',
    tries: 'lo stesso file un’altra volta, con altro nome, in un archivio, firmato',
    target: '0 righe nuove; detto quando era già stato importato',
    proof: {
      where: ['properties/disguise'],
      seenToFail: 'il confronto del contenuto prima di tenere un documento: righe doppie',
    },
  },
  {
    id: 'R25',
    tries: 'lo stesso contenuto con altri byte: codifica, a capo, rientri, prefissi',
    target: '0 righe nuove',
    proof: {
      where: ['properties/disguise'],
      seenToFail: 'il confronto del contenuto prima di tenere un documento: righe doppie',
    },
  },
  {
    id: 'R26',
    tries: 'giornali i cui periodi si sovrappongono',
    target: 'le righe comuni una volta sola, con tutte e due le fonti',
    proof: {
      where: ['trust/determinism/overlap'],
      seenToFail: 'la ricerca delle altre fonti: 0 righe con due fonti invece di 30',
    },
  },
  {
    id: 'R27',
    tries:
      'ordine di arrivo: 6 file in tutti i 720 ordini, 40 file in 500 ordini e mucchi a caso, con chiusure in mezzo',
    target: 'una sola impronta, pallini compresi',
    proof: {
      where: ['trust/determinism/orders'],
      seenToFail:
        'la regola su quale versione di un flusso vale (vinceva la prima arrivata): impronte diverse',
    },
  },
  {
    id: 'R28',
    tries: 'ricevuta, flusso, accredito, correzione e storno in tutti gli ordini',
    target: 'gli stessi pallini; nessuno torna indietro senza una ragione',
    proof: {
      where: ['trust/determinism/orders'],
      seenToFail: 'la regola su quale versione di un flusso vale: due esiti invece di uno',
    },
  },
  {
    id: 'R29',
    tries: 'importazioni e annullamenti di 8 file in 300 sequenze a caso',
    target: 'il registro dei soli file rimasti, impronta per impronta',
    proof: {
      where: ['trust/determinism/undo'],
      seenToFail: 'la riconciliazione di ciò che un annullamento tocca: impronta diversa',
    },
  },
  {
    id: 'R33',
    tries: '20 prove con i file mescolati, in 5 fusi orari e lingue',
    target: 'le stesse risposte, parola per parola',
    proof: {
      where: ['trust/determinism/zones'],
      seenToFail:
        'il giorno di un istante reso con il fuso del computer: pagamenti, cruscotto e verifica diversi',
    },
  },
  {
    id: 'R34',
    tries: 'centesimi dei file, del registro, dei rapporti e del cruscotto in 10.000 uffici a caso',
    target: '0 centesimi di differenza',
    proof: {
      where: ['properties/cents'],
      seenToFail: 'un centesimo per riga tolto dal totale del rapporto: visto da due prove',
    },
  },
  {
    id: 'R43',
    tries: 'la cartella per il tesoriere riletta da due altri programmi',
    target: 'totali al centesimo, zeri degli IUV, date uguali',
    proof: {
      where: ['scenarios/tesoriere', 'libreoffice/recalculated'],
      seenToFail: 'gli IUV scritti come numeri: la cella non è più testo e lo zero iniziale è perso',
    },
  },
];
