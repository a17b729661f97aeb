import type { QueueStanding } from '../../domain/message/queue-standing.ts';
import type { RunBlock } from '../../domain/message/run-block.ts';
import { many, sayMoment } from '../figures.ts';
import { say, type Sentences } from '../say.ts';
import { sayBlock } from './blocks.ts';
import { queueHoldSentences } from './reasons.ts';

export const queueTitles: Readonly<Record<QueueStanding['code'], string>> = {
  held: 'La coda è trattenuta',
  sending: 'In invio',
  waiting: 'In attesa',
  watching: 'Tutto inviato',
  stopped: 'La coda è ferma',
  empty: 'La coda è vuota',
};

/** How the queue stands, in a sentence or two. `pace`: messages per second; `now`: ms since 1970. */
export function sayQueue(standing: QueueStanding, pace: number, now: number): string {
  const rate = `${pace.toLocaleString('it-IT')} al secondo`;
  const sentences: Sentences<QueueStanding> = {
    held: ({ why }) => queueHoldSentences[why],
    sending: ({ left, secondsLeft }) =>
      left === 0
        ? 'L’ultimo messaggio sta partendo.'
        : `${rate}: ${left === 1 ? 'manca' : 'mancano'} ${messages(left)}, fine prevista ${sayClock(now + secondsLeft * 1_000, now)}.`,
    waiting: ({ left, until, why }) =>
      [
        ...(left === 0
          ? []
          : [
              `${left === 1 ? 'Aspetta' : 'Aspettano'} ${messages(left)}${until === null ? ': si riprende da soli quando si può' : `, fino ${sayClock(Date.parse(until), now)}: poi si riprende da soli`}.`,
            ]),
        ...sayWhy(why, until !== null),
      ].join(' '),
    watching: ({ later, accepted }) =>
      [
        'Non c’è altro che possa partire adesso.',
        ...(accepted === 0
          ? []
          : [`Di ${messages(accepted)} IO non ha ancora detto l’esito: lo si chiede da soli.`]),
        ...sayLater(later),
      ].join(' '),
    stopped: ({ left, secondsLeft, why }) =>
      [
        ...(left === 0
          ? []
          : [
              `${left === 1 ? 'Aspetta' : 'Aspettano'} ${messages(left)}: a ${rate}, partendo adesso, si finisce ${sayClock(now + secondsLeft * 1_000, now)}.`,
            ]),
        ...(why === null ? [] : [sayBlock(why)]),
      ].join(' '),
    empty: ({ later }) => ['Nessun messaggio aspetta di partire oggi.', ...sayLater(later)].join(' '),
  };
  return say(sentences, standing);
}

/** Until when was told already: only of the night one wants to know that it is the night. */
function sayWhy(why: RunBlock | null, isTold: boolean): readonly string[] {
  if (why === null || (isTold && why.code === 'retry-later')) return [];
  return [isTold && why.code === 'quiet-hours' ? 'Adesso è fuori dall’orario di invio.' : sayBlock(why)];
}

const messages = (count: number): string => many(count, 'messaggio', 'messaggi');

function sayLater(later: number): readonly string[] {
  if (later === 0) return [];
  return [
    `${many(later, 'messaggio aspetta', 'messaggi aspettano')} il giorno giusto: al suo momento ${later === 1 ? 'parte' : 'partono'} con la coda avviata.`,
  ];
}

/** `alle 10:42` of the same day, else with the day: `al 01/12/2026 alle 08:30`. */
function sayClock(at: number, now: number): string {
  const moment = sayMoment(new Date(at).toISOString());
  const [day, clock = ''] = moment.split(' alle ');
  return sayMoment(new Date(now).toISOString()).startsWith(String(day)) ? `alle ${clock}` : `al ${moment}`;
}

/** The clocks of this computer and of the service are apart; `skewMs`: the service's minus ours. */
export function sayClockApart(skewMs: number): string {
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  return `L’orologio di questo computer è ${skewMs > 0 ? 'indietro' : 'avanti'} di ${many(minutes, 'minuto', 'minuti')} rispetto a IO: regolarlo, perché orari e scadenze dei messaggi ne dipendono.`;
}

export const testModeSentence =
  'Modalità di prova: si scrive solo agli utenti di prova, e ogni oggetto dice che è una prova. Gli altri messaggi in coda non partono.';

/** Of services that have something to send and no key. */
export function sayKeysMissing(services: readonly string[]): string {
  const names = services.map((name) => `«${name}»`).join(', ');
  return services.length === 1
    ? `Manca la chiave del servizio ${names}: i suoi messaggi restano in coda.`
    : `Mancano le chiavi dei servizi ${names}: i loro messaggi restano in coda.`;
}

/** What asking for outcomes came to. */
export function sayFollowed(told: {
  readonly asked: number;
  readonly settled: number;
  readonly otherKey: number;
  readonly left: number;
}): string {
  const { asked, settled, otherKey, left } = told;
  if (asked === 0 && left === 0) return 'Nessun messaggio aspetta un esito.';
  return [
    `Chiesto a IO di ${many(asked, 'messaggio', 'messaggi')}: ${settled === 0 ? 'nessun esito nuovo' : many(settled, 'esito nuovo', 'esiti nuovi')}.`,
    ...(otherKey === 0
      ? []
      : [
          `${many(otherKey, 'messaggio è partito', 'messaggi sono partiti')} con un’altra chiave: per chiederne l’esito serve quella.`,
        ]),
    ...(left === 0
      ? []
      : [`Di ${many(left, 'messaggio', 'messaggi')} non si è potuto chiedere: manca la chiave o la rete.`]),
  ].join(' ');
}
