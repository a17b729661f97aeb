import type { Output } from '../../../../shared/contract/api.ts';
import { sayMoment } from '../../../../shared/wording/figures.ts';

/** What the assistance of IO needs to look a message up, as a text to paste. */
export function assistanceText(told: {
  readonly message: Output<'outbox.messages'>['rows'][number];
  /** When the request left, ISO. */
  readonly leftAt: string;
  readonly httpCode: number | null;
  readonly ente: { readonly denominazione: string; readonly codiceFiscale: string } | null;
  readonly service: string;
}): string {
  const { message, leftAt, httpCode, ente, service } = told;
  return [
    'Chiediamo se questo messaggio, inviato con le API di IO, risulta ricevuto: la risposta non è arrivata.',
    ...(ente === null ? [] : [`Ente: ${ente.denominazione}, codice fiscale ${ente.codiceFiscale}`]),
    `Servizio: ${service}`,
    `Codice fiscale del destinatario: ${message.fiscalCode}`,
    `Momento dell’invio: ${sayMoment(leftAt)} (ora italiana), ${leftAt}`,
    ...(message.noticeNumber === null ? [] : [`Numero avviso pagoPA: ${message.noticeNumber}`]),
    `Risposta: ${httpCode === null ? 'nessuna' : `codice HTTP ${httpCode}`}`,
  ].join('\n');
}
