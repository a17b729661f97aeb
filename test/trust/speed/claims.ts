import type { Claim } from '../claim.ts';

export const speed: readonly Claim[] = [
  {
    id: 'R41',
    tries: 'un anno di 100.000 pagamenti: aprire, cercare, scorrere, esportare',
    target: 'prima schermata utile ≤ 1,5 s, ricerca ≤ 200 ms per 95 volte su 100, il foglio Excel ≤ 5 s',
    proof: {
      notHere:
        'una velocità vale solo su un computer che non fa altro, e non c’è una difesa da togliere: e2e/speed.spec.ts prova prima schermata, interruzione e ricerca su 100.000 pagamenti e accetta al più il doppio; «npm run bench» misura il resto, fino a tre milioni di pagamenti nella finestra (docs/prestazioni.md)',
    },
  },
];
