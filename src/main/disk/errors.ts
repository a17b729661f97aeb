/** What the operating system, or SQLite, calls a failure; empty for an error that has no such name. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // The library that holds SQLite looks at the folder itself, and has no code for one that is gone.
  if (!('code' in error))
    return error.message.endsWith('because the directory does not exist') ? 'ENOENT' : '';
  return String(error.code);
}

/** True for what an operating system says of files, network folders included: a bug says something else. */
export function isOfFiles(error: unknown): boolean {
  return /^E[A-Z]+$/.test(codeOf(error));
}

/** True where nothing can be written, however often one tries. */
export function isReadOnly(error: unknown): boolean {
  return ['EROFS', 'EACCES', 'EPERM'].includes(codeOf(error));
}

export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(codeOf(error));
}
