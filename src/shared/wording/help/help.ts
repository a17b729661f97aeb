import { backupHelp } from './backups.ts';
import { flowHelp, provvisorioHelp } from './buckets.ts';
import { dailyHelp } from './daily.ts';
import { dotsHelp } from './dots.ts';
import type { HelpEntry, HelpSection } from './entry.ts';
import { exportHelp } from './exports.ts';
import { fold } from './fold.ts';
import { glossary } from './glossary.ts';
import { formatsHelp, reportHelp } from './imports.ts';
import { otherProgramsHelp } from './other-programs.ts';
import { messagesHelp } from './messages.ts';
import { personalDataHelp } from './personal-data.ts';
import { positionHelp } from './positions.ts';
import { questionsHelp } from './questions.ts';
import { quadraturaHelp, regularisationHelp } from './regularisation.ts';
import { statusHelp } from './statuses.ts';

/** Everything that the help explains, in the order in which it is read. */
export const help: readonly HelpSection[] = [
  dotsHelp,
  dailyHelp,
  statusHelp,
  flowHelp,
  provvisorioHelp,
  positionHelp,
  regularisationHelp,
  quadraturaHelp,
  messagesHelp,
  reportHelp,
  formatsHelp,
  exportHelp,
  otherProgramsHelp,
  backupHelp,
  personalDataHelp,
  questionsHelp,
  glossary,
];

/** What F1 opens on each screen; others open the help at its beginning. */
export const helpOfScreen: Readonly<Record<string, string>> = {
  cruscotto: 'ogni-giorno',
  pagamenti: 'stati',
  flussi: 'dove-sta-un-flusso',
  provvisori: 'dove-sta-un-provvisorio',
  posizioni: 'posizioni-debitorie',
  'da-regolarizzare': 'da-regolarizzare',
  quadratura: 'quadratura-dei-servizi',
  messaggi: 'messaggi-io',
  importazioni: 'rapporto',
  esporta: 'esportare',
  impostazioni: 'prima-volta',
  copie: 'copie-di-sicurezza',
  'dati-personali': 'dati-personali',
};

const titles = new Map(
  help.flatMap(({ id, title, entries }) => [
    [id, title] as const,
    ...entries.map((entry): readonly [string, string] => [entry.id, entry.title]),
  ]),
);

/** The title of an entry or of a section; null for an id that nobody has. */
export function titleOf(id: string): string | null {
  return titles.get(id) ?? null;
}

/**
 * What stands in a sentence for a link without words of its own: what comes before the explanation of a title, small
 * where it is no name, no acronym and no question.
 */
export function shortTitleOf(id: string): string {
  const title = titleOf(id) ?? id;
  if (title.endsWith('?')) return title;
  const short = title.split(/[,(]/, 1)[0]?.trim() ?? title;
  return /^\p{Lu}[\p{Ll}\s’-]+$/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}

/** Entries whose title, or another name of theirs, has every wanted word; those that begin with it first. */
export function helpTitled(wanted: string): readonly HelpEntry[] {
  const words = fold(wanted)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const begins = ({ title }: HelpEntry): number => (fold(title).startsWith(fold(wanted).trim()) ? 0 : 1);
  return helpEntries
    .map(({ entry }) => entry)
    .filter(({ title, also = [] }) => {
      const names = fold([title, ...also].join(' '));
      return words.every((word) => names.includes(word));
    })
    .toSorted((a, b) => begins(a) - begins(b));
}

/** Every entry, with the section it stands in. */
export const helpEntries: readonly { readonly section: HelpSection; readonly entry: HelpEntry }[] =
  help.flatMap((section) => section.entries.map((entry) => ({ section, entry })));
