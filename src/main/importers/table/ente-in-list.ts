import { isCodiceFiscale } from '../../../shared/domain/codice-fiscale.ts';

/** The codice fiscale of an ente, with the zeros at its beginning that a spreadsheet took away: its check digit tells. */
export function enteInList(text: string): string {
  const padded = /^\d{1,10}$/.test(text) ? text.padStart(11, '0') : text;
  return isCodiceFiscale(padded) ? padded : text;
}
