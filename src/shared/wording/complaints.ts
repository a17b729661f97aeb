/** What is wrong with a part of a request, where the shape alone could not tell. */
export function tooLargePreference(maxBytes: number): string {
  return `Troppo grande: al massimo ${(maxBytes / 1024).toLocaleString('it-IT')} kB`;
}

export function tooManyPreferences(max: number): string {
  return `Troppe voci: al massimo ${max.toLocaleString('it-IT')}`;
}

export const missingFolder = 'Manca la cartella: scriverla per intero';
export function noSuchDay(text: string): string {
  return `«${text}» non è un giorno del calendario`;
}

export const backwardPeriod = 'Il periodo finisce prima di cominciare';
