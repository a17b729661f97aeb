import type { Claim } from '../claim.ts';

export const parser: readonly Claim[] = [
  {
    id: 'R22',
    tries: 'un file XML di 2 GB (tre milioni di pagamenti)',
    target:
      'memoria ≤ 300 MB oltre quella del programma fermo, ciclo p99 ≤ 50 ms, avanzamento ogni ≤ 250 ms, stima ± 25 % dopo il 20 %, annullamento ≤ 500 ms',
    proof: {
      where: ['trust/parser/large'],
      seenToFail: 'Tolto lo sguardo al segnale di annullamento: l’importazione non si fermava.',
    },
  },
  {
    id: 'R36',
    tries:
      'il lettore di un file esaurisce la memoria, si blocca, si rompe o non parte; 5.000 file storpiati per ogni formato',
    target:
      'la finestra resta viva, quel file è rifiutato con il suo motivo, gli altri sono importati; nessun errore, nessun giro a vuoto',
    proof: {
      where: ['trust/parser/readers', 'trust/parser/fuzz', 'trust/parser/plain-xml'],
      seenToFail:
        'Tolta la sorveglianza dei passi: il test «ciclo» scadeva. Tolto il ritorno indietro del file perso: il registro era diverso. In un programma a parte, con il solo limite di memoria del thread (512 MB): V8 chiudeva tutto il programma con una mappa o un elenco che crescono. Tolto al lettore veloce di XML lo sguardo a «]]>» nel testo: leggeva ciò che saxes rifiuta. Tolto a saxes il silenzio su ciò che era già detto: lo diceva due volte.',
    },
  },
];
