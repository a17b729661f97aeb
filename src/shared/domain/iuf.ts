import { isDay, type Day } from './day.ts';

/** Longest `identificativoFlusso` that the schema allows. */
export const maxIufLength = 35;

/** The form in which IUFs are compared: without blanks, upper case. Banks insert the first and change the second. */
export function iufKey(iuf: string): string {
  return iuf.replace(/\s+/g, '').toUpperCase();
}

/**
 * The day of the transfer, which is how an IUF begins. Taken by position: the PSP that follows may be
 * 11 digits (`2025-04-1688888888888-…`).
 */
export function iufDay(iuf: string): Day | null {
  const day = iuf.slice(0, 10);
  return isDay(day) ? day : null;
}
