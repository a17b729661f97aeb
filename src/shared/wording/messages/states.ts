import type { MessageState, Settlement } from '../../domain/message/state.ts';

export const messageStateLabels: Readonly<Record<MessageState, string>> = {
  draft: 'Bozza',
  queued: 'In coda',
  sending: 'In invio',
  accepted: 'In lavorazione presso IO',
  delivered: 'Consegnato',
  undeliverable: 'Non recapitabile',
  failed: 'Non riuscito (IO)',
  'not-enrolled': 'Non iscritto a IO',
  'service-disabled': 'Servizio disattivato dal cittadino',
  'data-error': 'Errore nei dati',
  paused: 'In pausa',
  cancelled: 'Annullato',
  uncertain: 'Esito incerto',
};

/** What a state means, and what there is to do. */
export const messageStateMeanings: Readonly<Record<MessageState, string>> = {
  draft: 'Preparato e non ancora confermato: non parte.',
  queued: 'Confermato: partirà quando tocca a lui.',
  sending: 'La richiesta sta viaggiando verso IO in questo momento.',
  accepted: 'IO lo ha preso in carico; l’esito arriva di solito in pochi minuti.',
  delivered: 'È nella casella del cittadino nell’app IO.',
  undeliverable:
    'IO non lo ha potuto consegnare: il cittadino si è disiscritto nel frattempo. È nell’elenco per la carta.',
  failed: 'IO ha provato più volte senza riuscirci: il cittadino non lo vede. È nell’elenco per la carta.',
  'not-enrolled': 'Il cittadino non usa IO, o ha spento la casella. È nell’elenco per la carta.',
  'service-disabled': 'Il cittadino ha scelto di non ricevere questo servizio. È nell’elenco per la carta.',
  'data-error': 'IO ha rifiutato i dati di questa riga: correggerli nell’elenco e prepararla di nuovo.',
  paused: 'Aspetta che qualcuno sistemi ciò che lo trattiene; niente è andato perso.',
  cancelled: 'Non parte più.',
  uncertain: 'È partito ma nessuno sa se è arrivato: IO non permette di chiederlo. Decide una persona.',
};

export const settlementLabels: Readonly<Record<Settlement, string>> = {
  inviato: 'Considera inviato',
  reinvia: 'Reinvia, accettando il possibile doppione',
  'altro-canale': 'Usa un altro canale',
};
