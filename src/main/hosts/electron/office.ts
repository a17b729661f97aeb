import type { PowerSaveBlocker, Session } from 'electron';
import type { OsProtector } from '../../messages/keys/os-protector.ts';
import type { Office } from '../../office.ts';
import { createOffice } from '../office.ts';

/** What of Electron the messages use. */
export interface OfficeParts {
  readonly os: OsProtector;
  readonly session: () => Pick<Session, 'resolveProxy'>;
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
}

/** This computer as Electron knows it: its protection of keys, its proxy, and when it may sleep. */
export function electronOffice(archive: string, { os, session, powerSaveBlocker }: OfficeParts): Office {
  return {
    ...createOffice(archive, os),
    proxyFor: async (address) => firstProxy(await session().resolveProxy(address)),
    stayAwake() {
      const id = powerSaveBlocker.start('prevent-app-suspension');
      return () => powerSaveBlocker.stop(id);
    },
  };
}

/** Of the list that Chromium makes of it (`PROXY a:8080; DIRECT`) the first way, when it is a proxy that can be asked. */
export function firstProxy(told: string): string | null {
  const [first = ''] = told.split(';');
  const [, kind = '', address = ''] = /^\s*(\w+)\s+(\S+)\s*$/.exec(first) ?? [];
  return kind.toUpperCase() === 'PROXY' ? address : null;
}
