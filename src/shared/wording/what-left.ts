import type { WhatLeft } from '../domain/what-left.ts';
import { italianDay, many, sayMoment } from './figures.ts';

/** What already left, line by line: for who is about to take papers back. */
export function sayWhatLeft({
  files,
  fileCount,
  consumers,
  programs,
  messages,
  sent,
}: WhatLeft): readonly string[] {
  const unnamed = fileCount - files.length;
  return [
    ...files.map(
      ({ name, at, rows, consumer }) =>
        `File «${name}»${consumer === null ? '' : ` per ${consumer}`}, il ${sayMoment(at)}: ${many(rows, 'riga', 'righe')}.`,
    ),
    ...(unnamed > 0 ? [`E altri ${unnamed} file, più vecchi.`] : []),
    ...consumers.map(
      ({ name, export: what, at }) =>
        `${name} ha ricevuto «${what}» il ${sayMoment(at)}: al prossimo giro gli si dirà che cosa è cambiato.`,
    ),
    ...programs.map(
      ({ name, lastUsedOn }) =>
        `Il programma «${name}» ha letto il registro, l’ultima volta il ${italianDay(lastUsedOn)}.`,
    ),
    ...(messages > 0
      ? [
          `${many(messages, 'messaggio ai cittadini è partito, o può essere partito,', 'messaggi ai cittadini sono partiti, o possono essere partiti,')} per avvisi che stanno in queste carte: un messaggio non si richiama.`,
        ]
      : []),
    ...(sent > 0
      ? [
          `${many(sent, 'provvisorio è stato passato', 'provvisori sono stati passati')} alla ragioneria per la regolarizzazione.`,
        ]
      : []),
  ];
}
