import type { OsProtector } from '../messages/keys/os-protector.ts';
import { windowsDpapi } from '../messages/keys/windows-dpapi.ts';
import type { Office } from '../office.ts';
import { now } from './clock.ts';
import { officeFolder } from './folders.ts';
import { takeTurn } from './lock.ts';

/** This computer, as the messages of the ledger in `archive` need it. `os`: what the host itself can protect keys with. */
export function createOffice(archive: string, os: OsProtector | null = null): Office {
  return {
    folder: officeFolder(archive),
    environment: process.env,
    os: os ?? (process.platform === 'win32' ? windowsDpapi(process.env) : null),
    takeTurn: (file) => takeTurn(file, now()),
  };
}
