import type { Output } from '../../contract/api.ts';
import type { Unreachable } from '../../domain/message/answer.ts';
import { sayUnreachable } from './answers.ts';
import { refusedServices } from './reasons.ts';

/** What IO says of a key that was tried; nothing was sent. */
export function sayKeyTest({ outcome, why }: Output<'keys.test'>): string {
  switch (outcome) {
    case 'allowed':
      return 'La chiave funziona: IO ha risposto, e a questa persona si può scrivere.';
    case 'not-enrolled':
      return 'La chiave funziona: IO ha risposto. Questa persona non usa IO, e non riceverebbe messaggi.';
    case 'service-disabled':
      return 'La chiave funziona: IO ha risposto. Questa persona non vuole messaggi da questo servizio.';
    case 'data-error':
      return 'IO non accetta questo codice fiscale: della chiave non si sa ancora. Correggerlo e riprovare.';
    case 'limited':
      return 'IO ha ricevuto troppe chiamate dall’ente: riprovare fra un minuto.';
    case 'refused':
      return refusals[why ?? ''] ?? refusedServices.other;
    case 'not-sent':
      return isUnreachable(why) ? sayUnreachable(why) : sayUnreachable('connection');
    case 'no-answer':
      return 'IO non ha dato una risposta che si capisca: riprovare fra poco. Della chiave non si sa ancora.';
  }
}

const refusals: Readonly<Record<string, string | undefined>> = refusedServices;

const unreachable: Readonly<Record<Unreachable, true>> = {
  dns: true,
  connection: true,
  certificate: true,
  proxy: true,
  portal: true,
};

function isUnreachable(why: string | null): why is Unreachable {
  return why !== null && why in unreachable;
}
