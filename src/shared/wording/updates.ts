import type { ReleaseKind, ReleaseProblem } from '../domain/release.ts';
import type { Sentences } from './say.ts';

/** Why a file does not take the place of the program. */
export const updateSentences: Sentences<ReleaseProblem> = {
  'update-not-ours': ({ name }) =>
    `Il file «${name}» non è una versione di Tre Pallini. Non è cambiato nulla: scegliere il file pubblicato, con il nome che ha («tre-pallini-…»).`,
  'update-unlisted': ({ name, list }) =>
    `${list ? `Il file SHA256SUMS non nomina «${name}»` : `Accanto a «${name}» manca il file SHA256SUMS`}: non si può sapere se è intero. Non è cambiato nulla: prendere tutti e due dalla stessa pubblicazione.`,
  'update-unsigned': ({ name, signature }) =>
    `${signature === 'missing' ? 'Manca la firma (SHA256SUMS.firma)' : 'La firma non è di chi pubblica Tre Pallini'}: di «${name}» non ci si può fidare. Non è cambiato nulla: prenderlo di nuovo dalla pubblicazione, o chiedere a chi cura i computer.`,
  'update-damaged': ({ name }) =>
    `Il file «${name}» è danneggiato: non è quello pubblicato. Non è cambiato nulla: scaricarlo di nuovo.`,
  'update-for-another': ({ name }) =>
    `Il file «${name}» è per un altro tipo di computer. Non è cambiato nulla: prendere quello per questo sistema.`,
  'update-not-newer': ({ version, running }) =>
    version === running
      ? `La versione ${version} è quella che si sta usando. Non è cambiato nulla: non c’è niente da fare.`
      : `La versione ${version} è più vecchia di quella che si sta usando (${running}). Non è cambiato nulla: un programma vecchio potrebbe non aprire questo registro.`,
};

/** What was found out of it, in one sentence. */
export function sayVerified(update: {
  readonly name: string;
  readonly version: string;
  readonly running: string;
  readonly signed: boolean;
}): string {
  const { name, version, running, signed } = update;
  return `«${name}» è la versione ${version} (ora c’è la ${running}), intera${
    signed
      ? ' e firmata da chi la pubblica.'
      : '. Si è confrontata soltanto l’impronta: questo programma non ha una chiave con cui provare chi l’ha pubblicata, quindi vale se viene dal sito giusto.'
  }`;
}

/** The exact next step; the program replaces nothing by itself. */
export function sayNextStep(kind: ReleaseKind, name: string): string {
  return nextSteps[kind](name);
}

/** The folder that opens in a browser and the one with a window of its own are replaced alike. */
const newFolder = (name: string): string =>
  `Ora chiudere Tre Pallini, estrarre «${name}» in una cartella nuova e avviarlo da lì; quando si vede che va, togliere la cartella di prima. I dati non stanno in quelle cartelle.`;

const nextSteps: Readonly<Record<ReleaseKind, (name: string) => string>> = {
  installer: (name) =>
    `Ora chiudere Tre Pallini e aprire «${name}» con un doppio clic, dalla cartella in cui è: prende il posto della versione di prima, e i dati restano dove sono.`,
  deb: (name) =>
    `Ora chiudere Tre Pallini e installare «${name}» (sudo apt install ./${name}): prende il posto della versione di prima, e i dati restano dove sono.`,
  appimage: (name) =>
    `Ora chiudere Tre Pallini, mettere «${name}» al posto del file di prima e renderlo eseguibile: i dati restano dove sono.`,
  folder: newFolder,
  portable: newFolder,
};
