import { hostLabels, sayDetails, trailLabels } from '../../shared/wording/trail.ts';
import type { TrailEntry } from '../../shared/domain/trail.ts';
import { csvLine, csvMark } from './csv.ts';

export const trailCsvBegin = `${csvMark}${csvLine([
  'Numero',
  'Momento',
  'Utente',
  'Programma',
  'Da dove',
  'Codice',
  'Operazione',
  'Oggetto',
  'Dettagli',
  'Dettagli (JSON)',
  'Impronta',
])}`;

/** A line of the trail for a spreadsheet; moments as ISO instants, so that they sort. */
export function trailCsvLine(entry: Omit<TrailEntry, 'previous'>): string {
  const { seq, at, user, program, host, operation, subject, details, hash } = entry;
  const words = [trailLabels[operation], subject, sayDetails(details), JSON.stringify(details), hash];
  return csvLine([seq, at, user, program, hostLabels[host], operation, ...words]);
}
