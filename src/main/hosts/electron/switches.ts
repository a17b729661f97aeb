/**
 * Switches of Chromium and Node by which another program would come into the window, or the window out of its sandbox.
 * Those of Node, and its environment, are switched off in the packaged program's fuses as well; those of Chromium have
 * none.
 */
const openers: ReadonlySet<string> = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'no-sandbox',
  'disable-gpu-sandbox',
  'disable-seccomp-filter-sandbox',
  'no-zygote',
  'single-process',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'browser-subprocess-path',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'load-extension',
  'host-rules',
  'host-resolver-rules',
]);

/** The first of the words a program was started with that a packaged one does not start with; null when there is none. */
export function openerAmong(words: readonly string[]): string | null {
  return words.find((word) => openers.has(switchOf(word))) ?? null;
}

/** Chromium takes one dash and two; on Windows a slash, and letters of any case, as well. */
function switchOf(word: string): string {
  return /^(?:--?|\/)([\w-]+)(?:=|$)/.exec(word)?.[1]?.toLowerCase() ?? '';
}
