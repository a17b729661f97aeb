import type { Claim } from '../claim.ts';

export const together: readonly Claim[] = [
  {
    id: 'R12',
    tries: 'una finestra e due altri programmi sullo stesso registro, 1.000 operazioni mescolate',
    target: '0 «occupato» mostrati sotto i 5 secondi; la stessa impronta che una dopo l’altra',
    proof: {
      where: ['trust/together/together'],
      seenToFail: 'l’attesa di 5 secondi quando un altro scrive: 6 operazioni respinte',
    },
  },
  {
    id: 'R21',
    tries: 'l’orologio avanti e indietro di anni e di un’ora, cambi d’ora, 29 febbraio, fine anno',
    target: 'l’ordine è quello degli atti, la stessa impronta',
    proof: {
      where: ['trust/together/clock'],
      seenToFail: 'la storia delle importazioni messa in ordine di orologio: ordine diverso',
    },
  },
  {
    id: 'R40',
    tries: '1.000 importazioni in 30 giorni senza mai chiudere',
    target: 'log al più 64 MB, memoria al più × 1,1, file al più 1,3 volte quello compattato',
    proof: {
      where: ['trust/together/soak'],
      seenToFail: 'il riversamento del log nel file: 8 MB già dopo 40 importazioni',
    },
  },
];
