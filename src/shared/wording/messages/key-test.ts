import type { Output } from '../../contract/api.ts';
import { unreachable } from './blocks.ts';
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
      return ways[why ?? ''] ?? unreachable.connection;
    case 'no-answer':
      return 'IO non ha dato una risposta che si capisca: riprovare fra poco. Della chiave non si sa ancora.';
  }
}

const ways: Readonly<Record<string, string | undefined>> = unreachable;
const refusals: Readonly<Record<string, string | undefined>> = refusedServices;
