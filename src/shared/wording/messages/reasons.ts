import type { RefusedService, WhyUncertain } from '../../domain/message/answer.ts';
import type { MessageReason, QueueHold } from '../../domain/message/reason.ts';
import { euro, italianDay, sayMoment } from '../figures.ts';
import { say, type Sentences } from '../say.ts';

/** Why a message stands where it stands, in one sentence. */
export function sayReason(reason: MessageReason): string {
  return say(reasons, reason);
}

const reasons: Sentences<MessageReason> = {
  'already-paid': ({ paidOn }) =>
    paidOn === null ? 'Già pagato: non viene chiesto di nuovo.' : `Già pagato il ${italianDay(paidOn)}.`,
  'paid-elsewhere': ({ list, paidOn }) =>
    `Già pagato con un altro mezzo${paidOn === null ? '' : ` il ${italianDay(paidOn)}`}, secondo l’elenco «${list}».`,
  'position-cancelled': () => 'La posizione debitoria è stata annullata da chi l’aveva emessa.',
  'part-paid': () => 'Questa parte del debito è già stata pagata con un altro avviso.',
  'unica-paid': () => 'È stata pagata la rata unica: le rate non si chiedono più.',
  'rata-paid': () => 'È stata pagata una rata: la rata unica non si chiede più.',
  'both-paid': () =>
    'Sono state pagate sia la rata unica sia una rata: c’è probabilmente da rimborsare, e non si chiede altro.',
  'due-passed': ({ dueDay }) => `La scadenza del ${italianDay(dueDay)} è passata mentre aspettava.`,
  'turn-over': ({ notAfter }) =>
    `Andava inviato entro il ${italianDay(notAfter)}: adesso si chiede la parte successiva dello stesso debito.`,
  withdrawn: () => 'Ritirato dall’ufficio prima dell’invio.',
  'not-a-test-user': () =>
    'È attiva la modalità di prova: si scrive solo agli utenti di prova, e solo messaggi di prova.',
  'other-channel': () => 'Il cittadino è stato avvisato con un altro canale.',
  'settled-as-sent': () => 'Considerato inviato da una persona.',
  'not-composable': ({ complaints: [first = ''] }) =>
    first === '' ? 'Con questi dati il modello non fa un messaggio.' : first,
  invalid: ({ field, detail }) =>
    `Dato non valido${field === null ? '' : ` (${columnOf(field)})`}: ${detail}`,
  'over-cap': ({ cap }) =>
    `L’importo supera il massimo del servizio su IO${cap === null ? '' : `, ${euro(cap)}`}: proporre le rate, o chiedere a PagoPA di alzarlo.`,
  'recipient-forbidden': () =>
    'Il servizio su IO può scrivere solo ad alcuni destinatari, e questo non è fra loro: verificarlo nel back-office.',
  'service-refused': ({ why }) => refusedServices[why],
  'server-errors': () =>
    'IO ha risposto più volte con un errore suo: il messaggio aspetta che qualcuno faccia riprendere la coda.',
  'campaign-paused': () => 'La campagna è in pausa.',
  'queue-held': ({ why }) => queueHoldSentences[why],
  uncertain: ({ why, at }) => `${uncertainties[why]} (${sayMoment(at)}).`,
  'already-known': ({ campaign }) => `È già nella campagna ${campaign}: non si scrive due volte.`,
  'written-elsewhere': ({ at }) =>
    `È già partito il ${sayMoment(at)}, da un’altra copia di questo registro: non si scrive due volte.`,
};

/** Why nothing of a service is sent, and what to do. */
export const refusedServices: Readonly<Record<RefusedService, string>> = {
  key: 'Chiave non valida: è stata cambiata o revocata. Incollare quella nuova; i messaggi ripartono da soli.',
  address:
    'IO non accetta richieste da questo indirizzo di rete: togliere o aggiornare gli indirizzi autorizzati del servizio nel back-office.',
  payee:
    'IO ha rifiutato l’intestatario dell’avviso: questo ente non può indicarlo. Segnalarlo a chi mantiene il programma.',
  premium:
    'IO ha chiesto un contratto Premium per questo messaggio: il servizio va verificato nel back-office.',
  'remote-content': 'IO ha rifiutato un contenuto remoto: il servizio va verificato nel back-office.',
  other:
    'IO ha rifiutato le richieste di questo servizio: verificarlo nel back-office, poi far riprendere la coda.',
};

export const queueHoldSentences: Readonly<Record<QueueHold, string>> = {
  restored:
    'Questo registro è stato ripristinato da una copia: alcuni messaggi erano partiti dopo, e sono stati riconosciuti. Guardare la coda e confermarla; fino ad allora non parte niente.',
  'other-machine':
    'Gli ultimi messaggi sono partiti da un altro computer. Assicurarsi che là non si invii più, poi confermare la coda; fino ad allora non parte niente.',
};

const uncertainties: Readonly<Record<WhyUncertain, string>> = {
  timeout: 'IO non ha risposto in tempo',
  cut: 'Il collegamento è caduto dopo l’invio',
  'gateway-error': 'IO ha risposto con un errore che non dice se ha preso il messaggio',
  'strange-answer': 'La risposta non era di IO: forse un proxy o una pagina di accesso alla rete',
  'program-ended': 'Il programma si è chiuso durante l’invio',
};

/** The field of a request as the clerk knows it. */
function columnOf(field: string): string {
  const last = field.split('.').at(-1) ?? field;
  return columns[last] ?? last;
}

const columns: Readonly<Partial<Record<string, string>>> = {
  fiscal_code: 'codice fiscale',
  subject: 'oggetto',
  markdown: 'testo',
  due_date: 'scadenza',
  amount: 'importo',
  notice_number: 'numero avviso',
};
