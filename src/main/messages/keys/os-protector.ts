/** What the operating system can do for a few bytes: nobody but this person's account opens them again. */
export interface OsProtector {
  /** Which protection: what one has closed another cannot open. */
  readonly name: 'electron' | 'windows-dpapi';
  /** False where there is none, or only one that anybody can undo. Never rejects. */
  available(): Promise<boolean>;
  /** Rejects when the system refuses. */
  protect(bytes: Uint8Array): Promise<Uint8Array>;
  /** Rejects for bytes of another account, another computer, or damaged ones. `rewrap`: protect them again. */
  unprotect(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly rewrap: boolean }>;
}
