import { italianDay, sayCount } from './figures.ts';

/** What stands above whatever is printed: whose it is, and of which day. */
export function sayPaper(of: {
  readonly ente: string | null;
  readonly today: string | null;
  readonly demo: boolean;
}): string {
  return [
    'Tre Pallini',
    ...(of.demo ? ['dati finti'] : []),
    ...(of.ente === null ? [] : [of.ente]),
    ...(of.today === null ? [] : [`stampato il ${italianDay(of.today)}`]),
  ].join(' · ');
}

/** A long list is not printed whole. */
export function sayPrinted(first: number, last: number, total: number): string {
  return `Righe da ${sayCount(first)} a ${sayCount(last)} di ${sayCount(total)}: l’elenco intero si fa da Esporta.`;
}
