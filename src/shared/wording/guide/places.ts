import type { FlowBucket, ProvvisorioBucket } from '../../domain/bucket.ts';
import type { Problem } from '../../contract/problems.ts';
import type { DocumentProblem } from '../../domain/document.ts';
import type { MessageState } from '../../domain/message/state.ts';
import type { Status } from '../../domain/verdict.ts';
import { flowLabels, provvisorioLabels, statusLabels } from '../labels.ts';
import { messageStateLabels } from '../messages/states.ts';
import { slugOf } from './slug.ts';

/** The section of the guide about a status of a payment. */
export const voceOfStatus = (status: Status): string => slugOf(statusLabels[status]);

/** The section about where a flusso stands. */
export const voceOfFlow = (bucket: FlowBucket): string => slugOf(`Flusso ${flowLabels[bucket]}`);

/** The section about where a provvisorio stands. */
export const voceOfProvvisorio = (bucket: ProvvisorioBucket): string =>
  slugOf(`Provvisorio ${provvisorioLabels[bucket]}`);

/** The section about the state of a message. */
export const voceOfMessage = (state: MessageState): string =>
  slugOf(`Messaggio: ${messageStateLabels[state]}`);

/** What F1 opens on each screen. */
export const voceOfScreen: Readonly<Record<string, string>> = {
  cruscotto: 'ogni-giorno',
  pagamenti: 'gli-stati-di-un-pagamento',
  flussi: 'dove-sta-un-flusso',
  provvisori: 'dove-sta-un-provvisorio',
  posizioni: 'posizioni',
  'da-regolarizzare': 'le-reversali-da-chiedere-alla-ragioneria',
  quadratura: 'la-quadratura-di-un-servizio',
  messaggi: 'messaggi-io',
  importazioni: 'documenti',
  esporta: 'cartella-tesoriere',
  impostazioni: 'i-nostri-codici',
  copie: 'copie',
  operazioni: 'chi-ha-fatto-che-cosa',
  'dati-personali': 'dati-personali',
  aiuto: 'README',
};

/** Where the guide says more of a problem than its sentence does. */
export const voceOfProblem: Partial<Readonly<Record<(Problem | DocumentProblem)['code'], string>>> = {
  'ente-not-configured': 'chi-siamo',
  'ente-missing': 'chi-siamo',
  'ente-in-use': 'si-può-usare-per-due-enti',
  'other-ente': 'si-può-usare-per-due-enti',
  'unknown-format': 'documenti',
  'columns-unknown': 'elenchi-che-il-programma-non-conosce',
  'columns-shifted': 'elenchi-che-il-programma-non-conosce',
  'column-damaged': 'elenchi-di-avvisi-e-di-posizioni',
  'still-downloading': 'il-file-è-rifiutato-che-cosa-si-fa',
  'malformed-xml': 'il-file-è-rifiutato-che-cosa-si-fa',
  'incomplete-file': 'il-file-è-rifiutato-che-cosa-si-fa',
  'missing-field': 'il-file-è-rifiutato-che-cosa-si-fa',
  'pages-incomplete': 'il-file-è-rifiutato-che-cosa-si-fa',
  'page-without-flow': 'il-file-è-rifiutato-che-cosa-si-fa',
  'ledger-busy': 'si-può-usare-in-due',
  'ledger-damaged': 'e-se-il-registro-è-guasto-o-è-sparito',
  'already-left': 'ho-importato-il-file-sbagliato-come-si-torna-indietro',
  discarded: 'si-possono-eliminare-documenti-per-sempre',
  'not-a-demo': 'provare-con-dati-finti',
};
