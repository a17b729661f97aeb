import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

/** The one window. What Electron would choose by itself is said all the same, so that no default can change it. */
export function windowOptions(
  bounds: Partial<Rectangle>,
  preload: string,
  isPackaged: boolean,
): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 820,
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Tre Pallini',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  };
}
