import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, posix, win32 } from 'node:path';
import type { LedgerPlace } from '../core.ts';

/** What is known of a folder beside its name. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform;
  /** The folder as the disk knows it: a letter that stands for a share of another computer is that share's name. */
  readonly real: string;
  /** As `/proc/mounts` has it; empty where there is none. */
  readonly mounts: string;
  /** The folders above in which a program that synchronises left its mark, and whose it is. */
  readonly marked: readonly { readonly folder: string; readonly service: string }[];
  readonly environment: NodeJS.ProcessEnv;
}

/** Whether a ledger may lie in a folder, and what a person should know; null where nothing is to be said. */
export function placeOf(folder: string, facts: PlaceFacts): LedgerPlace | null {
  const { platform, real, mounts, marked } = facts;
  const isWindows = platform === 'win32';
  const isShare = isWindows
    ? isUnc(folder) || isUnc(real)
    : networkSystems.test(fileSystemOf(real, mounts) ?? '');
  if (isShare) return { code: 'ledger-on-share', folder };
  const service = marked[0]?.service ?? serviceNamed(real, isWindows) ?? serviceInEnvironment(facts);
  return service === null ? null : { code: 'ledger-synced', folder, service };
}

/** `\\computer\cartella`, also in its long form; `\\?\C:\` is a disk of this computer. */
function isUnc(path: string): boolean {
  return /^\\\\(?:\?\\UNC\\|(?![?.]\\))/i.test(path.replaceAll('/', '\\'));
}

const networkSystems =
  /^(nfs\d*|cifs|smb\d*|smbfs|afs|ncpfs?|ceph|glusterfs|davfs\d*|fuse\.(sshfs|smbnetfs|rclone|davfs\d?|glusterfs|ceph|gvfsd-fuse|s3fs|cifs))$/;

/** The type of the file system that a folder lies on: the last of those mounted at the nearest place above it. */
function fileSystemOf(folder: string, mounts: string): string | null {
  let nearest = { at: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, point = '', type = ''] = line.split(' ');
    // Blanks and backslashes of a name are written as octal numbers.
    const at = point.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isAbove = at === '/' || folder === at || folder.startsWith(`${at}/`);
    if (at !== '' && isAbove && at.length >= nearest.at.length) nearest = { at, type };
  }
  return nearest.at === '' ? null : nearest.type;
}

/** The folders in which these programs keep what they synchronise, as they name them by themselves. */
const namedServices: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$|^onedrive-.+$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google ?drive|il mio drive|my drive|googledrive-.+)$/i, 'Google Drive'],
  [/^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i, 'iCloud'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
  [/^(mega|megasync|mega downloads)$/i, 'MEGA'],
  [/^(box|box sync)$/i, 'Box'],
  [/^pclouddrive$|^pcloud drive$/i, 'pCloud'],
];

function serviceNamed(folder: string, isWindows: boolean): string | null {
  for (const part of folder.split(isWindows ? /[\\/]/ : '/')) {
    const found = namedServices.find(([pattern]) => pattern.test(part));
    if (found !== undefined) return found[1];
  }
  return null;
}

/** OneDrive says where it keeps what it synchronises, whatever the folder is called. */
function serviceInEnvironment({ real, platform, environment }: PlaceFacts): string | null {
  const path = platform === 'win32' ? win32 : posix;
  const isWithin = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].some((name) => {
    const root = environment[name] ?? '';
    if (root === '') return false;
    const way = path.relative(root, real);
    return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  });
  return isWithin ? 'OneDrive' : null;
}

/** What these programs leave in the uppermost folder that they synchronise. */
const marks: readonly (readonly [name: string, service: string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.stfolder', 'Syncthing'],
];

/** Asks this computer what it knows of the place of a ledger. */
export function lookAtPlace(folder: string): LedgerPlace | null {
  const real = realOf(folder);
  return placeOf(folder, {
    platform: process.platform,
    real,
    mounts: process.platform === 'linux' ? textOf('/proc/self/mounts') : '',
    marked: foldersAbove(real).flatMap((above) =>
      marks.flatMap(([name, service]) =>
        existsSync(`${above}/${name}`) ? [{ folder: above, service }] : [],
      ),
    ),
    environment: process.env,
  });
}

/** Of a folder that is not there yet, the nearest one above that is. */
function realOf(folder: string): string {
  for (const above of foldersAbove(folder)) {
    try {
      return `${realpathSync.native(above)}${folder.slice(above.length)}`;
    } catch {
      // Not there yet, or not to be looked into: the next one above may be.
    }
  }
  return folder;
}

function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
