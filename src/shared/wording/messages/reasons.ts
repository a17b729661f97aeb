import type { RefusedService, WhyUncertain } from '../../domain/message/answer.ts';
import type { MessageReason, QueueHold } from '../../domain/message/reason.ts';
import { euro, italianDay, sayMoment } from '../figures.ts';
import { say, type Sentences } from '../say.ts';
import { sayField, sayWhatFieldMustBe } from './fields.ts';

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
  // What the service says of it is English, and for whoever looks into the attempts.
  invalid: ({ field }) => sayInvalid(field),
  'over-cap': ({ cap }) => sayOverCap(cap),
  'recipient-forbidden': () =>
    'Il servizio su IO può scrivere solo ad alcuni destinatari, e questo cittadino non è fra loro: avvisarlo per altra via, o far togliere il limite nell’Area Riservata.',
  'service-refused': ({ why }) => refusedServices[why],
  'server-errors': () =>
    'IO ha risposto più volte con un errore suo: il messaggio aspetta che qualcuno faccia riprendere la coda.',
  'campaign-paused': () => 'La campagna è in pausa.',
  'queue-held': ({ why }) => queueHoldSentences[why],
  uncertain: ({ why, at }) =>
    `${uncertainties[why]} (${sayMoment(at)}). Può essere arrivato oppure no: il programma non lo invia di nuovo da sé, decide una persona.`,
  'already-known': ({ campaign }) => `È già nella campagna ${campaign}: non si scrive due volte.`,
  'written-elsewhere': ({ at }) =>
    `È già partito il ${sayMoment(at)}, da un’altra copia di questo registro: non si scrive due volte.`,
};

function sayInvalid(field: string | null): string {
  const mustBe = sayWhatFieldMustBe(field ?? '');
  const what = `${sayField(field ?? '')}${mustBe === null ? '' : `: ${mustBe}`}`;
  return `IO non accetta ${what}. Non è partito nulla: correggere l’elenco o il modello, e preparare di nuovo la riga.`;
}

function sayOverCap(cap: number | null): string {
  const most = cap === null ? '' : `, ${euro(cap)}`;
  const next =
    cap === 0
      ? 'il servizio è ancora una bozza, e va fatto approvare nell’Area Riservata.'
      : 'proporre le rate, o chiedere a PagoPA di alzarlo.';
  return `L’importo supera il massimo del servizio su IO${most}: ${next}`;
}

const inQueue = 'Non è partito nulla, e i suoi messaggi restano in coda.';
const defect = 'È un difetto: comunicarlo a chi cura il programma.';

/** Why nothing of a service is sent, and what to do. */
export const refusedServices: Readonly<Record<RefusedService, string>> = {
  key: `La chiave del servizio non è valida: è sbagliata, è stata rigenerata o revocata. ${inQueue} Incollare quella attuale in Servizi e chiavi: ripartono da soli.`,
  address: `IO non ammette le chiamate di questo servizio da qui: l’indirizzo di rete dell’ufficio non è fra quelli autorizzati, o alla chiave mancano i permessi. ${inQueue} Far aggiornare gli indirizzi nell’Area Riservata.`,
  payee: `IO non permette a questo servizio di indicare il beneficiario del pagamento. ${inQueue} ${defect}`,
  premium: `IO chiede per questo messaggio il contratto Premium, che l’ente non ha. ${inQueue} ${defect}`,
  'remote-content': `IO non trova la configurazione dei contenuti remoti. ${inQueue} ${defect}`,
  other: `IO non accetta le chiamate di questo servizio, o qualcosa sulla rete le ferma. ${inQueue} Controllare il servizio nell’Area Riservata, poi far riprendere la coda.`,
};

export const queueHoldSentences: Readonly<Record<QueueHold, string>> = {
  restored:
    'Questo registro è stato ripristinato da una copia: alcuni messaggi erano partiti dopo, e sono stati riconosciuti. Guardare la coda e confermarla; fino ad allora non parte niente.',
  'other-machine':
    'Gli ultimi messaggi sono partiti da un altro computer. Assicurarsi che là non si invii più, poi confermare la coda; fino ad allora non parte niente.',
};

const uncertainties: Readonly<Record<WhyUncertain, string>> = {
  timeout: 'IO non ha risposto in tempo',
  cut: 'Il collegamento è caduto dopo che il messaggio era partito',
  'gateway-error': 'IO ha risposto con un guasto che non dice se ha preso in carico il messaggio',
  'strange-answer':
    'È arrivata una risposta che non è di IO: forse un proxy o una pagina di accesso alla rete',
  'program-ended': 'Il programma si è chiuso mentre il messaggio partiva',
};
