import type {
  ProfileAnswer,
  RefusedService,
  StatusAnswer,
  SubmitAnswer,
  Unreachable,
  WhyUncertain,
} from '../../domain/message/answer.ts';
import { euro, many } from '../figures.ts';
import { sayField } from './fields.ts';

/** What became of one attempt to send, what was not sent, what to do next. */
export function saySubmitAnswer(answer: SubmitAnswer): string {
  switch (answer.outcome) {
    case 'accepted':
      return `IO ha preso in carico il messaggio (identificativo ${answer.id}). Non è ancora consegnato: il programma chiede da sé che cosa ne è stato.`;
    case 'not-sent':
      return sayUnreachable(answer.why);
    case 'limited':
      return sayLimited(answer.afterSeconds);
    case 'server-error':
      return 'IO ha un guasto e dice di non aver preso in carico il messaggio. Non è partito nulla: il programma riprova da sé, sempre più di rado; dopo cinque tentativi il messaggio resta in pausa.';
    case 'data-error':
      return answer.why === 'over-cap' ? sayOverCap(answer.cap) : sayInvalid(answer.field);
    case 'refused':
      return sayRefused(answer.why);
    case 'recipient-forbidden':
      return 'Questo servizio può scrivere solo ad alcuni destinatari, e questo cittadino non è tra loro. A lui non è partito nulla, gli altri messaggi proseguono: avvisarlo per altra via, o far togliere il limite nell’area riservata di IO.';
    case 'uncertain':
      return sayUncertain(answer.why);
  }
}

/** What is known of a citizen, and what that means for the message. */
export function sayProfileAnswer(answer: ProfileAnswer): string {
  switch (answer.outcome) {
    case 'allowed':
      return 'Il cittadino usa IO e riceve i messaggi di questo servizio.';
    case 'not-enrolled':
      return 'Il cittadino non usa IO, o ha spento tutta la sua posta. Non è partito nulla e non è un errore: avvisarlo per altra via.';
    case 'service-disabled':
      return 'Il cittadino usa IO, ma non vuole messaggi da questo servizio. Non è partito nulla e non è un errore: avvisarlo per altra via.';
    case 'data-error':
      return 'IO non accetta il codice fiscale del destinatario. Non è partito nulla: correggerlo nell’elenco e prepararlo di nuovo.';
    case 'limited':
      return sayLimited(answer.afterSeconds);
    case 'refused':
      return sayRefused(answer.why);
    case 'not-sent':
      return sayUnreachable(answer.why);
    case 'no-answer':
      return 'IO non ha detto se al cittadino si può scrivere. Il messaggio non è partito e resta in coda: il programma lo chiede di nuovo da sé.';
  }
}

/** What IO says of a message that it had taken in. */
export function sayStatusAnswer(answer: StatusAnswer): string {
  switch (answer.outcome) {
    case 'pending':
      return 'IO sta ancora lavorando il messaggio: il programma lo chiede di nuovo da sé. Non va inviato un’altra volta.';
    case 'delivered':
      return 'Il messaggio è nella posta IO del cittadino. Non c’è altro da fare.';
    case 'rejected':
      return 'IO non ha consegnato il messaggio: il cittadino non usa IO, o non vuole messaggi da questo servizio. Non si invia di nuovo: avvisarlo per altra via.';
    case 'failed':
      return 'IO non è riuscito a consegnare il messaggio, e il cittadino non lo vede. Avvisarlo per altra via, o chiedere all’assistenza di IO con l’identificativo del messaggio.';
    case 'not-found':
      return 'IO non conosce ancora questo messaggio. Lo stato non è cambiato: il programma lo chiede di nuovo da sé.';
    case 'other-key':
      return 'Il messaggio è stato inviato con la chiave di un altro servizio, o la chiave è passata a un altro. Lo stato non è cambiato: controllare nelle impostazioni che ogni servizio abbia la sua chiave.';
    case 'limited':
      return sayLimited(answer.afterSeconds);
    case 'refused':
      return sayRefused(answer.why);
    case 'no-answer':
      return 'IO non ha detto a che punto è il messaggio. Lo stato non è cambiato: il programma lo chiede di nuovo da sé.';
  }
}

/** Why a service stands still, and who can put it right. */
export function sayRefused(why: RefusedService): string {
  const paused =
    'Non è partito nulla: i messaggi di questo servizio restano in coda, gli altri servizi proseguono.';
  switch (why) {
    case 'key':
      return `La chiave del servizio non è valida: è sbagliata, è stata rigenerata o revocata. ${paused} Copiare la chiave attuale dall’area riservata di IO e scriverla nelle impostazioni.`;
    case 'address':
      return `IO non ammette le chiamate di questo servizio da qui: l’indirizzo di rete dell’ufficio non è tra quelli indicati per il servizio, o alla chiave mancano i permessi. ${paused} Far aggiornare gli indirizzi nell’area riservata di IO.`;
    case 'payee':
      return `IO non permette a questo servizio di indicare il beneficiario del pagamento. ${paused} È un difetto: comunicarlo a chi cura il programma.`;
    case 'premium':
      return `IO chiede per questo messaggio il contratto Premium, che l’ente non ha. ${paused} È un difetto: comunicarlo a chi cura il programma.`;
    case 'remote-content':
      return `IO non trova la configurazione dei contenuti remoti. ${paused} È un difetto: comunicarlo a chi cura il programma.`;
    case 'other':
      return `IO non accetta le chiamate di questo servizio, o qualcosa sulla rete le ferma. ${paused} Controllare il servizio nell’area riservata di IO e l’indirizzo nelle impostazioni; se è tutto giusto, chiedere all’assistenza di IO.`;
  }
}

/** Why IO could not be reached. */
export function sayUnreachable(why: Unreachable): string {
  const waiting = 'Non è partito nulla: i messaggi restano in coda';
  switch (why) {
    case 'dns':
      return `La rete non trova l’indirizzo di IO: il collegamento a Internet manca o non funziona. ${waiting} e il programma riprova da sé.`;
    case 'connection':
      return `IO non risponde: il collegamento a Internet manca, o un firewall lo impedisce. ${waiting} e il programma riprova da sé. Se dura, chiedere a chi cura la rete di permettere le connessioni verso api.io.pagopa.it.`;
    case 'certificate':
      return `Il certificato di chi risponde non è riconosciuto: un antivirus o un proxy guarda dentro le connessioni, o qualcuno si finge IO. ${waiting} e il programma non riprova da sé. Chiedere a chi cura la rete di installare il suo certificato su questo computer, o di escludere api.io.pagopa.it dal controllo.`;
    case 'proxy':
      return `Il proxy della rete non lascia passare verso IO, o vuole nome utente e password. ${waiting} e il programma riprova da sé. Se dura, chiedere a chi cura la rete di permettere api.io.pagopa.it.`;
    case 'portal':
      return `Al posto di IO risponde un’altra pagina, come quella di accesso a una rete senza fili. ${waiting} e il programma riprova da sé: aprire il browser e accedere alla rete.`;
  }
}

function sayLimited(afterSeconds: number | null): string {
  const wait =
    afterSeconds === null ? '' : ` e chiede di attendere ${many(afterSeconds, 'secondo', 'secondi')}`;
  return `L’ente ha fatto troppe chiamate a IO, contando tutti i suoi servizi e programmi insieme: IO ne rifiuta altre${wait}. Non è partito nulla: il programma attende e riprova da sé, più piano.`;
}

function sayOverCap(cap: number | null): string {
  const most = cap === null ? '' : ` (${euro(cap)})`;
  const next =
    cap === 0
      ? 'Il servizio è ancora una bozza: farlo approvare nell’area riservata di IO.'
      : 'Dividere l’importo in rate, o chiedere nell’area riservata di IO un massimo più alto.';
  return `L’importo supera il massimo che IO ammette per questo servizio${most}. Non è partito nulla, e lo stesso varrà per le altre righe oltre il massimo. ${next}`;
}

function sayInvalid(field: string | null): string {
  const where = field === null ? 'il messaggio' : sayField(field);
  return `IO non accetta ${where}. Non è partito nulla e il programma non riprova da sé: correggere l’elenco o il modello e preparare di nuovo il messaggio.`;
}

function sayUncertain(why: WhyUncertain): string {
  return `${uncertain[why]} Il messaggio può essere arrivato oppure no, e IO non permette di saperlo: il programma non lo invia di nuovo da sé. Decidere se considerarlo inviato, inviarlo di nuovo accettando un possibile doppione, o avvisare il cittadino per altra via. Due messaggi con lo stesso avviso non possono far pagare due volte.`;
}

const uncertain: Readonly<Record<WhyUncertain, string>> = {
  timeout: 'IO non ha risposto in tempo.',
  cut: 'Il collegamento è caduto dopo che il messaggio era partito.',
  'gateway-error': 'IO ha risposto con un guasto che non dice se ha preso in carico il messaggio.',
  'strange-answer': 'È arrivata una risposta che non è di IO, o non si capisce.',
  'program-ended': 'Il programma si è chiuso mentre il messaggio partiva.',
};
