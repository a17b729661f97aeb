import { pageOrigin } from '../../../shared/contract/port-names.ts';

/** A frame as Electron shows it: null when it is gone already. */
export interface Frame {
  readonly url: string;
}

/** True when the main frame of our window speaks, and it shows our own page. */
export function isOwnPage(sender: Frame | null, mainFrame: Frame): boolean {
  if (sender === null || sender !== mainFrame || !URL.canParse(sender.url)) return false;
  // The scheme has no origin of its own in Node's parser, so that its parts are compared.
  const { protocol, host, username, password } = new URL(sender.url);
  return `${protocol}//${host}` === pageOrigin && username === '' && password === '';
}
