import type { Settlement } from '../../domain/message/state.ts';

/** Why a person has to decide, and how one can find out. */
export const uncertainExplained: readonly string[] = [
  'Questi messaggi sono partiti, ma nessuna risposta dice se IO li ha presi: possono essere arrivati oppure no, e IO non offre modo di chiederlo. Lo sanno il cittadino, guardando il suo telefono, e l’assistenza di IO, a cui si danno codice fiscale, servizio e minuto dell’invio.',
  'Per un avviso di pagamento un doppione non può far pagare due volte: i due messaggi portano lo stesso avviso, e un avviso pagato non si paga più.',
];

interface Words {
  /** What follows from it. */
  readonly consequence: string;
  readonly noteLabel: string;
  readonly confirm: string;
  readonly done: string;
}

/** Said before a notice of payment is sent once more. */
export const paidOnce =
  'Un avviso pagato non si paga più: due messaggi con lo stesso avviso non possono far pagare due volte.';

export const settlementDialogs: Readonly<Record<Settlement, Words>> = {
  inviato: {
    consequence:
      'Il messaggio conta come inviato e non parte più. Se invece non era arrivato, il cittadino non riceve niente da IO.',
    noteLabel: 'Come lo si è saputo (facoltativo)',
    confirm: 'Considera inviato',
    done: 'Considerato inviato: non parte più.',
  },
  reinvia: {
    consequence:
      'Il messaggio torna in coda e parte un’altra volta. Se il primo era arrivato, il cittadino ne riceve due uguali.',
    noteLabel: 'Perché lo si reinvia',
    confirm: 'Rimetti in coda',
    done: 'Rimesso in coda: parte con il prossimo invio.',
  },
  'altro-canale': {
    consequence:
      'Il messaggio non parte più con IO: il cittadino va avvisato per altra via, per esempio con una lettera.',
    noteLabel: 'Come lo si avvisa (facoltativo)',
    confirm: 'Usa un altro canale',
    done: 'Annullato qui: il cittadino va avvisato per altra via.',
  },
};
