import type { WebContents } from 'electron';
import { pageOrigin } from '../../../shared/contract/port-names.ts';

/** The part of a window's contents that the lock needs. */
export type Contents = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(event: LockedEvent, listener: (event: Navigation) => void): unknown;
};

interface Navigation {
  /** A webview, which is no navigation, has none. */
  readonly url?: string;
  preventDefault(): void;
}

const lockedEvents = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
] as const;
type LockedEvent = (typeof lockedEvents)[number];

/** The window shows its page, may load it again, and never goes anywhere else nor opens another. */
export function lockNavigation(contents: Contents): void {
  for (const name of lockedEvents)
    contents.on(name, (navigation) => {
      if (navigation.url?.startsWith(`${pageOrigin}/`) !== true) navigation.preventDefault();
    });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
