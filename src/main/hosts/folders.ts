import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';

/**
 * Where the ledger lives when nobody names a folder: `TREPALLINI_HOME`, else where an administrator decided, else the data
 * folder of the operating system that stays on this computer.
 */
export function defaultFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  decided: string | null = null,
): string {
  const chosen = environment['TREPALLINI_HOME'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (decided !== null) return decided;
  return dataFolder('Tre Pallini', environment, platform);
}

/**
 * Where this computer keeps what must not travel with an archive: the journal of what was sent, the keys of the services,
 * its own id. One folder for all archives and never inside `archive`, so that copying one, or putting an old copy in its
 * place, leaves it alone. Only an archive that is a whole disk leaves no place outside on that disk.
 */
export function officeFolder(
  archive: string,
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  const usual = dataFolder('Tre Pallini invii', environment, platform);
  if (!isInside(usual, archive, platform)) return usual;
  return `${pathsOf(platform).resolve(archive)}-invii`;
}

/** The folder of the operating system for data of this person that stays on this computer, and in it ours. */
function dataFolder(name: string, environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const path = pathsOf(platform);
  if (platform === 'win32')
    return path.join(environment['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), name);
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', name);
  const unixName = name.toLowerCase().replaceAll(' ', '-');
  return path.join(environment['XDG_DATA_HOME'] ?? path.join(homedir(), '.local', 'share'), unixName);
}

function isInside(folder: string, outer: string, platform: NodeJS.Platform): boolean {
  const path = pathsOf(platform);
  const way = path.relative(outer, folder);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

const pathsOf = (platform: NodeJS.Platform): typeof posix => (platform === 'win32' ? win32 : posix);

const ownScripts: ReadonlySet<string> = new Set(['start', 'browser', 'dev', 'cli', 'demo']);

/** A path as a person wrote it: npm runs its scripts from the project's folder, and they stand somewhere else. */
export function whereOneStands(path: string, environment: NodeJS.ProcessEnv = process.env): string {
  const isScript = ownScripts.has(environment['npm_lifecycle_event'] ?? '');
  return resolve((isScript ? environment['INIT_CWD'] : undefined) ?? process.cwd(), path);
}
