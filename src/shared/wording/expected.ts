import type { DocumentWarning } from '../domain/document.ts';
import type { ExpectedState } from '../domain/flusso.ts';
import { many } from './figures.ts';

/** Where one flusso stands that a list names. */
export const expectedLabels: Readonly<Record<ExpectedState, string>> = {
  missing: 'mai arrivato',
  'older-version': 'arrivato in una versione superata',
  arrived: 'arrivato',
};

/** The same of all of them, as a choice names it. */
export const expectedTitles: Readonly<Record<ExpectedState, string>> = {
  missing: 'Attesi, mai arrivati',
  'older-version': 'Da aggiornare',
  arrived: 'Arrivati',
};

/** What that means, and what to do. */
export const expectedMeanings: Readonly<Record<ExpectedState, string>> = {
  missing:
    'Un elenco li nomina e nel registro non ce n’è nessuna versione: scaricarli dal Partner Tecnologico e importarli. Il nodo li tiene per circa 30 giorni.',
  'older-version':
    'Un elenco ne annuncia una versione più recente di quella importata: scaricarla e importarla, varrà da sola al posto dell’altra.',
  arrived: 'Quello che l’elenco nomina è nel registro: non c’è nulla da fare.',
};

/** What a list of flussi is worth: how many of them are here. */
export function sayExpected(told: Omit<DocumentWarning & { code: 'flussi-missing' }, 'code'>): string {
  const { named, count, older, iufs } = told;
  if (named === 0) return '0 flussi attesi: l’elenco è vuoto.';
  const expected = `${many(named, 'flusso atteso', 'flussi attesi')}:`;
  const newer =
    older === 0 ? '' : ` Di ${many(older, 'flusso', 'flussi')} l’elenco annuncia una versione più recente.`;
  if (count === 0)
    return `${expected} ${named === 1 ? 'è già nel registro' : 'sono già tutti nel registro'}.${newer}`;
  const here = named === count ? 'nessuno' : (named - count).toLocaleString('it-IT');
  const lacking = count === 1 ? '1 manca' : `${count.toLocaleString('it-IT')} mancano`;
  const advice = count === 1 ? 'Scaricarlo e importarlo.' : 'Scaricarli e importarli.';
  return `${expected} ${here} nel registro, ${lacking} (${someOf(iufs, count)}). ${advice}${newer}`;
}

/** `3 flussi attesi, mai arrivati`, as the dashboard says it. */
export function sayNeverArrived(count: number): string {
  return many(count, 'flusso atteso, mai arrivato', 'flussi attesi, mai arrivati');
}

function someOf(names: readonly string[], count: number): string {
  const left = count - names.length;
  const others = left === 0 ? '' : left === 1 ? ' e un altro' : ` e altri ${left.toLocaleString('it-IT')}`;
  return `${names.join(', ')}${others}`;
}
