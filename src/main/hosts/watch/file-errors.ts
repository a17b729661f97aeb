/** True for what an operating system says of files, network folders included: a bug says something else. */
export function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}
