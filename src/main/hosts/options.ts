import { parseArgs } from 'node:util';
import { isDay, type Day } from '../../shared/domain/day.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { defaultFolder, whereOneStands } from './folders.ts';

export interface WindowOptions {
  readonly home: string;
  /** Freezes the day. */
  readonly oggi: Day | undefined;
  /** 0: any that is free. */
  readonly port: number;
}

/**
 * What stands after the name of the program; a problem is one sentence. `decided`: the folder of an administrator, where
 * nobody names one.
 */
export function parseOptions(
  words: readonly string[],
  decided: string | null = null,
): Result<WindowOptions, string> {
  const unknown = words.find((word) => word.startsWith('--') && !known.test(word));
  if (unknown !== undefined) return fail(`L'opzione «${unknown}» non esiste: ci sono ${usage}.`);
  const { values, positionals } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    options: { archivio: { type: 'string' }, oggi: { type: 'string' }, porta: { type: 'string' } },
  });
  const [word] = positionals;
  if (word !== undefined) return fail(`La finestra non prende «${word}»: ci sono ${usage}.`);
  const { archivio = defaultFolder(process.env, process.platform, decided), oggi, porta = '0' } = values;
  if (typeof archivio !== 'string' || archivio === '')
    return fail("All'opzione --archivio manca la cartella.");
  if (oggi !== undefined && (typeof oggi !== 'string' || !isDay(oggi)))
    return fail(`«${String(oggi)}» non è un giorno: scriverlo come 2026-03-31.`);
  if (typeof porta !== 'string' || !/^\d{1,5}$/.test(porta) || Number(porta) > 65_535)
    return fail(`«${String(porta)}» non è una porta: scriverla come numero da 1 a 65535.`);
  return ok({ home: whereOneStands(archivio), oggi, port: Number(porta) });
}

/** Of the words that started a program, those that are for us: Electron's own may stand among them. */
export function ownWords(words: readonly string[]): string[] {
  return words.filter((word, i) => known.test(word) || /^--(archivio|oggi|porta)$/.test(words[i - 1] ?? ''));
}

const known = /^--(archivio|oggi|porta)(=|$)/;
const usage = '--archivio <cartella>, --oggi AAAA-MM-GG e --porta <numero>';
