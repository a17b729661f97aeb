import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the ledger lives when nobody names a folder: `TREPALLINI_HOME`, else the data folder of the operating
 * system that stays on this computer.
 */
export function defaultFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  const chosen = environment['TREPALLINI_HOME'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Tre Pallini');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Tre Pallini');
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'tre-pallini');
}

const ownScripts: ReadonlySet<string> = new Set(['start', 'browser', 'dev', 'cli', 'demo']);

/** A path as a person wrote it: npm runs its scripts from the project's folder, and they stand somewhere else. */
export function whereOneStands(path: string, environment: NodeJS.ProcessEnv = process.env): string {
  const isScript = ownScripts.has(environment['npm_lifecycle_event'] ?? '');
  return resolve((isScript ? environment['INIT_CWD'] : undefined) ?? process.cwd(), path);
}
