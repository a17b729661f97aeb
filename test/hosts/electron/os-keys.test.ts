import { describe, expect, it } from 'vitest';
import { osKeys, type Protecting } from '../../../src/main/hosts/electron/os-keys.ts';

const bytes = Uint8Array.from({ length: 32 }, (_, i) => 255 - i);

describe('the protection that Electron reaches', () => {
  it('gives back the bytes it was given, whatever they are, and passes on that they should be closed again', async () => {
    const asked: string[] = [];
    const os = osKeys(aSafeStorage({ asked, shouldReEncrypt: true }), 'win32');
    const hidden = await os.protect(bytes);
    expect(await os.unprotect(hidden)).toEqual({ bytes: Buffer.from(bytes), rewrap: true });
    expect(asked).toEqual([Buffer.from(bytes).toString('base64')]);
  });

  it.each<[NodeJS.Platform, Backend, boolean, boolean]>([
    ['linux', 'gnome_libsecret', true, true],
    ['linux', 'kwallet6', true, true],
    ['linux', 'gnome_libsecret', false, false],
    ['linux', 'basic_text', true, false],
    ['linux', 'unknown', true, false],
    ['win32', 'unknown', true, true],
    ['darwin', 'unknown', false, false],
  ])('on %s with %s and encryption %s: %s', async (platform, backend, encryption, expected) => {
    expect(await osKeys(aSafeStorage({ backend, encryption }), platform).available()).toBe(expected);
  });

  it('refuses on Linux what was closed with the well-known password after all', async () => {
    const weak = { ...aSafeStorage({}), encryptStringAsync: async () => Buffer.from('v10-something') };
    await expect(osKeys(weak, 'linux').protect(bytes)).rejects.toThrow('everybody knows');
    expect(await osKeys(weak, 'win32').protect(bytes)).toEqual(Buffer.from('v10-something'));
  });

  it('asks only Linux for the name of its keyring: no other system has that question', async () => {
    const { getSelectedStorageBackend: _, ...others } = aSafeStorage({});
    expect(await osKeys(others as Protecting, 'win32').available()).toBe(true);
  });
});

type Backend = ReturnType<Protecting['getSelectedStorageBackend']>;

function aSafeStorage({
  backend = 'gnome_libsecret',
  encryption = true,
  shouldReEncrypt = false,
  asked = [],
}: {
  backend?: Backend;
  encryption?: boolean;
  shouldReEncrypt?: boolean;
  asked?: string[];
}): Protecting {
  return {
    isAsyncEncryptionAvailable: async () => encryption,
    getSelectedStorageBackend: () => backend,
    async encryptStringAsync(text) {
      asked.push(text);
      return Buffer.from(text).map((byte) => byte ^ 0x55) as Buffer;
    },
    decryptStringAsync: async (hidden) => ({
      result: Buffer.from(hidden.map((byte) => byte ^ 0x55)).toString(),
      shouldReEncrypt,
    }),
  };
}
