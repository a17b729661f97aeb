import type { SubmitAnswer } from '../../domain/message/answer.ts';

type Outcome = SubmitAnswer['outcome'] | 'none';

/** What one request came to, in few words; null is one of which nothing more is known. */
export function sayAttempt(outcome: string | null): string {
  if (outcome === null) return 'Senza esito';
  return outcomes[outcome] ?? outcome;
}

const labels: Readonly<Record<Outcome, string>> = {
  accepted: 'Preso in carico da IO',
  none: 'Non partito',
  'not-sent': 'Non partito',
  limited: 'Troppe chiamate: IO chiede di attendere',
  'server-error': 'Guasto di IO: niente preso in carico',
  'data-error': 'Dati rifiutati da IO',
  refused: 'Servizio rifiutato da IO',
  'recipient-forbidden': 'Destinatario non ammesso',
  uncertain: 'Esito incerto',
};
/** What is kept may be of a newer program. */
const outcomes: Readonly<Record<string, string | undefined>> = labels;

/** How far a request came that nobody answered clearly. */
export function sayPhase(httpCode: number | null, endedAt: string | null): string {
  if (endedAt === null) return 'la richiesta è partita; il programma si è chiuso prima della risposta';
  return httpCode === null
    ? 'la richiesta è stata consegnata alla rete; nessuna risposta'
    : `la richiesta è arrivata; è tornato il codice HTTP ${httpCode}`;
}
