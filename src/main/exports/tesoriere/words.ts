import type { Reason } from '../../../shared/domain/verdict.ts';
import type { PartReason } from '../../../shared/domain/regularisation.ts';
import { noteLabels, statusLabels } from '../../../shared/wording/labels.ts';

/** `123/2026`: as people call a provvisorio. */
export const sayNumero = ({
  numero,
  esercizio,
}: {
  readonly numero: string;
  readonly esercizio: number;
}): string => `${numero}/${esercizio}`;

/** Several of them in one cell. */
export const sayNumeri = (keys: readonly { readonly numero: string; readonly esercizio: number }[]): string =>
  keys.map(sayNumero).join(', ');

export const sayReason = (reason: Reason): string => labelsOfReasons[reason];
const labelsOfReasons: Readonly<Record<Reason, string>> = { ...statusLabels, ...noteLabels };

export const provvisorioStates = {
  open: 'da regolarizzare',
  'partly-regularised': 'regolarizzato in parte',
  regularised: 'regolarizzato',
  cancelled: 'stornato',
} as const;

/** Why a part of a provvisorio is no reversale yet, and what to do with it. */
export const partReasonWords: Readonly<Record<PartReason, string>> = {
  'other-partner': 'È di un altro Partner Tecnologico: lo regolarizza chi segue il suo programma.',
  'not-ours': 'È di un altro ente.',
  'unknown-service': 'Il servizio non si riconosce: indicarlo nelle impostazioni.',
  'flow-absent': 'Il flusso non è stato importato: scaricarlo dal Partner Tecnologico.',
  'flow-differs': 'Il denaro è diverso dal totale del flusso: la differenza è da chiarire.',
  'flow-anomalous': 'Il flusso non torna: chiedere al PSP la versione corretta.',
  'to-share-out': 'Più provvisori portano questo flusso: le sue righe vanno ripartite fra loro.',
  'single-unknown': 'La causale nomina uno IUV di cui non c’è la ricevuta: importarla.',
  'single-differs': 'Il denaro è diverso da quello della ricevuta: la differenza è da chiarire.',
  'to-clear-up': 'Non si sa di quale flusso sia: abbinarlo nella scheda del provvisorio.',
};
