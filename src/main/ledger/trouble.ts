import { codeOf, isDiskFull, isOfFiles } from '../disk/errors.ts';
import { freeBytes, type Room } from '../disk/room.ts';

/** What the disk did to work that was rolled back, or that wrote nothing. */
export type LedgerTrouble =
  | { readonly code: 'ledger-busy' }
  | { readonly code: 'disk-full'; readonly room: Room }
  /** SQLite could not write what it had to, or read what it had written. */
  | { readonly code: 'ledger-unwritable'; readonly detail: string }
  /** A file beside the ledger, or of this computer. */
  | { readonly code: 'file-trouble'; readonly detail: string };

/** What a failed call means; null for a defect. `needed`: bytes that would have done, as far as one can tell. */
export function troubleOf(
  error: unknown,
  folder: string,
  needed: number | null = null,
): LedgerTrouble | null {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY')) return { code: 'ledger-busy' };
  if (isDiskFull(error)) return { code: 'disk-full', room: { free: freeBytes(folder), needed } };
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/.test(code)) return { code: 'ledger-unwritable', detail: code };
  return isOfFiles(error) ? { code: 'file-trouble', detail: code } : null;
}
