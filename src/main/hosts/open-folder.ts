import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Shows a folder in the system's own file manager; false when that did not happen. */
export type OpenFolder = (folder: string) => Promise<boolean>;

export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  isProgram(path: string): boolean;
}

/** The program that shows folders on this computer; null where there is none, or no screen to show them on. */
export function findFileManager({ platform, environment, isProgram }: Desk = here()): string | null {
  if (platform === 'win32') return join(environment['SYSTEMROOT'] ?? 'C:\\Windows', 'explorer.exe');
  if (platform === 'darwin') return '/usr/bin/open';
  if ((environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'] ?? '') === '') return null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'xdg-open')).find(isProgram) ?? null;
}

/** How folders are opened with such a program. The folder is one argument: nothing in its name is a command. */
export function folderOpener(fileManager: string | null): OpenFolder | null {
  if (fileManager === null) return null;
  return (folder) =>
    new Promise((resolve) => {
      const child = spawn(fileManager, [folder], { stdio: 'ignore', detached: true });
      child.once('spawn', () => {
        child.unref();
        resolve(true);
      });
      child.once('error', () => resolve(false));
    });
}

function here(): Desk {
  return {
    platform: process.platform,
    environment: process.env,
    isProgram(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}
