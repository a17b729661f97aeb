import type { SafeStorage } from 'electron';
import type { OsProtector } from '../../messages/keys/os-protector.ts';

/** What of Electron protects; it may be asked once the app is ready. */
export type Protecting = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** The protection of the operating system as Electron reaches it: DPAPI, Keychain, the keyrings of Linux. */
export function osKeys(safeStorage: Protecting, platform: NodeJS.Platform = process.platform): OsProtector {
  return {
    name: 'electron',
    async available() {
      // Without a keyring Linux hides things with a password that everybody can look up.
      if (platform === 'linux' && hidesOnly.has(safeStorage.getSelectedStorageBackend())) return false;
      return safeStorage.isAsyncEncryptionAvailable();
    },
    async protect(bytes) {
      const hidden = await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64'));
      if (platform === 'linux' && hidden.subarray(0, 3).equals(wellKnown))
        throw new Error('closed with the password that everybody knows');
      return hidden;
    },
    async unprotect(bytes) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
      return { bytes: Buffer.from(result, 'base64'), rewrap: shouldReEncrypt };
    },
  };
}

/** How such bytes begin on Linux, whatever the system says of its keyring. */
const wellKnown = Buffer.from('v10');
const hidesOnly: ReadonlySet<string> = new Set(['basic_text', 'unknown']);
