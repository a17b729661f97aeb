import type { Dot, Dots, Status } from '../domain/verdict.ts';

export const dotNames = {
  pagamento: 'Pagato',
  rendicontazione: 'Rendicontato',
  riconciliazione: 'Riconciliato',
} as const satisfies Record<keyof Dots, string>;

/** In the order in which they are always shown. */
export const dotOrder = ['pagamento', 'rendicontazione', 'riconciliazione'] as const;

const answers: Readonly<Record<Dot, string>> = {
  yes: 'sì',
  waiting: 'non ancora',
  warning: 'da controllare',
  problem: 'no',
  none: 'non si applica',
};

/** The answer of one dot, alone: `non ancora`. */
export const sayAnswer = (dot: Dot): string => answers[dot];

/** What one dot says: `Rendicontato: non ancora`. */
export function sayDot(which: keyof Dots, dot: Dot): string {
  return `${dotNames[which]}: ${answers[dot]}`;
}

/** What the three dots say, for who cannot see them. */
export function sayDots(dots: Dots): string {
  return dotOrder.map((which) => sayDot(which, dots[which])).join(', ');
}

/** What a status means for the clerk, and what to do. */
export interface StatusMeaning {
  readonly means: string;
  readonly next: string;
}

export const statusMeanings: Readonly<Record<Status, StatusMeaning>> = {
  'not-ours': {
    means: 'La ricevuta paga solo altri enti, o una marca da bollo: per noi non c’è nulla da incassare.',
    next: 'Nulla.',
  },
  'other-partner': {
    means: 'Lo IUV, o il flusso, è di un altro Partner Tecnologico: lo segue il suo programma.',
    next: 'Nulla. Se invece è nostro, correggere i codici nelle impostazioni.',
  },
  'not-paid': {
    means: 'La ricevuta dice che il pagamento non è andato a buon fine: non arriverà denaro.',
    next: 'Nulla. Il cittadino può pagare di nuovo lo stesso avviso.',
  },
  revoked: {
    means: 'Il PSP ha revocato il pagamento dopo averlo comunicato: il denaro non arriva, o torna indietro.',
    next: 'Riaprire la posizione del cittadino e avvisare il servizio.',
  },
  'double-payment': {
    means: 'Lo stesso avviso risulta pagato, o rendicontato, due volte.',
    next: 'Confrontare i due pagamenti: se sono davvero due, disporre il rimborso di uno.',
  },
  'flow-anomalous': {
    means: 'Il flusso che elenca il pagamento non torna: righe o totale sono diversi da quanto dichiara.',
    next: 'Chiedere al PSP, tramite il Partner Tecnologico, il flusso corretto e importarlo.',
  },
  'paid-without-receipt': {
    means: 'Il PSP ha incassato senza emettere la ricevuta (esito 8 o 9): il denaro è comunque dovuto.',
    next: 'Chiedere la ricevuta al Partner Tecnologico; intanto registrare il pagamento dal flusso.',
  },
  'receipt-missing': {
    means: 'Il flusso elenca il pagamento, ma la sua ricevuta non è stata importata.',
    next: 'Scaricare la ricevuta dal Partner Tecnologico e importarla.',
  },
  'reported-amount-differs': {
    means: 'Il flusso riporta un importo diverso da quello della ricevuta.',
    next: 'Chiedere al PSP, tramite il Partner Tecnologico, quale dei due è giusto.',
  },
  'not-reported': {
    means: 'Il cittadino ha pagato, ma dopo due giorni lavorativi nessun flusso elenca il pagamento.',
    next: 'Scaricare i flussi più recenti e importarli; se manca ancora, chiedere al PSP.',
  },
  'settlement-missing': {
    means: 'Il flusso c’è, ma dopo due giorni lavorativi nessun provvisorio porta il suo denaro.',
    next: 'Importare il giornale di cassa più recente; cercare fra i provvisori da chiarire, poi chiedere al PSP.',
  },
  'over-settled': {
    means: 'I provvisori che nominano il flusso superano il suo totale.',
    next: 'Cercare un accredito doppio o uno storno non ancora arrivato.',
  },
  'partly-settled': {
    means: 'È arrivata solo una parte del denaro del flusso.',
    next: 'Cercare il resto fra i provvisori da chiarire, o attendere il prossimo giornale.',
  },
  'awaiting-report': {
    means: 'Il cittadino ha pagato da poco: il flusso può ancora arrivare.',
    next: 'Nulla, per ora.',
  },
  'awaiting-settlement': {
    means: 'Il flusso è arrivato da poco: il denaro può ancora arrivare.',
    next: 'Nulla, per ora.',
  },
  'settled-singly': {
    means: 'Il PSP ha versato questo pagamento da solo: il provvisorio porta lo IUV, il flusso non è dovuto.',
    next: 'Nulla.',
  },
  complete: {
    means: 'Ricevuta, flusso e denaro ci sono e vanno d’accordo al centesimo.',
    next: 'Nulla.',
  },
};
