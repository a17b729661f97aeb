import { delimiter, join } from 'node:path';
import { isProgram } from '../is-program.ts';

/** Where a window can be opened, or why none can. */
export type Browser =
  { readonly path: string } | { readonly none: 'unwanted' | 'no-display' | 'root' | 'not-found' };

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** 0 is root, where there is such a thing. */
  readonly userId: number | undefined;
  isProgram(path: string): boolean;
}

/** Edge, Chrome or Chromium of this computer; `TREPALLINI_BROWSER` names another one, or `nessuno`. */
export function findBrowser(around: Surroundings = here()): Browser {
  const { platform, environment, userId } = around;
  const wanted = environment['TREPALLINI_BROWSER'] ?? '';
  if (wanted === 'nessuno') return { none: 'unwanted' };
  if (wanted !== '') return around.isProgram(wanted) ? { path: wanted } : { none: 'not-found' };
  if (platform === 'linux') {
    // Chromium as root runs only without its sandbox, and that is no way to open anything.
    if (userId === 0) return { none: 'root' };
    const display = environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'] ?? '';
    if (display === '') return { none: 'no-display' };
  }
  const path = candidates(around).find((candidate) => around.isProgram(candidate));
  return path === undefined ? { none: 'not-found' } : { path };
}

function candidates({ platform, environment }: Surroundings): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    const programs = [
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ];
    return programs.flatMap((program) => roots.map((root) => join(root, ...program)));
  }
  if (platform === 'darwin') {
    const names = ['Microsoft Edge', 'Google Chrome', 'Chromium'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = [
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
  ];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function here(): Surroundings {
  return {
    platform: process.platform,
    environment: process.env,
    userId: process.getuid?.(),
    isProgram,
  };
}
