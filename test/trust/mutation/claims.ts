import type { Claim } from '../claim.ts';

export const mutation: readonly Claim[] = [
  {
    id: 'R48',
    tries:
      'piccoli errori messi apposta nei calcoli (importi, giorni, IUV, causali, verdetti, riconciliazione, messaggi) e notati dalle prove',
    target:
      'almeno l’85 % notato, in ogni cartella; i rimasti elencati, uno per uno, o detti uguali con la loro ragione',
    proof: {
      where: ['trust/mutation/mutation'],
      seenToFail:
        'tolte le prove degli istanti (fuso orario, ora legale) dal loro file: notati 99 errori su 120, 82,5 %, e la prova fallisce con l’elenco di quelli rimasti',
    },
  },
];
