import { readFileSync, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { policiesFile } from '../../shared/contract/schemas/policies.ts';
import type { Policies } from '../../shared/domain/policies.ts';
import { sayUnreadablePolicies } from '../../shared/wording/policies.ts';
import { codeOf, isOfFiles } from '../disk/errors.ts';

/** Where only an administrator of the computer writes. */
export function policiesPlace(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32')
    return win32.join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Tre Pallini', 'criteri.json');
  if (platform === 'darwin') return '/Library/Application Support/Tre Pallini/criteri.json';
  return '/etc/tre-pallini/criteri.json';
}

/** Far above any such file. */
const mostBytes = 64 * 1024;

/**
 * What an administrator decided for this computer. A file that is not there decides nothing; one that cannot be understood
 * decides nothing either, and is told: half of it would be a guess.
 */
export function readPolicies(
  user: string,
  file: string = policiesPlace(process.env, process.platform),
  platform: NodeJS.Platform = process.platform,
): Policies {
  const none: Policies = { file, state: 'none', complaint: '', off: [], archive: null, secondFolder: null };
  const unreadable = (complaint: string): Policies => ({ ...none, state: 'unreadable', complaint });
  let told: unknown;
  try {
    if (statSync(file).size > mostBytes) return unreadable('troppo grande');
    // Notepad begins its files with a mark.
    told = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('non è JSON');
    if (!isOfFiles(error)) throw error;
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? none : unreadable('non si lascia leggere');
  }
  const understood = policiesFile.safeParse(told);
  if (!understood.success) {
    const [issue] = understood.error.issues;
    return unreadable([issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
  }
  const { archivio, secondaCartella, messaggi, apiLocale, aggiornamenti } = understood.data;
  const folders = { archivio, secondaCartella };
  const path = platform === 'win32' ? win32 : posix;
  const relative = Object.entries(folders).find(([, name]) => name !== undefined && !path.isAbsolute(name));
  if (relative !== undefined) return unreadable(`${relative[0]}: scrivere la cartella per intero`);
  const named = (name: string | undefined): string | null =>
    name?.replaceAll('{utente}', user.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')) ?? null;
  return {
    ...none,
    state: 'applied',
    off: [
      ...(messaggi === false ? (['messages'] as const) : []),
      ...(apiLocale === false ? (['api'] as const) : []),
      ...(aggiornamenti === false ? (['updates'] as const) : []),
    ],
    archive: named(archivio),
    secondFolder: named(secondaCartella),
  };
}

/** The same, telling on stderr of a file that cannot be understood. */
export function policiesOf(user: string): Policies {
  const found = readPolicies(user);
  if (found.state === 'unreadable') process.stderr.write(`${sayUnreadablePolicies(found)}\n`);
  return found;
}
