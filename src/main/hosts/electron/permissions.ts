import type { Session } from 'electron';
import { pageOrigin } from '../../../shared/contract/port-names.ts';

/** The part of a session that the lock needs. */
export type LockableSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest'
> &
  Pick<Session, 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled'>;

/** The page copies to the clipboard and fetches its own files; it gets nothing else of this computer or the network. */
export function lockSession(session: LockableSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // It would download its dictionaries.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Its files, and what it made itself; `devtools:` never comes here in a packaged program, which has none. */
function isOurs(url: string): boolean {
  return [`${pageOrigin}/`, `blob:${pageOrigin}/`, 'data:', 'devtools:'].some((start) =>
    url.startsWith(start),
  );
}
