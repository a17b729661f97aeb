/** Electron's fuses, in the order in which they stand in its program; as electron-builder calls them. */
export const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** What stands before the fuses in the program, so that they can be found. */
export const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses of a program as they are burnt; null when it has none that can be read. Later ones than ours are left out. */
export function readFuses(program: Buffer): Record<string, boolean> | null {
  const at = program.indexOf(fuseMark, 0, 'latin1');
  if (at === -1) return null;
  const [version, count = 0] = program.subarray(at + fuseMark.length, at + fuseMark.length + 2);
  if (version !== 1 || count < fuseNames.length) return null;
  const wire = program.toString('latin1', at + fuseMark.length + 2, at + fuseMark.length + 2 + count);
  return Object.fromEntries(fuseNames.map((name, index) => [name, wire[index] === '1']));
}
