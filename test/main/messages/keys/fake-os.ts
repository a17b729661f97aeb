import { createHash } from 'node:crypto';
import { seal, unseal } from '../../../../src/main/messages/keys/aes.ts';
import type { OsProtector } from '../../../../src/main/messages/keys/os-protector.ts';

export interface FakeOs extends OsProtector {
  present: boolean;
  rotated: boolean;
  protections: number;
}

/** The account of a person on an invented computer: what one has protected another cannot open. */
export function fakeOs(person: string, name: OsProtector['name'] = 'electron'): FakeOs {
  const secret = createHash('sha256').update(person).digest();
  return {
    name,
    present: true,
    rotated: false,
    protections: 0,
    async available() {
      return this.present;
    },
    async protect(bytes) {
      this.protections += 1;
      return Buffer.from(seal(secret, bytes, []), 'base64');
    },
    async unprotect(bytes) {
      const plain = unseal(secret, Buffer.from(bytes).toString('base64'), []);
      if (plain === null) throw new Error('not of this account');
      return { bytes: plain, rewrap: this.rotated };
    },
  };
}
