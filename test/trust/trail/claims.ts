import type { Claim } from '../claim.ts';

export const trail: readonly Claim[] = [
  {
    id: 'R30',
    tries: 'annullamento di carte da cui qualcosa è già uscito: file, consumatori, messaggi ai cittadini',
    target: 'fermato con l’elenco di ciò che è uscito; va avanti solo con una conferma, e resta scritto',
    proof: {
      where: ['trust/trail/left'],
      seenToFail:
        'Tolto il rifiuto (prima e dentro la transazione), gli annullamenti passavano senza chiedere: «ok: true» al posto di «already-left».',
    },
  },
  {
    id: 'R31',
    tries:
      'modifiche, cancellazioni, aggiunte, scambi e tagli a caso nel registro delle operazioni, con i divieti tolti e anche rifacendo tutte le impronte; copie ripristinate; dal pagamento al file',
    target: 'tutte viste (200), la catena continua dopo un ripristino, file e riga in al più 2 clic',
    proof: {
      where: ['trust/trail/runs', 'trust/trail/chain', 'trust/trail/told', 'e2e/journey.spec.ts'],
      seenToFail:
        'Tolto il confronto dell’impronta di ogni voce, una parola cambiata non si vedeva più; tolta l’annotazione del taglio all’apertura, le ultime voci cancellate non si vedevano più.',
    },
  },
  {
    id: 'R32',
    tries:
      'lo stesso pagamento con importo, giorno o codice fiscale diversi in due carte, in un ordine e nell’altro',
    target: 'nessuna sovrascritta, tutte mostrate nella scheda, pagamento segnalato',
    proof: {
      where: ['trust/trail/discordant'],
      seenToFail:
        'Tolto il confronto di giorno e codice fiscale, i pagamenti con ricevute discordi non erano più segnalati.',
    },
  },
];
