import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { isProgram } from './is-program.ts';

/** Shows a folder in the system's own file manager; false when that did not happen. */
export type OpenFolder = (folder: string) => Promise<boolean>;

export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  isProgram(path: string): boolean;
}

const here: Desk = { platform: process.platform, environment: process.env, isProgram };

/** The program that shows folders on this computer; null where there is none, or no screen to show them on. */
export function findFileManager(desk: Desk = here): string | null {
  const { platform, environment } = desk;
  if (platform === 'win32') return join(environment['SYSTEMROOT'] ?? 'C:\\Windows', 'explorer.exe');
  if (platform === 'darwin') return '/usr/bin/open';
  if ((environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'] ?? '') === '') return null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'xdg-open')).find((path) => desk.isProgram(path)) ?? null;
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
