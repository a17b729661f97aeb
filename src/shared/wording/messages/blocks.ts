import type { Unreachable } from '../../domain/message/answer.ts';
import type { RunBlock } from '../../domain/message/run-block.ts';
import { italianDay, many, sayMoment } from '../figures.ts';
import { say, type Sentences } from '../say.ts';
import { queueHoldSentences } from './reasons.ts';

/** Why the queue does not go on, and what to do. */
export function sayBlock(block: RunBlock): string {
  return say(blocks, block);
}

const blocks: Sentences<RunBlock> = {
  'queue-held': ({ why }) => queueHoldSentences[why],
  'confirmation-old': ({ days }) =>
    `Nella coda ci sono messaggi confermati da più di ${many(days, 'giorno', 'giorni')}: guardarli e far riprendere la coda. Non è partito niente.`,
  'evidence-stale': ({ day, days }) =>
    day === null
      ? 'Non è mai stato importato un flusso: non si può sapere chi ha già pagato. I solleciti non partono finché non si importa, o si conferma di inviarli lo stesso.'
      : `I pagamenti sono noti fino al ${italianDay(day)}${days === null ? '' : `, ${many(days, 'giorno', 'giorni')} fa`}: chi ha pagato dopo riceverebbe il sollecito. Importare i flussi, o confermare di inviare lo stesso.`,
  'key-missing': ({ service }) =>
    `Manca la chiave del servizio «${service}»: incollarla in Servizi e chiavi. I suoi messaggi restano in coda.`,
  'service-refused': ({ service }) =>
    `IO rifiuta il servizio «${service}»: i suoi messaggi sono in pausa. In Servizi e chiavi si legge perché.`,
  'quiet-hours': ({ until }) =>
    until === null
      ? 'Fuori dall’orario di invio: i messaggi restano in coda.'
      : `Fuori dall’orario di invio: i messaggi restano in coda e partono dal ${sayMoment(until)}.`,
  unreachable: ({ why }) => `${unreachable[why]} Non è partito nulla: i messaggi restano in coda.`,
  'service-down': () => 'IO risponde con errori suoi: riprovare più tardi. I messaggi restano in coda.',
  'retry-later': ({ at }) => `Alcuni messaggi si riprovano dal ${sayMoment(at)}: restano in coda.`,
  'uncertain-in-a-row': () =>
    'Tre messaggi di fila hanno un esito incerto: l’invio si è fermato. Controllare la rete e risolvere gli incerti, poi riprendere.',
  'equal-data-errors': () =>
    'Dieci messaggi di fila sono stati rifiutati per lo stesso motivo: probabilmente è il modello. L’invio si è fermato.',
  'clock-wrong': ({ skewMs }) =>
    `L’orologio di questo computer è ${skewMs > 0 ? 'indietro' : 'avanti'} di ${many(Math.round(Math.abs(skewMs) / 3_600_000), 'ora', 'ore')}: solleciti e avvisi di scadenza non partono finché non è giusto.`,
  'sending-elsewhere': () =>
    'Un altro programma su questo computer sta già inviando i messaggi di questo registro.',
  'journal-unwritable': ({ detail }) =>
    `Il diario degli invii non si può scrivere (${detail}): senza, non parte niente. Controllare lo spazio e i permessi del disco.`,
  'ledger-busy': () =>
    'Il registro è occupato da un altro programma: riprovare fra poco. I messaggi restano in coda.',
  stopped: () => 'L’invio è stato fermato: i messaggi restano in coda.',
};

/** Why nothing could be reached. */
export const unreachable: Readonly<Record<Unreachable, string>> = {
  dns: 'La rete non trova l’indirizzo di IO: il collegamento a Internet manca o non funziona.',
  connection:
    'IO non risponde: il collegamento a Internet manca, o un firewall lo impedisce. Se dura, chiedere a chi cura la rete di permettere le connessioni verso api.io.pagopa.it.',
  certificate:
    'Il certificato di chi risponde non è riconosciuto: un antivirus o un proxy guarda dentro le connessioni, o qualcuno si finge IO. Chiedere a chi cura la rete di installare il suo certificato su questo computer, o di escludere api.io.pagopa.it dal controllo.',
  proxy:
    'Il proxy della rete non lascia passare verso IO, o vuole nome utente e password. Chiedere a chi cura la rete di permettere api.io.pagopa.it.',
  portal:
    'Al posto di IO risponde un’altra pagina, come quella di accesso a una rete senza fili: aprire il browser, entrare nella rete e riprovare.',
};
